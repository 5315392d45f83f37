import type { Reader } from '#db/database.server.ts';
import { lastAlertsOf } from '#db/tables/alerts.server.ts';
import { reportedBenefits } from '#db/tables/benefits.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { periodsSince } from '#db/tables/readings.server.ts';
import { addMonths } from '#workflows/dates.ts';
import { hasTag, statesOf } from '#workflows/decide.ts';
import { calendarOn, missedInRow } from '#workflows/reporting.ts';
import { today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { byKey } from '../results/by-key.ts';
import { contractEnds, reportingOf } from '../results/calendars.server.ts';
import { watchSigns } from './watch-signs.server.ts';

/** The sign of the failure plan that stands for reports that did not come. */
const MISSED = 't10-missed-data';
/** How far back results are looked for: whoever has been silent for longer has missed enough. */
const MONTHS_BACK = 26;

/** Opens a warning in each live case whose contract measures were not reported. One that somebody closed opens again only for a report missed since. */
export async function watchReports(): Promise<void> {
  for (const [caseId, missed] of await missedByCase(reader(), today())) {
    await command(CLOCK, async (tx, at) => {
      const file = (await caseById(tx, caseId))!;
      return done(null, ...(await watchSigns(tx, { case: file, memberships: await membershipsOfCase(tx, caseId) }, at, missed)));
    });
  }
}

/** Reports missed in a row, by benefit, of the cases where somebody has still to hear of them. */
async function missedByCase(from: Reader, on: string): Promise<Map<string, Map<string, number>>> {
  const benefits = (await reportedBenefits(from, statesOf('case').filter((state) => hasTag('case', state, 'live')))).filter((b) => b.treatment === 'contracted');
  const cases = [...new Set(benefits.map((b) => b.case_id))];
  if (cases.length === 0) return new Map();
  const [ends, results, alerts] = await Promise.all([
    contractEnds(from, cases), periodsSince(from, benefits.map((b) => b.id), addMonths(on, -MONTHS_BACK)).then((rows) => byKey(rows, (r) => r.benefit_id)), lastAlertsOf(from, cases, MISSED),
  ]);
  const known = new Map(alerts.map((alert) => [alert.case_id, alert]));
  const found = new Map<string, Map<string, number>>();
  for (const benefit of benefits) {
    const covered = (results.get(benefit.id) ?? []).map((r) => ({ from: r.period_from, to: r.period_on }));
    const reporting = reportingOf({ id: benefit.case_id, state: benefit.state, live_on: benefit.live_on }, benefit, ends.get(benefit.case_id));
    const missed = missedInRow(calendarOn(reporting, covered, on), covered);
    const alert = known.get(benefit.case_id);
    const heard = alert && (alert.closed_at === null ? alert.level === 'red' || missed.length < 2 : (missed.at(-1)?.dueOn ?? '') < alert.closed_at.slice(0, 10));
    if (missed.length && !heard) found.set(benefit.case_id, (found.get(benefit.case_id) ?? new Map<string, number>()).set(benefit.id, missed.length));
  }
  return found;
}
