import { asNumber, asText } from './checks/check.ts';
import { valueOf, type CaseForm } from './form.ts';

/** Questions whose answers a case is known by, later stages first: key facts, the transfer day, the size of the team. */
const LANDMARKS = {
  transferOn: ['go.transfer_date', 'hr.transfer_date'],
  staff: ['hr.headcount_total', 'eoi.headcount', 's0.team_size'],
  budgetPence: ['eoi.budget'],
  valuePence: ['con.annual_value', 'eoi.budget'],
  contractStart: ['con.start'],
  contractEnd: ['con.end'],
} as const;

export interface Landmarks {
  transferOn: string | undefined;
  staff: number | undefined;
  budgetPence: number | undefined;
  valuePence: number | undefined;
  contractStart: string | undefined;
  contractEnd: string | undefined;
}

/** The first of each landmark's questions that is answered. */
export function landmarksOf(form: CaseForm): Landmarks {
  const text = (keys: readonly string[]) => keys.map((key) => asText(valueOf(key, form))).find((v) => v !== undefined);
  const number = (keys: readonly string[]) => keys.map((key) => asNumber(valueOf(key, form))).find((v) => v !== undefined);
  return {
    transferOn: text(LANDMARKS.transferOn),
    staff: number(LANDMARKS.staff),
    budgetPence: number(LANDMARKS.budgetPence),
    valuePence: number(LANDMARKS.valuePence),
    contractStart: text(LANDMARKS.contractStart),
    contractEnd: text(LANDMARKS.contractEnd),
  };
}

/** Every key a landmark reads, so that a page which needs only these need not read all answers. */
export const LANDMARK_QUESTIONS: readonly string[] = [...new Set(Object.values(LANDMARKS).flat())];
