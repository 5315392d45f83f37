import { afterEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { putAnswer } from '#db/tables/answers.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { loadStage } from '#app/domain/stages/stage-facts.server.ts';
import { pathways } from '#workflows/index.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(async () => world?.close());

  it.each([['at', 1_000_000_000, true], ['under', 999_999_999, false], ['over', 1_200_000_000, true], ['unknown', null, true]] as const)('a contract %s the value from which the second line assures', async (_, pence, needed) => {
    world = await smallWorld(engine, { ...pathways['public-service-mutual'], version: 51 });
    const caseId = await smallCase(world);
    if (pence !== null) await transaction(world.open, (tx) => putAnswer(tx, { case_id: caseId, question: 'con.annual_value', state: 'answered', value_json: String(pence), by: world.people.lead.id, at: instant() }, 0));
    const file = (await caseForActor(reader(), world.people.sponsor, caseId))!;
    expect((await loadStage(reader(), file, 'contract')).facts.needsAssurance).toBe(needed);
    expect((await loadStage(reader(), file, 'governance')).facts.needsAssurance).toBe(false);
  });
});
