import { statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HEADS_FILE } from '#app/domain/record/heads.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { ROLES_ON_STAGE } from '#tests/setup/small-world.ts';
import { ownKeys } from '#tests/domain/record/keys-and-heads.ts';
import { STAGES } from '#workflows/definition.ts';
import { around } from './around.ts';
import { forge } from './forge.ts';
import { goOn } from './go-on.ts';
import { invariants } from './invariants.ts';
import { rowsOf, type Rows } from './rows.ts';
import { signOff } from './sign-off.ts';
import { atBegin, historiesWorld, tick, type HistoriesWorld } from './starts.ts';
import { newTally } from './tally.ts';
import type { Act, Step } from './walk.ts';

/**
 * People act at random through the real commands on a case that is near a signature; then what is left is read as
 * somebody outside would read it. HISTORIES: how many on each engine; 10,000 is what was promised, fewer at each `npm test`.
 * HISTORIES_SEED: the seed of a failure, to see it again. HISTORIES_LOG: where the counts are written, as `<it>-<engine>.log`.
 */
const HISTORIES = Number(process.env.HISTORIES ?? 150);
const ACTS: Record<string, Act> = { goOn, ...signOff, ...around, forge };

/** What is drawn more often than the rest: histories aim at signatures. */
const OFTEN = { goOn: 60, approve: 4, assure: 4, deputySigns: 4, coverSponsor: 2, giveSigningPart: 3, reopenCondition: 2, reopen: 2, nextDay: 2, nextDayUnswept: 2, declare: 2, pressTwice: 2, succeed: 3, approveWithConditions: 3, forge: 3 } as const;
const step = fc.record({
  act: fc.oneof(...Object.keys(ACTS).map((act) => ({ weight: (OFTEN as Record<string, number>)[act] ?? 1, arbitrary: fc.constant(act) }))),
  n: fc.noBias(fc.nat(5)), who: fc.constantFrom(...ROLES_ON_STAGE), other: fc.constantFrom(...ROLES_ON_STAGE),
  willing: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  elsewhere: fc.option(fc.constantFrom(...STAGES.slice(0, 8)), { freq: 6, nil: undefined }),
});

eachEngine((engine) => {
  let world: HistoriesWorld;
  let keys: ReturnType<typeof ownKeys>;
  const before = new Map<string, Rows>();
  beforeAll(async () => {
    keys = ownKeys();
    world = await historiesWorld(engine);
    for (const { caseId } of world.starts) before.set(caseId, await rowsOf(caseId));
  }, 120_000);
  afterAll(async () => { await world.close(); keys.forget(); });

  it(`holds in ${HISTORIES} histories of sign-off`, async () => {
    const heads = join(keys.folder, HEADS_FILE);
    const { size } = statSync(heads);
    const against = keys.against();
    const [tally, from] = [newTally(), Date.now()];
    let held = 0;
    const report = () => process.env.HISTORIES_LOG && writeFileSync(`${process.env.HISTORIES_LOG}-${engine}.log`, `${engine}: ${held} histories in ${Math.round((Date.now() - from) / 1000)} s\n${tally.told()}\n`);
    const history = async (start: number, steps: (Step & { elsewhere: (typeof STAGES)[number] | undefined })[]) => {
      const { caseId, stage } = world.starts[start]!;
      atBegin();
      try {
        for (const one of steps) {
          tick();
          tally.answers(one.act, await ACTS[one.act]!({ world, caseId, stage: one.elsewhere && one.act !== 'forge' ? one.elsewhere : stage }, one));
        }
        const rows = await rowsOf(caseId);
        await invariants(rows, { ...against, heads: keys.against().heads!.filter((head) => head.chain === caseId) });
        tally.rows(rows, before.get(caseId)!);
        if (++held % 1000 === 0) report();
      } finally {
        await world.open.undo();
        truncateSync(heads, size);
      }
    };
    await fc.assert(fc.asyncProperty(fc.noBias(fc.nat(world.starts.length - 1)), fc.array(step, { minLength: 8, maxLength: 14 }), history), { numRuns: HISTORIES, ...(process.env.HISTORIES_SEED && { seed: Number(process.env.HISTORIES_SEED) }) });
    report();
    expect(tally.tooFew(HISTORIES), 'the histories are too poor to show anything').toEqual([]);
  }, 7_200_000);
});
