import { afterEach, expect, it } from 'vitest';
import { submissionsOf } from '#db/tables/submissions.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { sectionPage } from '#app/domain/answers/section-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { checkPage } from '#app/domain/stages/check-page.server.ts';
import { printPage } from '#app/domain/stages/print-page.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { versionPage } from '#app/domain/stages/version-page.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallPathway, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, read, reviewAll, value } from '#tests/setup/walk.ts';
import type { Pathway } from '#workflows/definition.ts';

/** A question nobody had thought of, added to the proposal as data alone. */
const TITLE = 'How will bees be kept on the roof?';
function withNewQuestion(): Pathway {
  const pathway = smallPathway();
  const proposal = pathway.stages.find((s) => s.stage.key === 'proposal')!;
  proposal.stage.groups[0]!.sections[0]!.questions.push({ key: 'new.bees', title: TITLE, type: 'table', row: 'hive', columns: [{ key: 'place', title: 'Place', type: 'text' }, { key: 'hives', title: 'Hives', type: 'whole', min: 1, total: true }] });
  return pathway;
}

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(() => world.close());

  it('shows a question that is only data in form, check, review, difference and print', async () => {
    world = await smallWorld(engine, withNewQuestion());
    const { lead, sponsor } = world.people;
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    const asLead = async () => (await caseForActor(reader(), lead, caseId))!;
    const asSponsor = async () => (await caseForActor(reader(), sponsor, caseId))!;

    const form = await sectionPage(reader(), await asLead(), 'proposal', 'proposal-all');
    expect(form?.questions.map((q) => q.question.title)).toContain(TITLE);
    expect(JSON.stringify(await checkPage(reader(), await asLead(), 'proposal'))).toContain(TITLE);
    expect(JSON.stringify(await printPage(reader(), await asLead(), 'proposal'))).toContain(TITLE);

    value(await submitStage(lead, caseId, 'proposal'));
    await read(sponsor, caseId, 'proposal');
    expect(JSON.stringify(await reviewPage(reader(), await asSponsor(), 'proposal', { showAll: true }))).toContain(TITLE);
    await reviewAll(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'changesRequested', { reasons: [{ code: 'change', text: 'More hives' }] }));

    const revision = (await sectionPage(reader(), await asLead(), 'proposal', 'proposal-all'))!.questions.find((q) => q.question.key === 'new.bees')!.revision;
    value(await saveSection(lead, caseId, { stage: 'proposal', section: 'proposal-all' }, [['new.bees.revision', String(revision)], ['new.bees.0.place', 'South roof'], ['new.bees.0.hives', '7']], 'unsaid'));
    value(await submitStage(lead, caseId, 'proposal'));
    expect(await submissionsOf(reader(), caseId, 'proposal')).toHaveLength(2);
    const difference = JSON.stringify(await versionPage(reader(), await asSponsor(), 'proposal', 2, 1));
    expect(difference).toContain(TITLE);
    expect(difference).toContain('South roof');
  });

  it('reads bad input to the new question like any other', async () => {
    world = await smallWorld(engine, withNewQuestion());
    const caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    const saved = value(await saveSection(world.people.lead, caseId, { stage: 'proposal', section: 'proposal-all' }, [['new.bees.revision', '0'], ['new.bees.0.place', 'Roof'], ['new.bees.0.hives', 'many']], 'yes'));
    expect(saved.errors).toContainEqual({ id: 'new.bees.0.hives', message: 'Row 1: Hives must be a number, like 42' });
    const page = await sectionPage(reader(), (await caseForActor(reader(), world.people.lead, caseId))!, 'proposal', 'proposal-all');
    expect(page!.questions.find((q) => q.question.key === 'new.bees')!.typed['0.hives']).toEqual(['many']);
  });
});
