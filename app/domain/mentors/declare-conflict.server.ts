import { newId } from '#db/codec.ts';
import { adviserById, adviserOfPerson } from '#db/tables/advisers.server.ts';
import { endMentorConflict, insertMentorConflict, openMentorConflicts } from '#db/tables/mentors.server.ts';
import { organisationById } from '#db/tables/organisations.server.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mayKeepMentors } from './mentors.policy.ts';
import type { NewMentorConflict } from './mentors.schema.ts';

/** Puts on record what keeps an adviser, or all of their organisation, from teams that this body decides on. They themselves, or the support unit. */
export const declareMentorConflict = (actor: Actor, adviserId: string | null, wanted: NewMentorConflict): Promise<Done<{ conflictId: string }> | Refused> =>
  command({ id: actor.id, name: actor.name, role: adviserId === null ? 'mentor' : 'support' }, async (tx, at) => {
    if (adviserId !== null && !mayKeepMentors(actor)) return absent();
    const adviser = adviserId === null ? await adviserOfPerson(tx, actor.id) : await adviserById(tx, adviserId);
    if (!adviser) return absent();
    const body = await organisationById(tx, wanted.body);
    if (!body) return refused(422, { field: 'body', message: 'Select the body from the list' });
    const id = newId();
    await insertMentorConflict(tx, {
      id, organisation_id: wanted.whole ? adviser.organisation_id : null, adviser_id: wanted.whole ? null : adviser.id, kind: wanted.kind, case_id: null, body_id: body.id, detail: wanted.detail,
      by: actor.id, at, ended_at: null, ended_by: null,
    });
    return done({ conflictId: id }, { kind: 'adviser.conflict', subject: { adviser: adviser.id, conflict: id, body: body.id, kind: wanted.kind }, sentence: `declared a conflict of ${wanted.whole ? 'a mentor organisation' : adviser.name} with ${body.name}` });
  });

/** It no longer stands. Those concerned end their own, the support unit any. */
export const endConflict = (actor: Actor, conflictId: string): Promise<Done<null> | Refused> =>
  command({ id: actor.id, name: actor.name, role: mayKeepMentors(actor) ? 'support' : 'mentor' }, async (tx, at) => {
    const [conflict, own] = [(await openMentorConflicts(tx)).find(({ id }) => id === conflictId), await adviserOfPerson(tx, actor.id)];
    const mine = own !== undefined && (conflict?.adviser_id === own.id || conflict?.organisation_id === own.organisation_id);
    if (!conflict || !(mine || mayKeepMentors(actor))) return absent();
    if (!(await endMentorConflict(tx, conflictId, actor.id, at))) return refused(409, 'It has ended already');
    return done(null, { kind: 'adviser.conflict.end', subject: { conflict: conflictId }, sentence: 'ended a conflict that was declared for a mentor' });
  });
