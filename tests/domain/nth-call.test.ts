import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely, KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, RootOperationNode, UnknownRow } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { database, reader, useDatabase } from '#app/domain/database.server.ts';
import { beginRecord } from '#app/domain/record/begin-record.server.ts';
import { HEADS_FILE } from '#app/domain/record/heads.server.ts';
import { verifyRecord } from '#app/domain/record/verify.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { around } from './histories/around.ts';
import { signOff } from './histories/sign-off.ts';
import { atBegin, historiesWorld, tick, type HistoriesWorld } from './histories/starts.ts';
import type { Act } from './histories/walk.ts';
import { ownKeys } from './record/keys-and-heads.ts';

/*
 * Each command of a sign-off is made to fail at its first, second, ... call of the database, and after its last, until it
 * comes through. NTH_CALL=1 tries every call on PostgreSQL too, where each `npm test` tries every fifth.
 */
const EVERY = { sqlite: 1, postgres: Number(process.env.NTH_CALL ?? 5) };

class Snapped extends Error {}

/** Throws at the n-th query of the writer: before it is sent, or once its answer is there. Without an n it only counts. */
class FailsAt implements KyselyPlugin {
  seen = 0;
  answered = 0;
  readonly n: number;
  readonly when: 'before' | 'after';
  constructor(n = Infinity, when: 'before' | 'after' = 'before') {
    this.n = n;
    this.when = when;
  }
  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    if (++this.seen === this.n && this.when === 'before') throw new Snapped();
    return node;
  }
  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    if (++this.answered === this.n && this.when === 'after') throw new Snapped();
    return result;
  }
}

const acts = { ...signOff, ...around } satisfies Record<string, Act>;
type Name = keyof typeof acts;

/** From which start, after which acts, each command is tried: every act that is one command of somebody or of the clock. */
const TRIED: Readonly<Record<string, readonly (readonly [Name, ...Name[]])[]>> = {
  'proposal sent': [['takeBack'], ['submit', 'takeBack'], ['review'], ['object']],
  'proposal reviewed': [
    ['approve'], ['approveWithConditions'], ['requestChanges'], ['decline'], ['defer'], ['declare'], ['endPart'], ['succeed'],
    ['convene'], ['view', 'convene'], ['dissolve', 'convene'], ['coverSponsor'], ['endCover', 'coverSponsor'], ['nextDay', 'coverSponsor'], ['nextDay', 'succeed'],
    ['pause'], ['resume', 'pause'], ['freeze'], ['unfreeze', 'freeze'], ['withdraw'], ['reopenCase', 'withdraw'], ['reopen', 'decline'],
    ['agree', 'approveWithConditions'], ['askWords', 'approveWithConditions'], ['takeWords', 'approveWithConditions', 'askWords'],
  ],
  'proposal with a condition': [['sendEvidence'], ['verify', 'sendEvidence'], ['failCondition'], ['waive'], ['reopenCondition', 'sendEvidence', 'verify']],
  'business case with the second line': [['assure'], ['query'], ['stop'], ['coverSecondLine'], ['reopen', 'assure']],
};
const NOT_ONE_COMMAND: readonly Name[] = ['complete', 'read', 'deputySigns', 'pressTwice', 'nextDayUnswept', 'giveSigningPart', 'giveTeamPart'];

/** Every row there is. */
const digest = async ({ open }: HistoriesWorld): Promise<string[]> => {
  const db = open.reader as Kysely<any>;
  const rows: string[] = [];
  for (const { name } of await db.introspection.getTables()) for (const row of await db.selectFrom(name).selectAll().execute()) rows.push(`${name} ${JSON.stringify(row)}`);
  return rows.sort();
};

eachEngine((engine) => {
  let world: HistoriesWorld;
  let keys: ReturnType<typeof ownKeys>;
  let kept: number;
  beforeAll(async () => {
    keys = ownKeys();
    world = await historiesWorld(engine, new RegExp(`^(${Object.keys(TRIED).join('|')})$`));
    await beginRecord();
    await world.open.keep();
    kept = statSync(join(keys.folder, HEADS_FILE)).size;
  }, 120_000);
  afterAll(async () => { await world.close(); keys.forget(); });

  const undo = async () => {
    await world.open.undo();
    truncateSync(join(keys.folder, HEADS_FILE), kept);
  };
  afterEach(undo);

  /** Does one act on the case of that start; every answer must be a yes. */
  async function act(name: Name, start: string): Promise<void> {
    const { caseId, stage } = world.starts.find((s) => s.name === start)!;
    tick();
    for (const answer of await acts[name]({ world, caseId, stage }, { act: name, n: 1, who: 'lead', other: 'finance', willing: true })) expect(answer, name).toMatchObject({ ok: true });
  }
  /** What `work` came to while the writer had this snag. */
  async function snagged(snag: FailsAt, work: () => Promise<void>): Promise<'through' | 'snapped'> {
    const whole = database();
    useDatabase({ ...whole, writer: whole.writer.withPlugin(snag) });
    try {
      return await work().then(() => 'through' as const, (error: unknown) => (error instanceof Snapped ? 'snapped' : Promise.reject(error as Error)));
    } finally {
      useDatabase(whole);
    }
  }

  for (const [start, rows] of Object.entries(TRIED)) {
    it.each(rows.map(([name, ...first]) => [name, first] as const))(`${start}: %s fails at every call, after %j`, { timeout: 180_000 }, async (name, first) => {
      const prepare = async () => {
        atBegin();
        for (const earlier of first) await act(earlier, start);
      };
      await prepare();
      const calls = new FailsAt();
      expect(await snagged(calls, () => act(name, start))).toBe('through');
      expect(calls.seen).toBeGreaterThan(4);
      await undo();
      await prepare();
      const before = await digest(world);
      for (let n = 1; n <= calls.seen; n += n < calls.seen && n + EVERY[engine] > calls.seen ? calls.seen - n : EVERY[engine]) expect(await snagged(new FailsAt(n, 'before'), () => act(name, start)), `before call ${n}`).toBe('snapped');
      expect(await snagged(new FailsAt(calls.answered, 'after'), () => act(name, start)), 'after the last call').toBe('snapped');
      expect(await digest(world)).toEqual(before);
      await act(name, start);
      expect((await verifyRecord(reader(), keys.against())).faults).toEqual([]);
    });
  }

  it('tries every act there is', () => {
    const tried = new Set<string>([...NOT_ONE_COMMAND, ...Object.values(TRIED).flat().map(([name]) => name)]);
    expect(Object.keys(acts).filter((name) => !tried.has(name))).toEqual([]);
  });
});
