import { addDays } from './dates.ts';
import { addWorkingDays } from './working-days.ts';

/** Routes with a standstill. Source: Provider Selection Regime Regulations 2023, regulation 12(1). */
export const STANDSTILL_ROUTES: readonly string[] = ['direct-award-c', 'most-suitable-provider', 'competitive'];

/**
 * The standstill after a notice of intention to award: it starts the day after, and providers may write until
 * midnight at the end of the 8th working day after it starts. Source: the same regulations, regulation 12(2) and (3).
 */
export function standstillAfter(noticeDay: string): { starts: string; ends: string } {
  const starts = addDays(noticeDay, 1);
  return { starts, ends: addWorkingDays(starts, 8) };
}

/**
 * The first day the contract may be signed. With a challenge it is 5 working days after the further decision.
 * Source: NHS England, Provider Selection Regime: reviewing decisions during the standstill period.
 */
export function firstSigningDay(noticeDay: string, furtherDecision?: string): string {
  const { ends } = standstillAfter(noticeDay);
  const waited = furtherDecision ? addWorkingDays(furtherDecision, 5) : ends;
  return addDays(waited > ends ? waited : ends, 1);
}
