import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { insertMentorConflict } from '#db/tables/mentors.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { clash } from '../people/invite-person.server.ts';
import { loadMentoring, sideOf, stepMentoring, type MentoringLoaded, type Side } from './load-mentoring.server.ts';
import { REFUSALS } from './mentoring-words.ts';
import type { NewRefusal } from './mentoring.schema.ts';
import { askNext, standDown } from './next-in-line.server.ts';

/** A command on one mentoring by somebody it is theirs to see; to everybody else it is not there. */
export function mentoringCommand<T>(actor: Actor, id: string, work: (tx: Writer, loaded: MentoringLoaded, side: Side, at: string) => Promise<Done<T> | Refused>): Promise<Done<T> | Refused> {
  const doer = { id: actor.id, name: actor.name, role: 'member' };
  return command(doer, async (tx, at) => {
    const loaded = await loadMentoring(tx, id);
    const side = loaded && sideOf(loaded, actor);
    if (!loaded || side === undefined) return absent();
    doer.role = side === 'team' ? 'lead' : (side ?? 'member');
    return work(tx, loaded, side, at);
  });
}

/** The adviser says yes: they are the case's mentor, and see nothing of it until the team shares a stage. */
export const acceptRequest = (actor: Actor, id: string): Promise<Done<{ caseId: string }> | Refused> =>
  mentoringCommand(actor, id, async (tx, loaded, side, at) => {
    const { row, adviser } = loaded;
    const caseId = row.case_id;
    if (side !== 'mentor') return refused(403, 'Only the adviser who was asked can answer');
    const shut = clash(loaded, adviser.person_id, adviser.name, 'mentor');
    if (shut) return refused(422, ...shut.reasons.map(({ message }) => message));
    const membershipId = newId();
    await insertMembership(tx, { id: membershipId, case_id: caseId, person_id: adviser.person_id, role: 'mentor', organisation_id: adviser.organisation_id, stages_json: toJson([]), invited_by: row.chosen_by, from_at: at, until_at: null });
    const step = await stepMentoring(tx, loaded, side, { type: 'accept', by: actor.id, at }, { replied_at: at, membership_id: membershipId });
    if (!step.ok) return step;
    const passed = await standDown(tx, caseId, `${adviser.name} said yes`, at);
    await tell(tx, at, holdersOf(loaded, 'lead'), {
      caseId, kind: 'needsYou', about: 'mentoring', text: `${adviser.name} will mentor your team: ${loaded.case.title}`, link: `/cases/${caseId}/mentoring`,
      because: 'Arrange the first meeting. Your mentor sees nothing of your case until you share a stage with them.',
    }, actor.id);
    return done({ caseId }, { kind: 'mentoring.accept', caseId, subject: { mentoring: id, person: adviser.person_id }, sentence: 'agreed to mentor the team' }, ...passed);
  });

/** Not this time. A conflict is put on record, so that they are not suggested again; the next in line is asked. */
export const declineRequest = (actor: Actor, id: string, { reason, words }: NewRefusal): Promise<Done<null> | Refused> =>
  mentoringCommand(actor, id, async (tx, loaded, side, at) => {
    const { row, adviser } = loaded;
    if (side !== 'mentor') return refused(403, 'Only the adviser who was asked can answer');
    const said = REFUSALS.find(([code]) => code === reason)![2];
    const step = await stepMentoring(tx, loaded, side, { type: 'decline', by: actor.id, at }, { replied_at: at, words: words || capital(said) });
    if (!step.ok) return step;
    if (reason === 'conflict') {
      await insertMentorConflict(tx, { id: newId(), organisation_id: null, adviser_id: adviser.id, kind: 'other', case_id: row.case_id, body_id: null, detail: words, by: actor.id, at, ended_at: null, ended_by: null });
    }
    const next = await askNext(tx, row.case_id, at);
    await tell(tx, at, holdersOf(loaded, 'lead'), { caseId: row.case_id, kind: 'information', about: 'mentoring', text: `Not this time: ${adviser.name} ${said}, ${loaded.case.title}`, link: `/cases/${row.case_id}/mentoring` }, actor.id);
    return done(null, { kind: 'mentor.decline', caseId: row.case_id, subject: { mentoring: id }, sentence: 'could not mentor the team this time' }, ...next);
  });

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);
