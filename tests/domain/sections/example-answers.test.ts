import { afterEach, expect, it } from 'vitest';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { sectionPage } from '#app/domain/answers/section-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallPathway, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(async () => world?.close());

  const write = async (caseId: string, text: string, revision = 0) =>
    value(await saveSection(world.people.lead, caseId, { stage: 'readiness', section: 'readiness-all' }, [['small.readiness.revision', String(revision)], ['small.readiness', text]], 'unsaid'));
  const exampleIn = async (caseId: string) => (await sectionPage(reader(), (await caseForActor(reader(), world.people.lead, caseId))!, 'readiness', 'readiness-all'))!.questions[0]!.example;
  const start = async (title: string, shownAs: 'real' | 'illustrative' | 'example') =>
    value(await createCase(world.people.lead, { title, summary: 'Feet', pathway: 'public-service-mutual', parent: { name: `${title} trust` }, commissioner: null, shownAs })).caseId;

  it('stands beside a question where an example was loaded, and never from another case', async () => {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    const [other, published] = [await start('Lakeside', 'real'), await start('From sources', 'illustrative')];
    for (const id of [other, published]) await write(id, 'Ours alone');
    expect(await exampleIn(caseId)).toBeNull();
    const example = await start('Harbour', 'example');
    expect(await exampleIn(caseId), 'not answered yet').toBeNull();
    await write(example, 'A clinic by the quay');
    expect(await exampleIn(caseId)).toEqual({ team: 'Harbour', text: 'A clinic by the quay', to: null });
    expect(await exampleIn(example), 'not in the example itself').toBeNull();
    await write(await start('A later one', 'example'), 'Another clinic');
    expect((await exampleIn(caseId))?.team).toBe('Harbour');
  });

  it('is shortened where it is long, with the way to all of it, and kept back where only some may read it', async () => {
    const pathway = smallPathway(78);
    const [first, ...rest] = pathway.stages;
    const asking = (over: object) => ({ ...pathway, stages: [{ ...first!, stage: { ...first!.stage, groups: [{ key: 'all', title: 'All', sections: [{ key: 'readiness-all', title: 'Everything', questions: [{ key: 'small.readiness', title: 'What is it?', type: 'longText' as const, ...over }] }] }] } }, ...rest] });
    world = await smallWorld(engine, asking({}));
    const [caseId, example] = [await smallCase(world), await start('Harbour', 'example')];
    await write(example, `${'quay '.repeat(500)}end`);
    const shown = (await exampleIn(caseId))!;
    expect(shown.to).toBe(`/cases/${example}/answers/small.readiness`);
    expect(shown.text.length).toBeLessThan(1300);
    expect(shown.text).toMatch(/quay\n…$/);
    await world.close();
    world = await smallWorld(engine, { ...asking({ seenBy: ['lead', 'member'] }), version: 79 });
    const [closed, hidden] = [await smallCase(world), await start('Harbour', 'example')];
    await write(hidden, 'Not for everybody');
    expect(await exampleIn(closed)).toBeNull();
  });
});
