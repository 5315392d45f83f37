import { insertSharedReading, wasReadOn } from '#db/tables/memberships.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { today } from '../clock.server.ts';
import { done, refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { caseCommand } from './case-command.server.ts';
import type { CaseFile } from './case-file.server.ts';
import { readsAsMentor } from './cases.policy.ts';

/**
 * A mentor has opened what is shared with them: the first time on each day stands on the timeline of the case. Does nothing for
 * anyone else. Reading a page never fails because of it.
 */
export async function noteSharedReading(file: CaseFile, stage: StageKey): Promise<void> {
  if (!readsAsMentor(file.roles, file.standings, stage)) return;
  const part = file.memberships.find((m) => m.person_id === file.actor.id && m.role === 'mentor' && m.until_at === null);
  if (!part || (await wasReadOn(reader(), part.id, stage, today()))) return;
  await caseCommand(file.actor, file.case.id, ['mentor'], async (tx, fresh, at) => {
    const first = await insertSharedReading(tx, { membership_id: part.id, stage, read_on: today(), at });
    if (!first) return refused(409, 'It is noted already');
    return done(null, { kind: 'part.read', caseId: fresh.case.id, subject: { stage, membership: part.id }, sentence: `read the ${inWords(stageOf(fresh.pathway, stage).stage.noun, fresh.pathway)}` });
  });
}
