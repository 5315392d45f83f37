import type { ProgrammeBenefit } from '#db/tables/programme.server.ts';
import { describe, statesOf } from '#workflows/decide.ts';
import { dayOf } from '../../../lib/dates.ts';
import { ATTRIBUTIONS, CATEGORIES, CLASSES, CONFIDENCES, COUNTERFACTUALS, DIRECTIONS, EVIDENCE_KINDS, FREQUENCIES, QUALITIES, TREATMENTS } from '../../benefits/benefits.schema.ts';
import type { StatusQuo } from '../status-quo.server.ts';
import { DAY, inPounds, words, YES_NO, yesNo, type Column } from './columns.ts';
import { FEW, hasFew } from './small-numbers.ts';

export interface BenefitRecord {
  row: ProgrammeBenefit;
  quo: StatusQuo;
}

/** How a benefit is known in every file: the reference of its case and its number. */
export const benefitRef = ({ reference, number }: Pick<ProgrammeBenefit, 'reference' | 'number'>): string => `${reference}-${number}`;

const OF_MEASURE = 'in the unit of the measure';
const NOT_SAID = 'empty: not said';
const few = ({ row }: BenefitRecord) => hasFew(row.baseline_n);

type Columns = readonly Column<BenefitRecord>[];

const PROMISE: Columns = [
  { name: 'benefit', meaning: 'Identifies the benefit: the reference of its case and its number', of: ({ row }) => benefitRef(row) },
  { name: 'case', meaning: 'Reference of the case: see cases.csv', of: ({ row }) => row.reference },
  { name: 'title', meaning: 'What will get better', of: ({ row }) => row.title },
  { name: 'beneficiary', meaning: 'For whom', of: ({ row }) => row.beneficiary },
  { name: 'category', meaning: 'Kind of benefit', allowed: words(CATEGORIES), of: ({ row }) => row.category },
  { name: 'class', meaning: 'How it counts in money', allowed: words(CLASSES).replaceAll('{commissioner}', 'commissioner'), of: ({ row }) => row.class },
  { name: 'evidence', meaning: 'What there is to show for it', allowed: `${words(EVIDENCE_KINDS)}; empty: numbers`, of: ({ row }) => row.evidence_kind },
  { name: 'promised_on', meaning: 'The day it was put on record', unit: DAY, of: ({ row }) => dayOf(row.at) },
];

const THREAD: Columns = [
  { name: 'state', meaning: 'How far the record has got', allowed: words(statesOf('benefit').map((state) => [state, describe('benefit', state).title] as const)), of: ({ row }) => row.state },
  { name: 'measurable', meaning: 'It has a measure, a starting figure with source and date, and a target with its date; told in words: a measure, a source and a date', allowed: YES_NO, of: ({ row }) => yesNo(row.measurable === 1) },
  { name: 'settled', meaning: 'Whether it is in the contract', allowed: 'contracted: measurable, with a clause and how often it is reported; leftOut: left out for a reason the commissioner agreed to; undecided: neither; withdrawn: no longer promised', of: ({ row }) => row.settled },
  { name: 'measured', meaning: 'Settled, and results have come in or a verdict was given', allowed: YES_NO, of: ({ row }) => yesNo(row.measured === 1) },
  { name: 'verdict', meaning: 'The newest verdict that stands, of a benefit that is measured: see verdicts.csv', allowed: 'met, missed, notProven, onTrack, atRisk, tooEarly; empty: none', of: ({ row }) => row.verdict },
  { name: 'value_per_year', meaning: 'What it is worth a year, as promised', unit: 'pounds', allowed: 'empty: not valued', of: ({ row }) => inPounds(row.value_per_year_pence) },
  { name: 'treatment', meaning: 'What was recorded about the contract', allowed: `${words(TREATMENTS)}; empty: nothing`, of: ({ row }) => row.treatment },
  { name: 'treatment_reason', meaning: 'Why it is not in the contract', of: ({ row }) => row.treatment_reason },
  { name: 'treatment_agreed_on', meaning: 'The day the commissioner agreed to that reason', unit: DAY, allowed: 'empty: not agreed', of: ({ row }) => row.treatment_agreed_at && dayOf(row.treatment_agreed_at) },
  { name: 'clause', meaning: 'The clause or schedule it is in', of: ({ row }) => row.clause },
  { name: 'consequence', meaning: 'What follows if it is missed', of: ({ row }) => row.consequence },
  { name: 'withdrawn_on', meaning: 'The day it was withdrawn', unit: DAY, allowed: 'empty: it stands', of: ({ row }) => row.withdrawn_at && dayOf(row.withdrawn_at) },
  { name: 'withdrawn_reason', meaning: 'Why it was withdrawn', of: ({ row }) => row.withdrawn_reason },
];

