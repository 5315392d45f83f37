import { newId } from '#db/codec.ts';
import { isRefusedByTrigger, transaction } from '#db/database.server.ts';
import type { NewRow } from '#db/schema.ts';
import { insertDecision } from '#db/tables/decisions.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { instant, setClock } from '#app/domain/clock.server.ts';
import { nameDeputy } from '#app/domain/covers/name-deputy.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import type { Engine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, type OnStage } from '#tests/setup/small-world.ts';
import { judge, pass, read, reviewAll, value } from '#tests/setup/walk.ts';
import type { StageKey } from '#workflows/definition.ts';

/** An instant by its London time in May, which is an hour ahead of UTC. */
export const london = (day: number, time = '12:00:00') => new Date(Date.parse(`2026-05-${String(day).padStart(2, '0')}T${time}.000Z`) - 3_600_000);
export const on = (day: number) => `2026-05-${String(day).padStart(2, '0')}`;
export const at = (day: number, time?: string) => setClock(() => london(day, time));

class Undo extends Error {}

/** A proposal in front of its approver with every review in, on 1 May, and what these tests do with it. */
export async function coverWorld(engine: Engine) {
  at(1);
  const world = await smallWorld(engine);
  const { people } = world;
  const caseId = await smallCase(world);
  const fileOf = async (who: OnStage) => caseForActor(reader(), people[who], caseId);
  const partOf = async (who: OnStage) => (await fileOf('lead'))!.memberships.find((m) => m.person_id === people[who].id && m.until_at === null)!.id;
  const send = async (stage: StageKey) => {
    await completeStage(world, caseId, stage);
    value(await submitStage(people.lead, caseId, stage));
    await read(people.sponsor, caseId, stage);
    await reviewAll(world, caseId, stage);
  };
  await pass(world, caseId, 'readiness');
  await send('proposal');
  return {
    world, caseId, people, fileOf, partOf, send,
    events: async (...kinds: string[]) => (await eventsOf(reader(), caseId, { limit: 50, kinds })).map((e) => e.sentence).reverse(),
    cover: async (from: number, until: number, { deputy = 'outsider', by = 'sponsor', away = 'sponsor', email }: { deputy?: OnStage; by?: OnStage; away?: OnStage; email?: string } = {}) =>
      nameDeputy(people[by], caseId, await partOf(away), { email: email ?? people[deputy].email, from: on(from), until: on(until), reason: 'Annual leave' }),
    says: (who: OnStage) => declareInterest(people[who], caseId, { personId: people[who].id, kind: 'none', detail: '' }),
    signs: (who: OnStage = 'outsider') => judge(world, caseId, 'proposal', 'approved', {}, who),
    /** A part that was simply given, without the commands and their questions. */
    given: (who: OnStage, role: string, row: Partial<NewRow<'memberships'>> = {}) =>
      transaction(database(), (tx) => insertMembership(tx, { id: newId(), case_id: caseId, person_id: people[who].id, role, organisation_id: null, stages_json: null, invited_by: people.lead.id, from_at: instant(), until_at: null, ...row })),
    declared: (who: OnStage, kind: 'director' | 'shareholder') =>
      transaction(database(), (tx) => insertInterest(tx, { id: newId(), case_id: caseId, person_id: people[who].id, kind, detail: '', declared_at: instant() })),
    /** What direct SQL is told; it leaves nothing behind. */
    forced: async (row: Partial<NewRow<'decisions'>>, stage: StageKey = 'proposal'): Promise<string> => {
      const version = (await latestSubmission(reader(), caseId, stage))!;
      const whole = {
        id: newId(), case_id: caseId, stage, submission_id: version.id, sha256: version.sha256, line: 'first' as const, outcome: 'approved' as const, criteria_json: '[]', reasons_json: '[]',
        note: '', on_behalf_of: '', minutes: '', by: people.outsider.id, for_id: people.sponsor.id, role: 'sponsor', at: london(1).toISOString(), ...row,
      };
      return transaction(database(), async (tx) => { await insertDecision(tx, whole); throw new Undo(); }).catch((error: unknown) =>
        error instanceof Undo ? 'done' : isRefusedByTrigger(error) ? (error as Error).message.replace(/^.*slipway:\s*/s, '') : String(error));
    },
  };
}
export type CoverWorld = Awaited<ReturnType<typeof coverWorld>>;
