import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { answersOfCases } from '#db/tables/answers.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { calendarOn, type Calendar, type Reporting } from '#workflows/reporting.ts';
import { asAnswer } from '../answers/case-form.server.ts';
import { inForce } from '../benefits/readings-in-force.ts';

const CONTRACT_END = 'con.end';
type OfCase = Pick<Row<'cases'>, 'id' | 'state' | 'live_on'>;
type OfBenefit = Pick<Row<'benefits'>, 'withdrawn_at' | 'treatment' | 'frequency' | 'lag_days' | 'target_on'>;

/** The last day of each case's contract, as its team answered; those not known are left out. */
export async function contractEnds(reader: Reader, caseIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await answersOfCases(reader, caseIds, [CONTRACT_END]);
  return new Map(rows.flatMap((row) => {
    const { value } = asAnswer(row);
    return typeof value === 'string' ? [[row.case_id, value] as const] : [];
  }));
}

/** What is reported on: live cases only, and of their benefits what the contract asks for or what is watched beside it. */
export function reportingOf(of: OfCase, benefit: OfBenefit, contractEnd: string | undefined): Reporting {
  const reported = hasTag('case', of.state, 'live') && benefit.withdrawn_at === null && (benefit.treatment === 'contracted' || benefit.treatment === 'monitored');
  return { frequency: benefit.frequency, lagDays: benefit.lag_days, from: reported ? of.live_on : null, until: contractEnd ?? benefit.target_on };
}

/** What is due and late of one benefit today. `readings`: of this benefit, replaced ones too. */
export const calendarOf = (reporting: Reporting, readings: readonly Row<'readings'>[], today: string): Calendar =>
  calendarOn(reporting, inForce(readings).map((r) => ({ from: r.period_from, to: r.period_on })), today);

/** Why nothing is due, in a sentence; null when there is a calendar. */
export function whyNoCalendar(of: OfCase, benefit: OfBenefit): string | null {
  if (benefit.withdrawn_at) return 'No result is due: this promise was withdrawn.';
  if (hasTag('case', of.state, 'ended')) return 'No result is due: the case has ended.';
  if (!of.live_on || !hasTag('case', of.state, 'live')) return 'The reporting calendar begins at go-live.';
  if (benefit.treatment === null) return 'No result is due: whether this is in the contract is not decided yet.';
  if (benefit.treatment === 'notContracted') return 'No result is due: the contract does not ask for this.';
  return benefit.frequency ? null : 'No result is due: how often it is reported has not been said.';
}
