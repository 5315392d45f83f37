import type { Row } from '#db/schema.ts';
import { alertsOf, updateAlert } from '#db/tables/alerts.server.ts';
import { signTitle } from '#workflows/review-signs.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { mayCloseAlert, maySeeAlerts } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';

type On = { file: CaseFile; row: Row<'alerts'> };
const mayAnswer = ({ file, row }: On) => row.owner_id === file.actor.id || file.roles.includes('lead') || mayCloseAlert(file.roles, file.exclusion);

/** Whoever must act says that they have seen it. */
export async function acknowledgeAlert(actor: Actor, caseId: string, alertId: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'sponsor'], async (tx, file, at) => {
    const row = (await alertsOf(tx, caseId)).find((a) => a.id === alertId && a.closed_at === null);
    if (!row || !maySeeAlerts(file.roles)) return absent();
    if (!mayAnswer({ file, row })) return refused(403, 'Only the person who must act, and the people on the commissioner\'s side, can do this');
    if (row.seen_at) return done(null);
    if (!(await updateAlert(tx, row, { seen_by: actor.id, seen_at: at }))) return changedMeanwhile();
    return done(null, { kind: 'alert.acknowledge', caseId, subject: { alert: row.id, sign: row.sign }, sentence: `has seen the warning: ${signTitle(row.sign)}` });
  });
}

/** Closes a warning, with the reason. Never by the side that is being watched. */
export async function closeAlert(actor: Actor, caseId: string, alertId: string, reason: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['sponsor', 'secondLine', 'finance', 'quality'], async (tx, file, at) => {
    const row = (await alertsOf(tx, caseId)).find((a) => a.id === alertId);
    if (!row || !maySeeAlerts(file.roles)) return absent();
    if (!mayCloseAlert(file.roles, file.exclusion)) return refused(403, 'Only the people on the commissioner\'s side can close a warning');
    if (row.closed_at) return refused(409, 'Somebody has closed this warning already');
    if (reason.trim() === '') return refused(422, { field: 'reason', message: 'Enter why the warning can be closed' });
    if (!(await updateAlert(tx, row, { closed_by: actor.id, closed_at: at, closed_reason: reason.trim() }))) return changedMeanwhile();
    await tell(tx, at, holdersOf(file, 'lead', 'sponsor'), { caseId, kind: 'information', about: 'warnings', text: `${actor.name} closed a warning: ${signTitle(row.sign)}`, link: `/cases/${caseId}/alerts` }, actor.id);
    return done(null, { kind: 'alert.close', caseId, subject: { alert: row.id, sign: row.sign, reason }, sentence: `closed a warning: ${signTitle(row.sign)}` });
  });
}
