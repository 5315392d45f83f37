import type { Day, Id, Instant, Json } from './kinds.ts';

/** A threshold of the failure plan that a measure has crossed. */
export interface AlertsTable {
  id: Id;
  case_id: Id;
  sign: string; // key of workflows/early-warning
  level: 'amber' | 'red';
  reading_id: Id | null;
  value: number | null;
  threshold: number | null;
  period_on: Day;
  step: 'usual' | 'enhanced' | 'contingency' | 'invoke'; // what all open ones together call for
  owner_id: Id | null;
  due_on: Day;
  opened_at: Instant;
  seen_by: Id | null;
  seen_at: Instant | null;
  closed_by: Id | null;
  closed_at: Instant | null;
  closed_reason: string | null;
  revision: number;
}

/** What the programme is for. */
export interface ObjectivesTable {
  id: Id;
  number: number;
  title: string;
  indicator: string; // how it will be seen
  by: Id;
  at: Instant;
  retired_at: Instant | null;
  retired_reason: string | null;
}

export interface CaseObjectivesTable {
  case_id: Id;
  objective_id: Id;
  by: Id;
  at: Instant;
}

/** A figure of the whole programme with its day, definition and source, such as how many teams asked. */
export interface ProgrammeFiguresTable {
  id: Id;
  title: string;
  value: number;
  unit: string;
  as_at_on: Day;
  definition: string;
  source: string;
  replaces_id: Id | null;
  by: Id;
  at: Instant;
}

/** What an enterprise says in public of its promises, as published. */
export interface StatementsTable {
  id: Id;
  case_id: Id;
  number: number;
  address: string; // the word in its public address, the same for every number of one case
  body_json: Json;
  sha256: string;
  by: Id;
  at: Instant;
  withdrawn_by: Id | null;
  withdrawn_at: Instant | null;
  withdrawn_reason: string | null;
}
