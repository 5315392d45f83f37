import type { Writer } from '#db/database.server.ts';
import { absent, command, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { maySetProgramme } from './programme.policy.ts';
import { scopeOf } from './programme-scope.server.ts';

/** A command on the programme itself: the support unit's alone. To those without a programme nothing is there. */
export const programmeCommand = <T>(actor: Actor, refusal: string, work: (tx: Writer, at: string) => Promise<Done<T> | Refused>): Promise<Done<T> | Refused> =>
  command({ id: actor.id, name: actor.name, role: 'support' }, async (tx, at) => {
    if (!(await scopeOf(tx, actor))) return absent();
    return maySetProgramme(actor) ? work(tx, at) : refused(403, refusal);
  });
