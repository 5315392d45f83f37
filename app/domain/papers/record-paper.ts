import { day, dayOf, moment } from '../../lib/dates.ts';
import type { RecordPage } from '../decisions/record-page.server.ts';
import { interestSince, noLongerInForce, recordRows } from '../decisions/record-rows.ts';
import { fileNameOf, list, part, say, table, type Block, type Paper } from './paper.ts';

/** The certificate of one decision as a paper: all that its page says. */
export function recordPaper(page: RecordPage): Paper {
  const ended = noLongerInForce(page.voidedAt);
  return {
    name: fileNameOf(page.case.reference, page.stage.noun, `version ${page.version}`, 'decision record', page.line === 'second' ? 'second line' : ''),
    title: `Decision on the ${page.stage.noun}`,
    ...marksOf(page),
    parts: [
      ...part('record', page.verdict.words, [
        ...[ended, interestSince(page)].flatMap((words) => (words ? [say(words, 'strong')] : [])),
        { kind: 'rows', caption: 'Decision record', rows: [...recordRows(page).map(({ key, value }) => ({ key, value })), { key: 'Content (SHA-256)', value: page.sha256 }] },
      ]),
      ...part('criteria', 'Criteria', criteriaOf(page)),
      ...part('conditions', 'Conditions', conditionsOf(page)),
      ...part('board', 'Views of the board', boardOf(page)),
      ...part('others', 'Other decisions on this version', page.others.length ? [list(page.others.map((o) => o.words))] : []),
    ],
  };
}

/** What stands on every page of a paper about one decision. */
export const marksOf = (page: RecordPage): Pick<Paper, 'caption' | 'head' | 'foot' | 'at'> => ({
  caption: page.case.title,
  head: `${page.case.reference}, ${page.stage.noun} version ${page.version}`,
  foot: [`${page.case.reference}, ${page.stage.noun} version ${page.version}, printed ${moment(page.printedAt)}`, `Content ${page.sha256}`],
  at: page.printedAt,
});

/** Who sat on the board and what each said: advice to the signer. */
const boardOf = ({ board }: Pick<RecordPage, 'board'>): Block[] =>
  board ? [say(`${board.name}, ${day(board.meetsOn)}. ${board.quorum} views were needed.`), table('Views', ['Member', 'View', 'In their words', 'When'], board.members.map((m) => [m.organisation ? `${m.name}, ${m.organisation}` : m.name, m.title, m.words || 'Nothing said', m.at ? day(dayOf(m.at)) : 'Not given']))] : [];

export const criteriaOf = ({ criteria }: Pick<RecordPage, 'criteria'>): Block[] =>
  criteria.length ? [{ kind: 'table', caption: 'Criteria', head: [{ title: 'Criterion', numeric: false }, { title: 'Met', numeric: false }, { title: 'Reason', numeric: false }], rows: criteria.map((c) => [c.title, c.words, c.note || 'None given']), foot: null }] : [];

export const conditionsOf = ({ conditions }: Pick<RecordPage, 'conditions'>): Block[] =>
  conditions.length
    ? [list(conditions.map((c) => ({ lead: c.text, text: [c.evidence && `Evidence: ${c.evidence}.`, `${c.owner}, by ${day(c.dueOn)}.`, c.before && `Before: ${c.before.toLowerCase()}.`].filter(Boolean).join(' ').replaceAll('..', '.') })), true)]
    : [];
