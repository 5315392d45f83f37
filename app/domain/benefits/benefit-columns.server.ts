import { fromJson, toJson } from '#db/codec.ts';
import type { Changes, Row } from '#db/schema.ts';
import type { BenefitDetails } from './benefit-details.schema.ts';

type Columns = Omit<Changes<'benefits'>, 'id' | 'case_id' | 'number' | 'revision' | 'state'>;

const COLUMN = {
  title: 'title', beneficiary: 'beneficiary', category: 'category', evidenceKind: 'evidence_kind', measure: 'measure', measureCode: 'measure_code', measureVersion: 'measure_version', numerator: 'numerator', denominator: 'denominator',
  unit: 'unit', direction: 'direction', dataSource: 'data_source', frequency: 'frequency', lagDays: 'lag_days', baseline: 'baseline', baselineFrom: 'baseline_from',
  baselineOn: 'baseline_on', baselineSource: 'baseline_source', baselineN: 'baseline_n', baselineQuality: 'baseline_quality', target: 'target', bandLow: 'band_low',
  bandHigh: 'band_high', tolerance: 'tolerance', targetOn: 'target_on', counterfactualMethod: 'counterfactual_method', counterfactual: 'counterfactual',
  counterfactualNote: 'counterfactual_note', class: 'class', valuePerYear: 'value_per_year_pence', confidence: 'confidence', attribution: 'attribution',
  otherProviders: 'other_providers', otherProvidersNote: 'other_providers_note', equalityNote: 'equality_note',
  providerOwner: 'provider_owner_id', commissionerOwner: 'commissioner_owner_id', recorder: 'recorder_id',
} as const satisfies Record<Exclude<keyof BenefitDetails, 'milestones'>, keyof Columns>;

/** What was said, as columns; what was not said is not among them. */
export function columnsOf({ milestones, ...details }: BenefitDetails): Columns {
  const said = Object.entries(details).filter(([, value]) => value !== undefined).map(([key, value]) => [COLUMN[key as keyof typeof COLUMN], value]);
  return { ...(Object.fromEntries(said) as Columns), ...(milestones && { milestones_json: milestones.length ? toJson(milestones) : null }) };
}

/** The steps on the way to the target, by day. */
export const milestonesIn = (row: Pick<Row<'benefits'>, 'milestones_json'>): { on: string; value: number }[] => fromJson(row.milestones_json) ?? [];

/** The record as its details, for forms and checks. */
export const detailsOf = (row: Row<'benefits'>): Required<BenefitDetails> =>
  ({ ...Object.fromEntries(Object.entries(COLUMN).map(([key, column]) => [key, row[column]])), milestones: milestonesIn(row) }) as Required<BenefitDetails>;
