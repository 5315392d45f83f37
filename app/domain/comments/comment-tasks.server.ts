import { newId } from '#db/codec.ts';
import { insertCommentTask, tasksOfComment, tickCommentTask } from '#db/tables/comment-tasks.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { inTeam, mayLead, TEAM } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { day } from '../../lib/dates.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mayCommentIn, READS_ONLY } from './comments.policy.ts';
import { commentFor, deed } from './comments.server.ts';
import { helpersFor } from './helpers.server.ts';

export interface NewTask {
  text: string;
  ownerId: string;
  /** YYYY-MM-DD */
  dueOn: string;
}

/** A comment becomes a task of somebody in the team, or of its mentor, who can see it; it stands on their first page until it is ticked off. */
export async function makeTask(actor: Actor, caseId: string, commentId: string, task: NewTask): Promise<Done<{ taskId: string }> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const comment = await commentFor(tx, file, commentId);
    if (!comment || comment.sent_at === null) return absent();
    if (!inTeam(file.roles)) return refused(403, 'Only the team can make a task of a comment');
    if (!mayCommentIn(file.roles, file.standings, comment.stage as StageKey)) return refused(403, READS_ONLY);
    if (comment.state === 'settled') return refused(409, 'This comment is settled already');
    const people = await helpersFor(tx, file, comment);
    const owner = people.find((p) => p.id === task.ownerId);
    if (!owner) return refused(422, { field: 'owner', message: 'Select who does it' });
    if (!owner.sees) return refused(422, { field: 'owner', message: `${owner.name} cannot see this comment. Select somebody who can` });
    if (task.dueOn < today()) return refused(422, { field: 'dueOn', message: 'The day it is due must be today or later' });
    const id = newId();
    await insertCommentTask(tx, { id, case_id: caseId, comment_id: commentId, text: task.text, owner_id: owner.id, due_on: task.dueOn, by: actor.id, at });
    await tell(tx, at, [owner.id], { caseId, kind: 'needsYou', text: `${task.text}, by ${day(task.dueOn)}: ${file.case.title}`, link: `/cases/${caseId}/comments/${commentId}`, because: `${actor.name} made this your task. It stays on your first page until you tick it off.` }, actor.id);
    return done({ taskId: id }, { ...deed(comment, 'comment.task'), sentence: `made a task of a comment for ${owner.name}` });
  });
}

/** Whoever does a task ticks it off, or who made it, or the team lead. */
export async function tickTask(actor: Actor, caseId: string, commentId: string, taskId: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, [...TEAM, 'mentor'], async (tx, file, at) => {
    const comment = await commentFor(tx, file, commentId);
    const task = comment && (await tasksOfComment(tx, commentId)).find((t) => t.id === taskId);
    if (!comment || !task) return absent();
    if (task.owner_id !== actor.id && task.by !== actor.id && !mayLead(file.roles)) return refused(403, 'Only who does a task, who made it or the team lead can tick it off');
    if (!(await tickCommentTask(tx, taskId, actor.id, at))) return refused(409, 'This task is ticked off already');
    await tell(tx, at, [task.by], { caseId, kind: 'information', about: 'comments', text: `${actor.name} ticked off "${task.text}": ${file.case.title}`, link: `/cases/${caseId}/comments/${commentId}` }, actor.id);
    return done(null, { ...deed(comment, 'comment.tick'), sentence: 'ticked off a task' });
  });
}
