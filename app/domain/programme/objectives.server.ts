import { newId } from '#db/codec.ts';
import { allObjectives, insertObjective, nextObjectiveNumber, objectivesOfCases, retireObjective, tagCase, untagCase } from '#db/tables/objectives.server.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { programmeCommand } from './programme-command.server.ts';
import { mayTagCase } from './programme.policy.ts';

const REFUSAL = 'Only the support unit sets the objectives of the programme.';

/** The support unit says what the programme is for. The day is kept, so that an objective set late is seen to be late. */
export async function addObjective(actor: Actor, { title, indicator }: { title: string; indicator: string }): Promise<Done<{ objectiveId: string }> | Refused> {
  return programmeCommand(actor, REFUSAL, async (tx, at) => {
    const id = newId();
    await insertObjective(tx, { id, number: await nextObjectiveNumber(tx), title, indicator, by: actor.id, at, retired_at: null, retired_reason: null });
    return done({ objectiveId: id }, { kind: 'objective.add', subject: { objective: id }, sentence: `set an objective of the programme: ${title}` });
  });
}

/** An objective no longer stands. It stays on record with the reason, and on the cases tagged with it. */
export async function endObjective(actor: Actor, objectiveId: string, reason: string): Promise<Done<null> | Refused> {
  return programmeCommand(actor, REFUSAL, async (tx, at) => {
    const objective = (await allObjectives(tx)).find(({ id }) => id === objectiveId);
    if (!objective) return absent();
    if (!(await retireObjective(tx, objectiveId, at, reason))) return refused(409, 'This objective was retired already');
    return done(null, { kind: 'objective.retire', subject: { objective: objectiveId, reason }, sentence: `retired an objective of the programme: ${objective.title}` });
  });
}

/** Says which objectives a case serves. Retired ones it was tagged with stay. */
export async function tagCaseWith(actor: Actor, caseId: string, wanted: readonly string[]): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'support'], async (tx, file, at) => {
    if (!mayTagCase(file.roles)) return refused(403, 'Only the team lead and the support unit choose the objectives a case serves.');
    const standing = (await allObjectives(tx)).filter((o) => o.retired_at === null).map(({ id }) => id);
    if (wanted.some((id) => !standing.includes(id))) return refused(422, { field: 'objectives', message: 'Select from the list: one of these objectives no longer stands' });
    const now = (await objectivesOfCases(tx, [caseId])).map((row) => row.objective_id);
    const [added, dropped] = [wanted.filter((id) => !now.includes(id)), standing.filter((id) => now.includes(id) && !wanted.includes(id))];
    for (const id of added) await tagCase(tx, { case_id: caseId, objective_id: id, by: actor.id, at });
    for (const id of dropped) await untagCase(tx, caseId, id);
    if (added.length + dropped.length === 0) return done(null);
    return done(null, { kind: 'case.objectives', caseId, subject: { added, dropped }, sentence: 'chose the programme objectives this case serves' });
  });
}
