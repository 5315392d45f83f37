import type { Writer } from '#db/database.server.ts';
import { livePeopleIn } from '#db/tables/appointments.server.ts';
import { mentoringsOfCase } from '#db/tables/mentorings.server.ts';
import { addDays } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import { day } from '../../lib/dates.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import type { Deed, Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { loadMentoring, stepMentoring, type MentoringLoaded, type Side } from './load-mentoring.server.ts';

/** Sends the request to the adviser: it is theirs to answer until the day to reply by. */
export async function sendRequest(tx: Writer, loaded: MentoringLoaded, by: { side: Side; id: string | null; at: string }): Promise<{ ok: true; deed: Deed } | Refused> {
  const { row, adviser } = loaded;
  const replyBy = addDays(today(), row.reply_days);
  const asked = await stepMentoring(tx, loaded, by.side, { type: 'ask', by: by.id, at: by.at }, { asked_at: by.at, reply_by_on: replyBy });
  if (!asked.ok) return asked;
  await tell(tx, by.at, [adviser.person_id], {
    caseId: row.case_id, kind: 'needsYou', about: 'mentoring', text: `Answer by ${day(replyBy)}: a team asks you to mentor them, ${loaded.case.title}`, link: `/mentoring/${row.id}`,
    because: 'Read what they need, then say yes or not this time. A no is fine, and you need not say why. After that day the next adviser in line is asked.',
  }, by.id);
  const subject = { mentoring: row.id, adviser: adviser.id, replyBy, ...(by.side === 'clock' && { by: 'Slipway' }) };
  return { ok: true, deed: { kind: 'mentor.ask', caseId: row.case_id, subject, sentence: `asked ${adviser.name} to mentor the team${by.side === 'clock' ? ', as next in line' : ''}, with a reply by ${day(replyBy)}` } };
}

/** Asks the next of those in line who can still be asked; the others are passed over, with the reason. When nobody is left, the lead and the support unit are told. */
export async function askNext(tx: Writer, caseId: string, at: string): Promise<Deed[]> {
  const deeds: Deed[] = [];
  for (const { id } of (await mentoringsOfCase(tx, caseId)).filter((one) => hasTag('mentoring', one.state, 'line'))) {
    const asked = await sendRequest(tx, (await loadMentoring(tx, id))!, { side: 'clock', id: null, at });
    if (asked.ok) return [...deeds, asked.deed];
    deeds.push(...(await passOver(tx, id, asked.reasons[0]?.message ?? 'They could not be asked', at)));
  }
  await tellNobodyLeft(tx, caseId, at);
  return deeds;
}

/** Those still in line are not needed: somebody said yes. */
export async function standDown(tx: Writer, caseId: string, why: string, at: string): Promise<Deed[]> {
  const deeds: Deed[] = [];
  for (const { id } of (await mentoringsOfCase(tx, caseId)).filter((one) => hasTag('mentoring', one.state, 'line'))) deeds.push(...(await passOver(tx, id, why, at)));
  return deeds;
}

async function passOver(tx: Writer, id: string, why: string, at: string): Promise<Deed[]> {
  const loaded = (await loadMentoring(tx, id))!;
  const passed = await stepMentoring(tx, loaded, 'clock', { type: 'passOver', by: null, at, reason: why }, { words: why });
  return passed.ok ? [{ kind: 'mentor.passOver', caseId: loaded.row.case_id, subject: { mentoring: id, by: 'Slipway' }, sentence: `did not ask ${loaded.adviser.name}: ${why}` }] : [];
}

async function tellNobodyLeft(tx: Writer, caseId: string, at: string): Promise<void> {
  const [last] = (await mentoringsOfCase(tx, caseId)).slice(-1);
  const loaded = last && (await loadMentoring(tx, last.id));
  if (!loaded || loaded.siblings.some((one) => hasTag('mentoring', one.state, 'agreed'))) return;
  const news = { caseId, link: `/cases/${caseId}/mentoring` };
  await tell(tx, at, holdersOf(loaded, 'lead'), {
    ...news, kind: 'needsYou', about: 'mentoring', text: `Choose again: nobody you asked can mentor your team now, ${loaded.case.title}`,
    because: 'You can choose other advisers, or change what you ask for. The support unit knows, and looks for somebody too.',
  }, null);
  await tell(tx, at, await livePeopleIn(tx, 'support'), { ...news, kind: 'needsYou', about: 'mentoring', text: `Find a mentor: nobody said yes, ${loaded.case.title}` }, null);
}
