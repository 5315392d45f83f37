import type { AnswerValue } from '../checks/check.ts';
import type { Pathway } from '../definition.ts';

/** A value worked out from answers, shown and never typed. */
export interface Computed {
  value: number | string | null;
  unit: 'whole' | 'decimal' | 'money' | 'percent' | 'date' | 'text';
  /** How it was worked out, in one sentence: "142 of 150 staff returned a paper". */
  working: string;
}
export interface ComputationInput {
  answer: (key: string) => AnswerValue | undefined;
  params: Record<string, unknown>;
  pathway: Pick<Pathway, 'key' | 'smallTeam' | 'contractMonths' | 'labels'>;
  today: string;
}
/** Total: answers null with the reason in `working` when something it needs is missing. */
export type Computation = (input: ComputationInput) => Computed;
