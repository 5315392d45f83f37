import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { verdictsOf } from '#db/tables/verdicts.server.ts';
import { addReading, correctReading } from '#app/domain/benefits/record-reading.server.ts';
import { withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { SHUT_OUT } from '#app/domain/cases/cases.policy.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { judgeBenefit } from '#app/domain/verdicts/judge-benefit.server.ts';
import { deskFor } from '#app/domain/verdicts/verdict-desk.server.ts';
import type { Role } from '#workflows/definition.ts';
import { liveCase } from '#tests/setup/live-case.ts';
import { promised, WAITS } from '#tests/setup/measured-case.ts';
import { smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';

/* People act on benefits of live cases at random, through the real commands, and now and then change sides. Whatever the order, nobody with a part in a result judges it. */
const WHO = ['lead', 'member', 'mentor', 'sponsor', 'finance', 'quality', 'legal', 'secondLine', 'hr', 'support', 'outsider'] as const satisfies readonly OnStage[];
const JOINS = ['finance', 'quality', 'legal', 'outsider'] as const;
const step = fc.record({
  act: fc.constantFrom('judge', 'judge', 'judge', 'replace', 'record', 'record', 'correct', 'joinTeam', 'interest', 'nameRecorder', 'nameOwner', 'withdraw'),
  who: fc.constantFrom(...WHO), of: fc.constantFrom('sponsor', 'finance', 'quality', 'legal', 'secondLine', 'hr'), verdict: fc.constantFrom('met', 'missed', 'notProven', 'tooEarly'), reasons: fc.constantFrom('', 'Seen on the wards'), value: fc.integer({ min: 1, max: 30 }),
} as const);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const history = fc.record({ recorder: fc.option(fc.constantFrom(...WHO)), owner: fc.option(fc.constantFrom(...WHO)), treatment: fc.constantFrom('contracted', 'monitored', 'notContracted'), steps: fc.array(step, { minLength: 4, maxLength: 8 }) } as const);

let world: SmallWorld;
let judgedOnes = 0;
beforeAll(async () => {
  setClock(() => new Date('2026-05-01T10:00:00Z'));
  world = await smallWorld('sqlite');
  await sql`pragma synchronous = off`.execute(world.open.writer); // nothing here outlives the test
});
afterAll(async () => {
  setClock(undefined);
  await world.close();
});

/** Who can never judge a benefit as the rows stand, read from the rows and not from the rules. */
async function barredFrom(caseId: string, benefitId: string): Promise<Set<string>> {
  const { db } = reader();
  const row = (await benefitById(reader(), benefitId))!;
  const [recorders, members, stakes] = await Promise.all([
    db.selectFrom('readings').select('by').where('benefit_id', '=', benefitId).execute(),
    db.selectFrom('memberships').select(['person_id', 'role']).where('case_id', '=', caseId).execute(),
    db.selectFrom('interests').select(['person_id', 'kind']).where('case_id', '=', caseId).execute(),
  ]);
  const insiders = members.filter(({ role }) => SHUT_OUT.includes(role as Role)).map(({ person_id }) => person_id);
  const holders = stakes.filter(({ kind }) => kind !== 'none' && kind !== 'other').map(({ person_id }) => person_id);
  return new Set([...recorders.map(({ by }) => by), ...insiders, ...holders, row.recorder_id ?? '', row.provider_owner_id ?? '']);
}

async function judge(caseId: string, benefitId: string, { act, who, verdict, reasons }: Step): Promise<void> {
  const { people } = world;
  const barred = await barredFrom(caseId, benefitId);
  const desk = await deskFor(reader(), (await caseForActor(reader(), people.sponsor, caseId))!, (await benefitById(reader(), benefitId))!);
  const asks = typeof desk === 'string' ? { reviewOn: '2026-04-01', saw: '', replaces: '' } : { reviewOn: desk.review.on, saw: desk.saw, replaces: act === 'replace' ? (desk.given?.id ?? '') : '' };
  const outcome = await judgeBenefit(people[who], caseId, benefitId, { ...asks, key: newId(), verdict, reasons, action: 'Count again', actionOwner: people.member.id, actionDueOn: '2026-06-01' });
  if (!outcome.ok) return;
  judgedOnes += 1;
  expect(barred.has(people[who].id), `${who} judged although barred`).toBe(false);
  if (typeof desk !== 'string' && (desk.given || verdict !== desk.proposal.verdict)) expect(reasons, 'a verdict that differs or replaces says why').not.toBe('');
}

async function take(caseId: string, benefitId: string, one: Step, month: number): Promise<void> {
  const { people } = world;
  const reading = { periodFrom: null, periodOn: `2025-${String(4 + month).padStart(2, '0')}-28`, value: one.value, numerator: null, denominator: null, n: 50, quality: 'B' as const, note: 'Counted' };
  if (one.act === 'judge' || one.act === 'replace') await judge(caseId, benefitId, one);
  else if (one.act === 'record') await addReading(people[one.who], caseId, benefitId, reading);
  else if (one.act === 'correct') await correctReading(people[one.who], caseId, benefitId, (await readingsOf(reader(), [benefitId])).at(-1)?.id ?? newId(), reading);
  else if (one.act === 'withdraw') await withdrawBenefit(people[one.who], caseId, benefitId, one.reasons);
  else await changeSides(caseId, benefitId, one);
}

/** Facts that other commands write: who joined the team, who holds a stake, who was named. */
async function changeSides(caseId: string, benefitId: string, { act, who, of }: Step): Promise<void> {
  const at = '2026-05-01T10:00:00.000Z';
  const person_id = world.people[act === 'joinTeam' ? JOINS[of.length % JOINS.length]! : of].id;
  await transaction(world.open, async (tx) => {
    if (act === 'joinTeam') await insertMembership(tx, { id: newId(), case_id: caseId, person_id, role: who === 'mentor' ? 'mentor' : 'member', organisation_id: null, stages_json: null, invited_by: world.people.lead.id, from_at: at, until_at: at });
    else if (act === 'interest') await insertInterest(tx, { id: newId(), case_id: caseId, person_id, kind: who === 'lead' ? 'none' : 'employee', detail: '', declared_at: at });
    else await tx.db.updateTable('benefits').set(act === 'nameRecorder' ? { recorder_id: person_id } : { provider_owner_id: person_id }).where('id', '=', benefitId).execute();
  });
}

it('lets nobody who recorded, owns or has a stake judge, in 1,000 histories', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ recorder, owner, treatment, steps }) => {
      const caseId = await liveCase(world, '2025-04-01');
      const benefitId = await promised(world, caseId, { ...WAITS, recorder: recorder && world.people[recorder].id, providerOwner: owner && world.people[owner].id }, treatment);
      for (const [month, one] of steps.entries()) await take(caseId, benefitId, one, month % 9);
      const [verdicts, readings] = await Promise.all([verdictsOf(reader(), [benefitId]), readingsOf(reader(), [benefitId])]);
      const replaced = new Set(verdicts.map(({ replaces_id }) => replaces_id));
      expect(verdicts.filter(({ id }) => !replaced.has(id)).length, 'verdicts that stand at one review').toBeLessThanOrEqual(1);
      expect(readings.filter(({ by }) => verdicts.some((v) => v.by === by)), 'results by somebody who judged them, before or after').toEqual([]);
      for (const v of verdicts) expect(v.verdict === 'missed', 'a miss has an action, an owner and a day').toBe(v.action !== null && v.action_owner_id !== null && v.action_due_on !== null);
    }),
    { numRuns: 1_000, seed: 20261129 },
  );
  expect(judgedOnes, 'enough were judged for this to say something').toBeGreaterThan(200);
}, 120_000);
