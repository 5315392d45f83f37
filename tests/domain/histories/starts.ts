import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { insertOrganisation } from '#db/tables/organisations.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { moveCondition } from '#app/domain/conditions/move-condition.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import type { Engine } from '#tests/setup/engines.ts';
import { heldDatabase, type HeldDatabase } from '#tests/setup/held.ts';
import { completeStage, smallCase, smallPathway, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { agreeAll, judge, pass, read, reviewAll, value } from '#tests/setup/walk.ts';
import type { StageKey } from '#workflows/definition.ts';

/** A case that was brought somewhere by the real commands, and the stage that is at stake in it. */
export interface Start {
  name: string;
  caseId: string;
  stage: StageKey;
}
export interface HistoriesWorld extends SmallWorld {
  open: HeldDatabase;
  starts: Start[];
}

/** The first of May at noon in London, and each history goes on from there. */
const BEGIN = Date.parse('2026-05-01T11:00:00.000Z');
let clock = BEGIN;
export const tick = (minutes = 1): void => { clock += minutes * 60_000; };
export const atBegin = (): void => { clock = BEGIN + 30 * 86_400_000; };
/** The calendar day in London, in summer. `ahead`: days from now. */
export const day = (ahead = 0, at: string | number = clock): string => new Date((typeof at === 'string' ? Date.parse(at) : at) + 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);

type Bring = (world: SmallWorld, caseId: string) => Promise<void>;
const passed = (...stages: StageKey[]): Bring => async (world, caseId) => { for (const stage of stages) { tick(); await pass(world, caseId, stage); } };
const sent = (stage: StageKey): Bring => async (world, caseId) => { await completeStage(world, caseId, stage); value(await submitStage(world.people.lead, caseId, stage)); tick(); };
const opened = (stage: StageKey): Bring => async (world, caseId) => { await sent(stage)(world, caseId); await read(world.people.sponsor, caseId, stage); tick(); };
const reviewed = (stage: StageKey): Bring => async (world, caseId) => { await opened(stage)(world, caseId); await reviewAll(world, caseId, stage); tick(); };
const approved = (stage: StageKey): Bring => async (world, caseId) => { await reviewed(stage)(world, caseId); value(await judge(world, caseId, stage, 'approved')); tick(); };
const bound = (stage: StageKey, blocks: 'nextStage' | 'contract' | 'goLive'): Bring => async (world, caseId) => {
  await reviewed(stage)(world, caseId);
  value(await judge(world, caseId, stage, 'approvedWithConditions', { conditions: [{ text: 'Skills', evidence: 'A table', ownerId: world.people.lead.id, dueOn: '2027-01-04', blocks }] }));
  tick();
  await agreeAll(world, caseId);
};

/** Every open condition is met. */
const met: Bring = async ({ people }, caseId) => {
  for (const { id } of await conditionsOf(reader(), caseId)) {
    value(await moveCondition(people.lead, caseId, id, { type: 'sendEvidence', note: 'Minutes' }));
    value(await moveCondition(people.sponsor, caseId, id, { type: 'verify', note: '' }));
  }
};

const EARLY = ['readiness', 'proposal'] as const;
const MIDDLE = ['readiness', 'proposal', 'business-case', 'governance'] as const;
const LATE = ['readiness', 'proposal', 'business-case', 'governance', 'workforce', 'failure-plan', 'contract'] as const;

/** Name, stage at stake, and the way there. */
const WAYS: readonly [string, StageKey, ...Bring[]][] = [
  ['proposal sent', 'proposal', passed('readiness'), sent('proposal')],
  ['proposal opened', 'proposal', passed('readiness'), opened('proposal')],
  ['proposal reviewed', 'proposal', passed('readiness'), reviewed('proposal')],
  ['proposal with a condition', 'business-case', passed('readiness'), bound('proposal', 'nextStage')],
  ['business case reviewed', 'business-case', passed(...EARLY), reviewed('business-case')],
  ['business case with the second line', 'business-case', passed(...EARLY), approved('business-case')],
  ['governance reviewed', 'governance', passed(...EARLY), reviewed('governance')],
  ['contract reviewed', 'contract', passed(...MIDDLE), reviewed('contract')],
  ['contract behind a condition', 'contract', passed('readiness', 'proposal', 'business-case'), bound('governance', 'contract'), passed('workforce')],
  ['transfer reviewed', 'transfer', passed(...LATE), reviewed('transfer')],
  ['business case over a condition that was met', 'business-case', passed('readiness'), bound('proposal', 'nextStage'), met, approved('business-case')],
  ['transfer over a condition that was met', 'transfer', passed('readiness'), bound('proposal', 'goLive'), met, passed(...LATE.slice(2)), approved('transfer')],
  ['transfer with the second line', 'transfer', passed(...LATE), approved('transfer')],
];

/** A held database with a case at each start, or at those whose name `only` matches. Every third was begun by the outsider: who begins a case never signs it. */
export async function historiesWorld(engine: Engine, only = /./): Promise<HistoriesWorld> {
  clock = BEGIN;
  setClock(() => new Date(clock));
  const open = await heldDatabase(engine);
  const world = await smallWorld(engine, smallPathway(), open);
  const starts: Start[] = [];
  for (const [index, [name, stage, ...way]] of WAYS.entries()) {
    if (!only.test(name)) continue;
    const caseId = await smallCase(world);
    await ownBody(caseId, index % 3 === 2 ? world.people.outsider.id : world.people.lead.id);
    for (const bring of way) await bring(world, caseId);
    starts.push({ name, caseId, stage });
  }
  await open.keep();
  return { ...world, open, starts, close: async () => { setClock(undefined); await world.close(); } };
}

/** Its commissioner is a body of its own, for whom its signers act, so that a succession touches this case alone. */
const ownBody = (caseId: string, created_by: string) => transaction(database(), async (tx) => {
  const id = newId();
  await insertOrganisation(tx, { id, name: `Body ${id}`, kind: 'icb', code: null, from_on: null, until_on: null, successor_id: null });
  await tx.db.updateTable('cases').set({ commissioner_id: id, created_by }).where('id', '=', caseId).execute();
  await tx.db.updateTable('memberships').set({ organisation_id: id }).where('case_id', '=', caseId).where('role', 'in', ['sponsor', 'secondLine']).execute();
});

export const commissionerOf = async (caseId: string): Promise<string> => (await caseById(reader(), caseId))!.commissioner_id!;
