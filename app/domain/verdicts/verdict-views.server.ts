import { fromJson } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import { daysBetween } from '#workflows/dates.ts';
import { figure } from '#workflows/figure.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import { today } from '../clock.server.ts';
import type { RestsOn } from './rests-on.ts';
import { GRADES, resultInWords, startInWords, storyKindInWords, targetInWords, verdictWords, type VerdictWords } from './verdicts-in-words.ts';

type Name = (id: string | null) => string;

/** One verdict as pages show it. */
export interface VerdictView {
  id: string;
  words: VerdictWords;
  grade: string;
  result: string;
  /** "Judged by Ann Lee on 3 May 2027". */
  by: string;
}
/** What is to be done about a missed benefit. */
export interface ActionView {
  benefitId: string;
  benefit: string;
  verdictId: string;
  text: string;
  owner: string;
  /** "Due by 3 May 2027", "12 days overdue, since 3 May 2027". */
  due: string;
  late: boolean;
  consequence: string | null;
}
export interface StoryView {
  id: string;
  kind: string;
  text: string;
  /** Who gave it, when, and who wrote it down. */
  source: string;
  consent: string;
  withdrawn: boolean;
}

export const verdictView = (row: Row<'verdicts'>, name: Name): VerdictView => ({
  id: row.id, words: verdictWords(row.verdict), grade: GRADES[row.grade], result: resultInWords(fromJson<RestsOn>(row.rests_on_json)), by: `Judged by ${name(row.by)} on ${day(dayOf(row.at))}`,
});

/** The action of a benefit's last word, until a later one settles it. `verdicts`: of one benefit, replaced ones too. */
export function openAction(benefit: Row<'benefits'>, verdicts: readonly Row<'verdicts'>[], name: Name): ActionView | null {
  const last = inForce(verdicts).at(-1);
  if (!last?.action || benefit.withdrawn_at) return null;
  const late = daysBetween(last.action_due_on!, today());
  return {
    benefitId: benefit.id, benefit: benefit.title, verdictId: last.id, text: last.action, owner: name(last.action_owner_id), late: late > 0,
    due: late > 0 ? `${counted(late, 'day')} overdue, since ${day(last.action_due_on!)}` : `Due by ${day(last.action_due_on!)}`, consequence: last.consequence,
  };
}

const CONSENT = { named: 'May be shown outside, with the name', unnamed: 'May be shown outside, without a name', none: 'Not for outside' };

export const storyView = (row: Row<'benefit_stories'>, name: Name): StoryView => ({
  id: row.id, kind: storyKindInWords(row.kind), text: row.text, withdrawn: row.withdrawn_at !== null,
  source: [row.withdrawn_at === null && row.person_name ? `From ${row.person_name}` : '', day(row.heard_on), `written down by ${name(row.by)}`].filter(Boolean).join(', '),
  consent: row.withdrawn_at ? `Consent to show this outside was withdrawn on ${day(dayOf(row.withdrawn_at))}` : CONSENT[row.consent],
});

/** The figures of a verdict or a proposal, one line each. */
export function figuresOf(rests: RestsOn): { key: string; value: string }[] {
  const { definition: d, counterfactual } = rests;
  if (d.told !== null) return [{ key: 'Shown by', value: d.measure ?? 'Words' }, { key: 'Pieces of evidence', value: String(d.told) }];
  return [
    { key: 'Measure', value: [d.measure, d.numerator && d.denominator ? `${d.numerator}, of ${d.denominator}` : ''].filter(Boolean).join(': ') || 'None' },
    ...(d.code ? [{ key: 'Definition', value: `${d.code}, version ${d.version ?? 1}` }] : []),
    { key: 'Starting figure', value: startInWords(rests) },
    { key: 'Promised', value: targetInWords(rests) },
    { key: 'Result', value: resultInWords(rests) },
    { key: 'Results since go-live', value: `${rests.points} over ${counted(rests.monthsLive, 'month')}` },
    { key: 'Quality of the last results', value: rests.results.map(({ quality }) => quality).join(', ') || 'None' },
    { key: 'Expected without the change', value: counterfactual.value === null ? 'Not worked out' : figure(counterfactual.value, d.unit) },
  ];
}
