import type { Writer } from '#db/database.server.ts';
import type { Role } from '#workflows/definition.ts';
import { absent, command, refused, type Doer, type Done, type Once, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { loadStage, type StageLoaded } from '../stages/stage-facts.server.ts';
import { caseForActor, doerOf, stageInFile, type CaseFile } from './case-file.server.ts';

/** A command on one case: loaded through the actor inside the transaction; recorded under the first of `as` they hold. */
export async function caseCommand<T>(
  actor: Actor,
  caseId: string,
  as: readonly Role[],
  work: (tx: Writer, file: CaseFile, at: string) => Promise<Done<T> | Refused>,
  once?: Once,
): Promise<Done<T> | Refused> {
  const doer: Doer = { id: actor.id, name: actor.name, role: 'visitor' };
  return command(
    doer,
    async (tx, at) => {
      const file = await caseForActor(tx, actor, caseId);
      if (!file) return absent();
      doer.role = doerOf(file, as).role;
      return work(tx, file, at);
    },
    once,
  );
}

/** A command on one stage of a case. `saw`: the SHA-256 of the version the person looked at. */
export async function stageCommand<T>(
  on: { actor: Actor; caseId: string; stage: string; as: readonly Role[]; saw?: string | undefined },
  work: (tx: Writer, file: CaseFile, loaded: StageLoaded, at: string) => Promise<Done<T> | Refused>,
  once?: Once,
): Promise<Done<T> | Refused> {
  return caseCommand(
    on.actor,
    on.caseId,
    on.as,
    async (tx, file, at) => {
      const found = stageInFile(file, on.stage);
      if (!found) return absent();
      return work(tx, file, await loadStage(tx, file, found.key, on.saw), at);
    },
    once,
  );
}

/** 409: the row was moved on between reading and writing. */
export const changedMeanwhile = (): Refused => refused(409, 'Somebody changed this a moment ago. Open the page again to see how it stands now');