const MEASURE: Columns = [
  { name: 'measure', meaning: 'What is counted or timed', of: ({ row }) => row.measure },
  { name: 'measure_code', meaning: 'Its code in the library of measures', allowed: 'empty: a measure of its own', of: ({ row }) => row.measure_code },
  { name: 'measure_version', meaning: 'Which version of that definition was copied', of: ({ row }) => row.measure_version },
  { name: 'numerator', meaning: 'What is counted on top', of: ({ row }) => row.numerator },
  { name: 'denominator', meaning: 'Out of what', of: ({ row }) => row.denominator },
  { name: 'unit', meaning: 'Unit of the measure', of: ({ row }) => row.unit },
  { name: 'direction', meaning: 'Which way is better', allowed: words(DIRECTIONS), of: ({ row }) => row.direction },
  { name: 'frequency', meaning: 'How often it is reported', allowed: words(FREQUENCIES), of: ({ row }) => row.frequency },
  { name: 'data_source', meaning: 'Where results come from', of: ({ row }) => row.data_source },
  { name: 'lag_days', meaning: 'From the end of a period until its figure is known', unit: 'days', of: ({ row }) => row.lag_days },
  { name: 'baseline', meaning: 'Starting figure', unit: OF_MEASURE, allowed: NOT_SAID, of: (b) => (few(b) ? null : b.row.baseline) },
  { name: 'baseline_n', meaning: 'How many people or cases the starting figure is of', of: (b) => (few(b) ? null : b.row.baseline_n) },
  { name: 'baseline_suppressed', meaning: 'Says so where the two before are left out', allowed: `${FEW}; empty: nothing is left out`, of: (b) => (few(b) ? FEW : null) },
  { name: 'baseline_from', meaning: 'First day of the starting period', unit: DAY, of: ({ row }) => row.baseline_from },
  { name: 'baseline_on', meaning: 'Last day of the starting period', unit: DAY, of: ({ row }) => row.baseline_on },
  { name: 'baseline_source', meaning: 'Where the starting figure comes from', of: ({ row }) => row.baseline_source },
  { name: 'baseline_quality', meaning: 'How good it is', allowed: words(QUALITIES), of: ({ row }) => row.baseline_quality },
];

const AIM: Columns = [
  { name: 'target', meaning: 'What was promised', unit: OF_MEASURE, allowed: NOT_SAID, of: ({ row }) => row.target },
  { name: 'band_low', meaning: 'Lowest figure of the range, where it is to stay within one', unit: OF_MEASURE, of: ({ row }) => row.band_low },
  { name: 'band_high', meaning: 'Highest figure of the range', unit: OF_MEASURE, of: ({ row }) => row.band_high },
  { name: 'target_on', meaning: 'By when', unit: DAY, of: ({ row }) => row.target_on },
  { name: 'tolerance', meaning: 'How far off still counts', unit: OF_MEASURE, of: ({ row }) => row.tolerance },
  { name: 'counterfactual', meaning: 'What it would be by then had nothing changed. Nobody has observed it', unit: OF_MEASURE, allowed: NOT_SAID, of: ({ row }) => row.counterfactual },
  { name: 'counterfactual_method', meaning: 'How that was worked out', allowed: words(COUNTERFACTUALS), of: ({ row }) => row.counterfactual_method },
  { name: 'counterfactual_note', meaning: 'What was said of it', of: ({ row }) => row.counterfactual_note },
  { name: 'forecast_less_counterfactual', meaning: 'Target less counterfactual: the difference promised, not less the figure of today', unit: OF_MEASURE, of: ({ quo }) => quo.forecastLess },
  { name: 'net_progress', meaning: 'Share of that difference reached by the mean of the last 3 results since go-live', allowed: '0 none, 1 all of it; empty: too few results', of: ({ quo }) => quo.netProgress },
  { name: 'would_have_happened_anyway', meaning: 'The target looks reached, but net progress is under half, or the counterfactual reaches it', allowed: `${YES_NO}; empty: nothing to compare with`, of: ({ row, quo }) => (row.counterfactual === null ? null : yesNo(quo.anyway)) },
  { name: 'confidence', meaning: 'How sure those who promised it were', allowed: words(CONFIDENCES), of: ({ row }) => row.confidence },
  { name: 'attribution', meaning: 'How much of the change is put down to the new organisation', allowed: words(ATTRIBUTIONS), of: ({ row }) => row.attribution },
];

export const BENEFIT_COLUMNS: Columns = [...PROMISE, ...THREAD, ...MEASURE, ...AIM];
