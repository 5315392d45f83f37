import type { Question, Pathway } from '../definition.ts';
import type { z } from 'zod';

export type Severity = 'block' | 'warn' | 'note';

/** What a check found: a sentence a person can act on. `row` and `column` place it in a table. */
export interface Finding {
  severity: Severity;
  message: string;
  row?: number;
  column?: string;
}

export type Scalar = string | number | null;
export type Row = Record<string, Scalar>;
export type AnswerValue = string | number | string[] | Row | Row[];

/** Everything a check may know. No clock: `today` (YYYY-MM-DD) is given. Every reader answers undefined when unanswered. */
export interface CheckInput {
  question: Question;
  /** The answer to the question that cites the check; never undefined: unanswered questions are not checked. */
  value: AnswerValue;
  /** Any answer of the case, by question key. */
  answer: (key: string) => AnswerValue | undefined;
  pathway: Pick<Pathway, 'key' | 'smallTeam' | 'contractMonths' | 'labels'>;
  today: string;
}

/** A named check: its parameters' schema, its default severity, and a total function that never throws. */
export interface Check<P = any> {
  params: z.ZodType<P>;
  severity: Severity;
  run: (input: CheckInput, params: P) => Omit<Finding, 'severity'>[];
}

export const check = <P>(c: Check<P>): Check => c;

/** Readers that answer a safe value whatever was stored. */
export const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
export const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
export const asRows = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter((r): r is Row => typeof r === 'object' && r !== null && !Array.isArray(r)) : [];
export const asKeys = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
export const columnSum = (value: unknown, column: string): number =>
  asRows(value).reduce((sum, row) => sum + (asNumber(row[column]) ?? 0), 0);
