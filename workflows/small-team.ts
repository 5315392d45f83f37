import type { Pathway } from './definition.ts';

/** At or under both thresholds a team gets the short form. Answers undefined while either number is unknown. */
export function isSmallTeam(
  staff: number | undefined,
  budgetPence: number | undefined,
  { maxStaff, maxBudgetPence }: Pathway['smallTeam'],
): boolean | undefined {
  if (staff === undefined || budgetPence === undefined) return undefined;
  return staff <= maxStaff && budgetPence <= maxBudgetPence;
}
