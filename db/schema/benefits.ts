import type { Day, Id, Instant, Json } from './kinds.ts';

/** A promised benefit. What is null has not been said yet: the thread is worked out from what is there. */
export interface BenefitsTable {
  id: Id;
  case_id: Id;
  number: number;
  title: string;
  beneficiary: string;
  category: string;
  promised_stage: string;
  promised_question: string | null; // the answer it was caught in
  measure: string | null;
  unit: string | null;
  direction: 'up' | 'down' | 'maintain' | 'band' | null;
  baseline: number | null;
  baseline_source: string | null;
  baseline_on: Day | null;
  target: number | null;
  target_on: Day | null;
  value_per_year_pence: number | null;
  treatment: 'contracted' | 'monitored' | 'notContracted' | null;
  treatment_reason: string | null;
  treatment_by: Id | null;
  treatment_at: Instant | null;
  clause: string | null;
  frequency: string | null;
  consequence: string | null;
  revision: number;
  by: Id;
  at: Instant;
  withdrawn_at: Instant | null;
  withdrawn_reason: string | null;
  state: string; // of the benefit machine
  machine_version: number;
  measure_code: string | null; // in the library, with the version of its definition that was copied
  measure_version: number | null;
  numerator: string | null;
  denominator: string | null;
  evidence_kind: 'numbers' | 'story' | 'survey' | 'audit' | 'observation' | null;
  class: 'cashReleasing' | 'nonCash' | 'quantified' | 'qualitative' | 'disbenefit' | null;
  baseline_from: Day | null; // first day of the period; baseline_on is its last
  baseline_n: number | null;
  baseline_quality: 'A' | 'B' | 'C' | 'D' | null;
  band_low: number | null;
  band_high: number | null;
  tolerance: number | null; // in the unit of the measure
  milestones_json: Json | null; // [{ on, value }] by day
  counterfactual_method: string | null;
  counterfactual: number | null; // at the target date, had nothing changed
  counterfactual_note: string | null;
  confidence: 'high' | 'medium' | 'low' | null;
  attribution: 'sole' | 'main' | 'contributory' | null;
  other_providers: 'yes' | 'no' | null; // the same is asked of others who give this service
  other_providers_note: string | null;
  equality_note: string | null;
  data_source: string | null;
  lag_days: number | null; // from the end of a period until its figure is known
  provider_owner_id: Id | null;
  commissioner_owner_id: Id | null;
  recorder_id: Id | null;
  treatment_agreed_by: Id | null; // left out of the contract: who agreed for the commissioner
  treatment_agreed_at: Instant | null;
}

/** A measured result. Corrections are new rows that name the one they replace. */
export interface ReadingsTable {
  id: Id;
  benefit_id: Id;
  period_on: Day; // last day of the period
  value: number;
  numerator: number | null;
  denominator: number | null;
  n: number | null;
  quality: 'A' | 'B' | 'C' | 'D';
  note: string;
  replaces_id: Id | null;
  by: Id;
  at: Instant;
  period_from: Day | null; // null for results recorded before it was asked
}

/** A change of what was agreed, asked for by one side; it takes effect when the other agrees. */
export interface BenefitChangesTable {
  id: Id;
  benefit_id: Id;
  kind: 'baseline' | 'target' | 'definition';
  before_json: Json;
  after_json: Json;
  reason: string;
  by: Id;
  at: Instant;
  settled_as: 'agreed' | 'refused' | null;
  settled_by: Id | null;
  settled_at: Instant | null;
  settled_note: string | null;
}

/** A known cause from which the limits of the chart are drawn anew. */
export interface BenefitStepsTable {
  id: Id;
  benefit_id: Id;
  from_on: Day;
  reason: string;
  by: Id;
  at: Instant;
}

/** What the other owner, or an auditor, said of a result, and the answer. The last one says how it stands. */
export interface ReadingChecksTable {
  id: Id;
  reading_id: Id;
  kind: 'confirmed' | 'queried' | 'sourceAsked' | 'answered';
  note: string;
  by: Id;
  at: Instant;
}

export interface ReadingDocumentsTable {
  reading_id: Id;
  document_id: Id;
}

/** Results pasted or uploaded, while their preview is read. Gone when saved, or after 7 days. */
export interface ReadingDraftsTable {
  id: Id;
  case_id: Id;
  file_name: string; // '' when pasted
  text: string;
  by: Id;
  at: Instant;
}

/** What was judged of a benefit at a review. A later word replaces an earlier one. */
export interface VerdictsTable {
  id: Id;
  benefit_id: Id;
  review_on: Day;
  month: number | null; // months after go-live: 3, 6, 12, 24 ...; null out of turn
  proposed: 'met' | 'onTrack' | 'atRisk' | 'missed' | 'notProven' | 'tooEarly';
  verdict: VerdictsTable['proposed'];
  grade: 'full' | 'provisional' | 'early';
  rests_on_json: Json; // the figures it rests on, as they stood
  reasons: string;
  action: string | null;
  action_owner_id: Id | null;
  action_due_on: Day | null;
  consequence: string | null; // what the contract says follows, as agreed
  replaces_id: Id | null;
  by: Id;
  at: Instant;
}

/** Evidence in words, and whether whoever gave it lets it be shown outside. */
export interface BenefitStoriesTable {
  id: Id;
  benefit_id: Id;
  kind: 'story' | 'survey' | 'audit' | 'observation';
  text: string;
  consent: 'named' | 'unnamed' | 'none';
  person_name: string;
  heard_on: Day;
  by: Id;
  at: Instant;
  withdrawn_at: Instant | null;
}
