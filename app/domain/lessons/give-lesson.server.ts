import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { changeLesson, insertLesson, lessonsOfCase } from '#db/tables/lessons.server.ts';
import { MOST_LESSONS, whyNoMore, whyNotLesson, type LessonAct } from '#workflows/lessons.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mayGiveLesson, mayWithdrawLesson } from './lessons.policy.ts';
import type { ChangedLesson, NewLesson } from './lessons.schema.ts';

type Outcome = Promise<Done<{ lessonId: string }> | Refused>;
const ONLY = 'Only the team, where it may change the answers of the stage, gives lessons about it';

/** Tells other teams one thing, for as many readers as the team chose. A case never has more than three that stand. */
export async function giveLesson(actor: Actor, caseId: string, { key, ...lesson }: NewLesson): Outcome {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    if (!mayGiveLesson(file.roles, file.standings, lesson.stage)) return refused(403, ONLY);
    const standing = (await lessonsOfCase(tx, caseId)).filter((row) => row.withdrawn_at === null);
    const why = whyNoMore(standing.length);
    if (why) return refused(422, why);
    const id = newId();
    const place = PLACES.find((n) => standing.every((row) => row.place !== n))!;
    await insertLesson(tx, { id, case_id: caseId, place, ...lesson, by: actor.id, at, changed_by: null, changed_at: null, withdrawn_by: null, withdrawn_at: null, withdrawn_reason: null, revision: 1 });
    await tellLead(tx, file, at, `gave a lesson to other teams: ${lesson.title}`);
    return done({ lessonId: id }, { kind: 'lesson.give', caseId, subject: { lesson: id, readers: lesson.readers }, sentence: `gave a lesson to other teams: ${lesson.title}` });
  }, { key, payload: { caseId, ...lesson } });
}
const PLACES = Array.from({ length: MOST_LESSONS }, (_, n) => n + 1);

/** Mends the words of a lesson, or chooses other readers, while that is still allowed. */
export const mendLesson = (actor: Actor, caseId: string, lessonId: string, { revision, ...lesson }: ChangedLesson): Outcome =>
  onLesson(actor, caseId, lessonId, { type: 'change' }, async (tx, file, row, at) => {
    if (![row.stage as ChangedLesson['stage'], lesson.stage].every((stage) => mayGiveLesson(file.roles, file.standings, stage))) return refused(403, ONLY);
    if (!(await changeLesson(tx, { id: row.id, revision }, { ...lesson, changed_by: actor.id, changed_at: at }))) return changedMeanwhile();
    await tellLead(tx, file, at, `changed a lesson to other teams: ${lesson.title}`);
    return done({ lessonId }, { kind: 'lesson.change', caseId, subject: { lesson: lessonId, readers: lesson.readers }, sentence: `changed a lesson to other teams: ${lesson.title}` });
  });

/** Takes a lesson back. Its address stays, and says when and why. */
export const withdrawLesson = (actor: Actor, caseId: string, lessonId: string, reason: string): Outcome =>
  onLesson(actor, caseId, lessonId, { type: 'withdraw', reason }, async (tx, file, row, at) => {
    if (!mayWithdrawLesson(file.roles, actor.id, row.by)) return refused(403, 'Only the team lead, or whoever gave the lesson, withdraws it');
    if (!(await changeLesson(tx, row, { withdrawn_by: actor.id, withdrawn_at: at, withdrawn_reason: reason.trim() }))) return changedMeanwhile();
    await tellLead(tx, file, at, `withdrew a lesson to other teams: ${row.title}`);
    return done({ lessonId }, { kind: 'lesson.withdraw', caseId, subject: { lesson: lessonId, reason: reason.trim() }, sentence: `withdrew a lesson to other teams: ${row.title}` });
  });

type Work = (tx: Writer, file: CaseFile, row: Row<'lessons'>, at: string) => Promise<Done<{ lessonId: string }> | Refused>;

/** Rights are asked first: who may not do it is never told how it stands. */
const onLesson = (actor: Actor, caseId: string, lessonId: string, act: LessonAct, work: Work): Outcome =>
  caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const row = (await lessonsOfCase(tx, caseId)).find(({ id }) => id === lessonId);
    if (!row) return absent();
    const why = whyNotLesson({ at: row.at, now: at, withdrawn: row.withdrawn_at !== null }, act);
    if (!why || !mayTouch(file, actor, row, act)) return work(tx, file, row, at);
    const isEmpty = act.type === 'withdraw' && row.withdrawn_at === null;
    return isEmpty ? refused(422, { message: why, field: 'reason' }) : refused(409, why);
  });

const mayTouch = (file: CaseFile, actor: Actor, row: Row<'lessons'>, act: LessonAct): boolean =>
  act.type === 'withdraw' ? mayWithdrawLesson(file.roles, actor.id, row.by) : mayGiveLesson(file.roles, file.standings, row.stage as ChangedLesson['stage']);

const tellLead = (tx: Writer, file: CaseFile, at: string, what: string) =>
  tell(tx, at, holdersOf(file, 'lead'), { caseId: file.case.id, kind: 'information', text: `${file.actor.name} ${what}`, link: `/cases/${file.case.id}/lessons` }, file.actor.id);
