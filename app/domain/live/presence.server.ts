import { transaction, type Reader } from '#db/database.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { dropPresence, forgetPresences, presencesOf, putPresence } from '#db/tables/presences.server.ts';
import { placeOf } from '#workflows/form.ts';
import { time } from '../../lib/dates.ts';
import { caseForActor, type CaseFile } from '../cases/case-file.server.ts';
import { mayEdit, maySeeDraft } from '../cases/cases.policy.ts';
import { instant, now } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { database, reader } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { ring } from './bell.server.ts';

/** Who types at a question now: "Aisha Karim", since "2:38pm". Never a lock. */
export interface Editing {
  question: string;
  name: string;
  since: string;
}

/** How long after the last key somebody still counts as writing, in ms: longer than the page lets pass between two words of it. */
const LAPSES = 60_000;
const stillSince = () => new Date(now().getTime() - LAPSES).toISOString();

/** Notes that the person types at a question of the case, or with '' that they stopped. No entry of the record: it says how things are, not what was done. */
export async function notePresence(actor: Actor, caseId: string, question: string): Promise<Done<null> | Refused> {
  const file = await caseForActor(reader(), actor, caseId);
  if (!file) return absent();
  const place = placeOf(file.pathway, question);
  if (question && !place) return absent();
  if (place && !maySeeDraft(file.roles, file.standings, place.stage.key)) return absent();
  if (!mayEdit(file.roles, file.standings, place?.stage.key)) return refused(403, 'Only those who can change an answer are shown as writing at it');
  await transaction(database(), async (tx) => {
    const row = { case_id: caseId, person_id: actor.id };
    await (question ? putPresence(tx, { ...row, question, seen_at: instant(), stillSince: stillSince() }) : dropPresence(tx, caseId, actor.id));
    tx.onCommit(() => ring(caseId));
  });
  return done(null);
}

/** Others who are writing now, at questions whose drafts this reader sees. */
export async function editingNow(reader: Reader, file: CaseFile): Promise<Editing[]> {
  const rows = (await presencesOf(reader, file.case.id, stillSince())).filter((row) => {
    const place = placeOf(file.pathway, row.question);
    return row.person_id !== file.actor.id && place && maySeeDraft(file.roles, file.standings, place.stage.key);
  });
  if (rows.length === 0) return [];
  const names = new Map((await peopleByIds(reader, rows.map((row) => row.person_id))).map((person) => [person.id, person.name]));
  return rows.map((row) => ({ question: row.question, name: names.get(row.person_id) ?? 'Somebody', since: time(row.since_at) }));
}

/** Forgets who stopped writing an hour ago without saying so. */
export const forgetOldPresences = (): Promise<void> =>
  transaction(database(), (tx) => forgetPresences(tx, new Date(now().getTime() - 60 * LAPSES).toISOString()));
