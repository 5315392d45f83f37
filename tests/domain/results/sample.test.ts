import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readingsOf } from '#db/tables/readings.server.ts';
import { addReading, correctReading } from '#app/domain/benefits/record-reading.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { checkResult } from '#app/domain/results/check-result.server.ts';
import { samplePage } from '#app/domain/results/sample-page.server.ts';
import { quarterOf, sampleOf } from '#app/domain/results/sample.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { contracted, liveCase, result } from '#tests/setup/live-case.ts';
import { smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

describe('the sample', () => {
  it('is 5 in 100 rounded up, the same whoever works it out and in whichever order', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 120 }), fc.constantFrom('2027 Q1', '2027 Q2'), (ids, quarter) => {
      const chosen = sampleOf(ids, quarter);
      expect(chosen.size).toBe(Math.ceil(ids.length / 20));
      expect(sampleOf(ids.toReversed(), quarter)).toEqual(chosen);
      const hash = (id: string) => createHash('sha256').update(`${quarter} ${id}`).digest('hex');
      for (const id of ids) if (!chosen.has(id)) expect(hash(id) > [...chosen].map(hash).sort().at(-1)!).toBe(true);
    }));
  });

  it.each([['2027-01-01', '2027 Q1'], ['2027-03-31', '2027 Q1'], ['2027-04-01', '2027 Q2'], ['2027-12-31', '2027 Q4']])('%s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter));
});

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(async () => { setClock(undefined); await world?.close(); });

  it('lists what is neither confirmed nor asked; a correction does not leave it', async () => {
    setClock(() => new Date('2027-03-10T09:00:00Z'));
    world = await smallWorld(engine);
    const { lead, sponsor } = world.people;
    const caseId = await liveCase(world);
    const benefitId = await contracted(world, caseId);
    value(await addReading(lead, caseId, benefitId, result('2027-01-01', '2027-01-31')));
    setClock(() => new Date('2027-05-03T09:00:00Z'));
    value(await addReading(lead, caseId, benefitId, result('2027-03-01', '2027-03-31', { value: 11 })));
    const page = async (who: OnStage) => samplePage(reader(), (await caseForActor(reader(), world.people[who], caseId))!);
    const open = async () => (await page('sponsor'))!.quarters.map((q) => [q.quarter, q.recorded, q.sampled, q.open.map((r) => r.value)]);
    expect(await open()).toEqual([['2027 Q2', 1, 1, ['11 weeks']], ['2027 Q1', 1, 1, ['12 weeks']]]);
    const [january, march] = await readingsOf(reader(), [benefitId]);
    value(await checkResult(sponsor, caseId, benefitId, march!.id, { kind: 'sourceAsked', note: '', documents: [] }));
    value(await correctReading(lead, caseId, benefitId, january!.id, result('2027-01-01', '2027-01-31', { value: 13, note: 'One clinic was left out' })));
    expect(await open()).toEqual([['2027 Q2', 1, 1, []], ['2027 Q1', 1, 1, ['13 weeks']]]);
    for (const [who, sees] of [['lead', false], ['mentor', false], ['hr', false], ['finance', true], ['quality', true], ['support', true]] as const) expect([who, (await page(who))!.maySee]).toEqual([who, sees]);
    expect((await page('lead'))!.quarters).toEqual([]);
    expect(await page('staffSide')).toBeUndefined();
  });
});
