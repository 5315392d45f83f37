import { fromJson } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import { caveatsOf } from '#workflows/caveats.ts';
import { isPercent, plain } from '#workflows/results.ts';
import { FEWEST_PEOPLE, isSuppressed } from '#workflows/spc/suppress.ts';
import { day, dayOf } from '../../lib/dates.ts';
import type { BenefitDetails } from '../benefits/benefit-details.schema.ts';
import type { Proposed } from '../verdicts/proposals.server.ts';
import type { RestsOn } from '../verdicts/rests-on.ts';
import { reviewTitle } from '../verdicts/verdict-pages.server.ts';
import { resultInWords, startInWords, targetInWords } from '../verdicts/verdicts-in-words.ts';
import type { PublicBenefit } from './statement-body.ts';

/** One promise for the public: by its last verdict, or by its results where nobody has judged it. `changes`: agreed ones, in order. */
export function publicBenefit({ row, rests: now, proposal }: Proposed, last: Row<'verdicts'> | undefined, changes: readonly Row<'benefit_changes'>[]): PublicBenefit {
  const rests = last ? fromJson<RestsOn>(last.rests_on_json) : now;
  return {
    number: row.number, title: row.title, beneficiary: row.beneficiary, measure: rests.definition.measure,
    start: startFor(rests), target: rests.definition.told === null ? targetInWords(rests) : row.target_on ? `By ${day(row.target_on)}` : 'No date', contracted: row.treatment === 'contracted', contract: contractOf(row), delivered: deliveredOf(rests),
    verdict: last ? { word: last.verdict, grade: last.grade, review: reviewTitle(last), on: dayOf(last.at), proposed: last.proposed, reasons: last.verdict === last.proposed ? null : last.reasons } : null,
    action: last?.action ? { text: last.action, dueOn: last.action_due_on! } : null,
    consequence: last?.consequence ?? null,
    changes: changes.map((change) => changeInWords(row, change)),
    caveats: caveatsOf({
      grade: last?.grade ?? proposal.grade, flags: rests.flags, points: rests.points, monthsLive: rests.monthsLive, counts: rests.results.map(({ n }) => n), qualities: rests.results.map(({ quality }) => quality),
      baselineFrom: rests.baseline.from, baselineOn: rests.baseline.on, counterfactual: rests.counterfactual.value === null ? null : (rests.counterfactual.method ?? 'plan'), definedAnew: rests.definition.definedAnewOn !== null, told: rests.definition.told !== null,
    }),
  };
}

const HIDDEN = `Not shown, because it is about fewer than ${FEWEST_PEOPLE} people`;
const few = (number: number | null) => isSuppressed({ numerator: number, people: true, outside: true });
/** Where a unit counts people, or may, the figure itself is such a number. */
const countsPeople = (unit: string | null) => /^(count|number)\b|\b(people|persons|patients|staff|carers|clients|children|cases)$/.test(plain(unit));
const isFew = (value: number | null, unit: string | null) => countsPeople(unit) && few(value);

/** A percentage is hidden with the small number that it would give away. */
const startFor = (rests: RestsOn): string => (few(rests.baseline.n) || isFew(rests.baseline.value, rests.definition.unit) || givesAway(rests.baseline.value, rests.baseline.n, rests.definition) ? HIDDEN : startInWords(rests));

function deliveredOf(rests: RestsOn): string {
  const { definition, results, actual } = rests;
  const { unit, told } = definition;
  if (told !== null) return told === 0 ? 'No evidence in words yet' : 'Told in words';
  const small = results.some((r) => few(r.n) || few(r.numerator) || isFew(r.value, unit) || givesAway(r.value, r.n, definition));
  return small || isFew(actual, unit) ? HIDDEN : resultInWords(rests);
}

/** 3% of 100 people are 3 people, whether or not anybody wrote down the 3. A share of time or money is of no people. */
const givesAway = (value: number | null, n: number | null, definition: RestsOn['definition']): boolean =>
  value !== null && n !== null && isPercent(definition.unit) && !/\b(time|days?|hours?|shifts?|beds?|spend(ing)?|costs?|money|income)\b|£/i.test(shareOf(definition)) && few(Math.round((value / 100) * n));

/** What a percentage is a share of, as far as its definition says: "days available". */
const shareOf = ({ denominator, measure }: RestsOn['definition']): string => denominator ?? /\bof (?!.*\bof )(.*)$/.exec(measure ?? '')?.[1] ?? '';

function contractOf(row: Row<'benefits'>): string {
  const why = row.treatment_reason ? `. The reason recorded: ${row.treatment_reason}` : '';
  if (row.treatment === 'contracted') return `Yes${row.clause ? `, ${row.clause}` : ''}`;
  if (row.treatment === 'monitored') return `No, but it is reported on${why}`;
  return row.treatment === 'notContracted' ? `No${why}` : 'Not decided yet';
}

const CHANGED = { baseline: 'corrected the starting figure', target: 'restated the target', definition: 'changed how it is measured' };

function changeInWords(row: Row<'benefits'>, change: Row<'benefit_changes'>): string {
  const [before, after] = [change.before_json, change.after_json].map((json) => fromJson<BenefitDetails>(json)) as [BenefitDetails, BenefitDetails];
  const was = change.kind === 'definition' ? '' : ` Before, it was: ${change.kind === 'target' ? targetFrom(row, before) : startFrom(row, before)}. Then: ${change.kind === 'target' ? targetFrom(row, { ...before, ...after }) : startFrom(row, { ...before, ...after })}.`;
  return `On ${day(dayOf(change.settled_at!))} both sides agreed and ${CHANGED[change.kind]}.${was} The reason given: ${change.reason}`;
}

const definitionOf = (row: Row<'benefits'>) => ({ unit: row.unit, direction: row.direction }) as RestsOn['definition'];
const startFrom = (row: Row<'benefits'>, d: BenefitDetails) =>
  startFor({ definition: definitionOf(row), baseline: { value: d.baseline ?? null, on: d.baselineOn ?? null, from: null, n: row.baseline_n, source: null, quality: null } } as RestsOn);
const targetFrom = (row: Row<'benefits'>, d: BenefitDetails) =>
  targetInWords({ definition: definitionOf(row), baseline: { value: row.baseline } as RestsOn['baseline'], target: { value: d.target ?? null, low: d.bandLow ?? null, high: d.bandHigh ?? null, on: d.targetOn ?? null } });
