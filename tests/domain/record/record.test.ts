import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesAfter, headsOf } from '#db/tables/record.server.ts';
import { now, setClock } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { beginRecord } from '#app/domain/record/begin-record.server.ts';
import { signDailyHeads } from '#app/domain/record/heads.server.ts';
import { newKey } from '#app/domain/record/keys.server.ts';
import { verifyRecord } from '#app/domain/record/verify.server.ts';
import { ENGINES } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, toItsApprover } from '#tests/setup/walk.ts';
import { ownKeys } from './keys-and-heads.ts';

const chain = (caseId: string) => entriesAfter(reader(), { chain: caseId, number: 0 }, 10_000, caseId);

describe.each(ENGINES)('the record on %s', (engine) => {
  let world: SmallWorld;
  let caseId: string;
  let keys: ReturnType<typeof ownKeys>;
  beforeEach(async () => {
    keys = ownKeys();
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await beginRecord();
  });
  afterEach(async () => {
    setClock(undefined);
    await world.close();
    keys.forget();
  });
  const verified = () => verifyRecord(reader(), keys.against());

  it('is whole after a case has come to a decision, with an entry for each thing that happened, numbered from one', async () => {
    await pass(world, caseId, 'readiness');
    await pass(world, caseId, 'proposal');
    const found = await verified();
    expect(found.faults).toEqual([]);
    const entries = await chain(caseId);
    expect(entries.map((entry) => entry.number)).toEqual(entries.map((_, i) => i + 1));
    expect(found.entries).toBeGreaterThanOrEqual(entries.length);
    expect(found.seals).toBeGreaterThan(8); // interests, the version, its reviews, the decision
  });

  it('signs the end of the chain with each decision, in its transaction, and keeps the head beside the keys', async () => {
    await pass(world, caseId, 'readiness');
    await pass(world, caseId, 'proposal');
    const decision = (await chain(caseId)).find((entry) => entry.kind === 'stage.approve')!;
    const signed = (await headsOf(reader(), caseId)).filter((head) => head.number === decision.number);
    expect(signed.map(({ hash, why }) => ({ hash, why }))).toEqual([{ hash: decision.hash, why: 'decision' }]);
    expect(keys.against().heads!.some((head) => head.signature === signed[0]!.signature)).toBe(true);
  });

  it('writes nothing for a decision that is refused', async () => {
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal', false);
    const before = [(await chain(caseId)).length, (await headsOf(reader())).length];
    expect(await judge(world, caseId, 'proposal', 'approved')).toMatchObject({ ok: false, status: 422 });
    expect([(await chain(caseId)).length, (await headsOf(reader())).length]).toEqual(before);
  });

  it('signs chains that grew once a day, with the newest key, and older keys still check what they signed', async () => {
    expect(await signDailyHeads()).toBe(0); // what was found at the start is signed
    const tomorrow = new Date(now().getTime() + 26 * 3_600_000);
    setClock(() => tomorrow);
    await pass(world, caseId, 'readiness');
    newKey(keys.folder);
    expect(await signDailyHeads()).toBe(1);
    expect(await signDailyHeads()).toBe(0);
    expect((await verified()).faults).toEqual([]);
  });

  it('keeps one chain when twenty people write at once', async () => {
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    const before = (await chain(caseId)).length;
    const told = await Promise.all(Array.from({ length: 20 }, () => judge(world, caseId, 'proposal', 'approved')));
    expect(told.filter((outcome) => outcome.ok)).toHaveLength(1);
    const after = await chain(caseId);
    expect(after.slice(before).filter((entry) => entry.kind === 'stage.approve')).toHaveLength(1);
    expect((await verified()).faults).toEqual([]);
  });

  it('keeps the order of writing when the clock goes back, and says so', async () => {
    await pass(world, caseId, 'readiness');
    const yesterday = new Date(now().getTime() - 24 * 3_600_000);
    setClock(() => yesterday);
    await completeStage(world, caseId, 'proposal');
    const found = await verified();
    expect(found.faults).toEqual([]);
    expect(found.clockWentBack).toBeGreaterThan(0);
  });

  it('vouches once, at the first start, for rows that were there; never for what came in beside the record since', async () => {
    await sql`insert into interests (id, case_id, person_id, kind, detail, declared_at) values ('old', ${caseId}, ${world.people.hr.id}, 'none', '', '2026-01-01T00:00:00.000Z')`.execute(database().writer);
    expect((await verified()).faults).toEqual([{ chain: 'interests', number: 0, what: 'No entry vouches for old in interests' }]);
    const length = (await chain(caseId)).length;
    await beginRecord();
    expect((await chain(caseId)).length).toBe(length);
    expect((await verified()).faults).toHaveLength(1);
  });
});
