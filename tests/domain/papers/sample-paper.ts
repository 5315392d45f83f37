import type { Paper } from '#app/domain/papers/paper.ts';
import { heading, list, prose, say, table } from '#app/domain/papers/paper.ts';
import { chartOf } from '#workflows/spc/chart.ts';

export const LONG = `${'The team looks after 14,000 people in three towns. '.repeat(400)}And so it ended.`;
export const HARD = 'Łódź and Ŵyn, Ελλάδα, Привет, \u0000\u0007\u001b\u202Ebell, \uD800 half, 😀 and 👩‍⚕️, שלום עולם said, <script>alert("1")</script> & <b>bold</b>';
const points = Array.from({ length: 14 }, (_, i) => ({ on: `2025-${String((i % 12) + 1).padStart(2, '0')}-28`.replace('2025', i < 12 ? '2025' : '2026'), value: 20 - i }));

/** A paper with one of everything, and what people paste. */
export const samplePaper = (): Paper => ({
  name: 'sw-0001-proposal-version-1-sample', title: 'Decision on the proposal', caption: 'Riverside & sons <therapies>', head: 'SW-0001, proposal version 1',
  foot: ['SW-0001, proposal version 1, printed 5 June 2026 at 9:32am', `Content ${'ab12'.repeat(16)}`], at: '2026-06-05T08:32:00.000Z',
  parts: [
    { key: 'record', title: 'Approved with conditions', fresh: false, blocks: [
      { kind: 'rows', caption: 'Record', rows: [{ key: 'Decided by', value: 'Karen Hall' }, { key: 'What led to it', value: ['It was sent', 'It was read'] }] },
      list([{ lead: 'Name a deputy', text: 'Evidence: a letter' }, 'A second thing'], true),
      prose(HARD), prose('Before:\n\n- one\n- two\n\nAfter'), say('Said quietly', 'quiet'),
    ] },
    { key: 'answers', title: 'Answers', fresh: true, blocks: [
      heading(3, 'How many people'), heading(4, 'And where'), prose(LONG), prose('x'.repeat(20_000)),
      { kind: 'table', caption: 'Costs', head: [{ title: 'Year', numeric: false }, { title: 'Cost', numeric: true }, { title: 'Why', numeric: false }], rows: Array.from({ length: 80 }, (_, i) => [`Year ${i}`, `£${i},000`, i === 40 ? LONG.slice(0, 9_000) : 'Because it was asked for']), foot: ['Total', '£3', 'Not provided'] },
      table('Nothing', ['One', 'Two'], []),
      { kind: 'chart', name: 'Waits', unit: 'weeks', words: 'Waits fell from 20 weeks to 7 weeks.', chart: chartOf(points, { direction: 'down', target: 7.2 }) },
    ] },
  ],
});
