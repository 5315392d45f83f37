import { afterEach, expect, it } from 'vitest';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { sectionPage } from '#app/domain/answers/section-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { assureStage } from '#app/domain/decisions/assure-stage.server.ts';
import { recordPage } from '#app/domain/decisions/record-page.server.ts';
import { letterFor } from '#app/domain/papers/letter.server.ts';
import { packFor } from '#app/domain/papers/pack.server.ts';
import { PARTS, type PackPart } from '#app/domain/papers/pack-parts.ts';
import { recordPaper } from '#app/domain/papers/record-paper.ts';
import { reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { promised } from '#tests/setup/measured-case.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, reviewAll, sha, toItsApprover, value } from '#tests/setup/walk.ts';
import type { StageKey } from '#workflows/definition.ts';
import { stageOf } from '#workflows/form.ts';

const ALL: readonly PackPart[] = PARTS.map(([key]) => key);
const REVIEWED = 'canary in a review';
const DRAFTED = 'canary in a draft';
const TEAM_ONLY = 'canary of the team';

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(async () => world?.close());

  const fileOf = (who: OnStage, caseId: string) => caseForActor(reader(), world.people[who], caseId);
  const packOf = async (who: OnStage, caseId: string, stage: StageKey, version: number | null = null, parts = ALL) => packFor(reader(), (await fileOf(who, caseId))!, stage, { parts, version });
  const lastDecision = async (caseId: string, stage: StageKey) => (await decisionsOf(reader(), caseId)).filter((d) => d.stage === stage && d.line === 'first').at(-1)!.id;
  const letterOf = async (who: OnStage, caseId: string, stage: StageKey, id: string) => letterFor(reader(), (await fileOf(who, caseId))!, stage, id);

  async function started(...before: StageKey[]): Promise<string> {
    world = await smallWorld(engine);
    const caseId = await smallCase(world);
    for (const stage of before) await pass(world, caseId, stage);
    return caseId;
  }

  async function sent(caseId: string, stage: StageKey): Promise<void> {
    await toItsApprover(world, caseId, stage, false);
  }

  async function withCanaries(caseId: string, stage: StageKey): Promise<void> {
    await sent(caseId, stage);
    const reviewers = stageOf((await fileOf('sponsor', caseId))!.pathway, stage).signOff.reviewers;
    expect(reviewers.length).toBeGreaterThan(0);
    for (const role of reviewers) value(await reviewStage(world.people[role], caseId, stage, { role, verdict: role === 'staffSide' ? 'statement' : 'supported', comment: REVIEWED, sha256: await sha(caseId, stage) }));
    value(await addComment(world.people.sponsor, caseId, { stage, question: `small.${stage}`, kind: 'mustChange', text: DRAFTED }));
    value(await addComment(world.people.lead, caseId, { stage, question: `small.${stage}`, kind: 'question', text: TEAM_ONLY }));
  }

  it('gives a mentor and staff side no word of a reviewer, the team what was sent, and nobody a draft or a comment', async () => {
    const caseId = await started('readiness', 'proposal');
    await promised(world, caseId);
    await withCanaries(caseId, 'workforce');
    const words = async (who: OnStage) => JSON.stringify(await packOf(who, caseId, 'workforce'));
    for (const who of ['lead', 'member', 'sponsor', 'finance', 'secondLine', 'support'] as const) {
      expect(await words(who), who).toContain(REVIEWED);
      expect(await words(who), who).not.toMatch(new RegExp(`${DRAFTED}|${TEAM_ONLY}`));
    }
    const forStaff = (await packOf('staffSide', caseId, 'workforce'))!;
    expect(forStaff.offered).toEqual(['cover', 'answers', 'documents', 'decisions']);
    expect(JSON.stringify(forStaff)).not.toMatch(/canary|Finance Person|Hr Person|Shorter wait/);
    expect(await packOf('mentor', caseId, 'workforce')).toBeUndefined();
    expect(await packOf('staffSide', caseId, 'proposal')).toBeUndefined();
    expect(await fileOf('outsider', caseId)).toBeUndefined();
  });

  it('gives a mentor the stage that is shared, its decision and its letter without what reviewers wrote or who they are', async () => {
    const caseId = await started('readiness');
    await withCanaries(caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'changesRequested', { note: 'Nearly there', reasons: [{ code: 'change', text: 'Count the staff again' }] }));
    const pack = (await packOf('mentor', caseId, 'proposal'))!;
    expect(pack.offered).not.toContain('reviews');
    const id = await lastDecision(caseId, 'proposal');
    const record = recordPaper((await recordPage(reader(), (await fileOf('mentor', caseId))!, 'proposal', id))!);
    const letter = (await letterOf('mentor', caseId, 'proposal', id))!.paper;
    for (const paper of [pack.paper, record, letter]) expect(JSON.stringify(paper)).not.toMatch(new RegExp(`${REVIEWED}|${TEAM_ONLY}|Support Person`));
    // What the decision maker asked to be changed is sent with the decision; what they wrote beside an answer is for the team.
    const changes = (paper: typeof letter) => JSON.stringify(paper.parts.find((p) => p.key === 'changes'));
    expect(changes((await letterOf('lead', caseId, 'proposal', id))!.paper)).toMatch(new RegExp(`Count the staff again.*What is it\\?.*${DRAFTED}`));
    expect(changes(letter)).toMatch(/Count the staff again/);
    expect(JSON.stringify(letter)).not.toContain(DRAFTED);
    expect(JSON.stringify(letter)).toMatch(/Sponsor Person asked for changes to your .*\(version 1\).*Nearly there/);
    expect(JSON.stringify((await letterOf('lead', caseId, 'proposal', id))!.paper)).not.toMatch(new RegExp(REVIEWED));
  });

  it('is made of the frozen version, whatever was typed since, and of an earlier one when that is asked for', async () => {
    const caseId = await started('readiness');
    await sent(caseId, 'proposal');
    await reviewAll(world, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'changesRequested', { reasons: [{ code: 'change', text: 'Say more' }] }));
    const type = async (text: string) => {
      const page = (await sectionPage(reader(), (await fileOf('lead', caseId))!, 'proposal', 'proposal-all'))!;
      value(await saveSection(world.people.lead, caseId, { stage: 'proposal', section: 'proposal-all' }, [['small.proposal', text], ['small.proposal.revision', String(page.questions[0]!.revision)]], 'yes'));
    };
    await type('Not sent yet');
    const first = (await packOf('sponsor', caseId, 'proposal'))!;
    expect([first.version, first.offered.includes('changes')]).toEqual([1, false]);
    expect(JSON.stringify(first.paper)).not.toContain('Not sent yet');
    await type('Said more');
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    await type('Typed after').catch(() => undefined);
    const second = JSON.stringify(await packOf('sponsor', caseId, 'proposal'));
    expect(second).toContain('Said more');
    expect(second).toMatch(/What changed since version 1.*1 answer changed/);
    expect(second).not.toMatch(/Not sent yet|Typed after/);
    expect(JSON.stringify(await packOf('sponsor', caseId, 'proposal', 1))).not.toContain('Said more');
    for (const version of [0, 3, NaN]) expect(await packOf('sponsor', caseId, 'proposal', version), String(version)).toBeUndefined();
  });

  it('writes to the team about an approval that must be assured once it is, and never about one that was sent back', async () => {
    const caseId = await started('readiness', 'proposal');
    await sent(caseId, 'business-case');
    await reviewAll(world, caseId, 'business-case');
    value(await judge(world, caseId, 'business-case', 'approved'));
    const sentBack = await lastDecision(caseId, 'business-case');
    const standing = async (id: string) => JSON.stringify(recordPaper((await recordPage(reader(), (await fileOf('lead', caseId))!, 'business-case', id))!)).includes('It does not stand until');
    expect(await letterOf('lead', caseId, 'business-case', sentBack)).toBeUndefined();
    expect(await standing(sentBack)).toBe(true);
    value(await assureStage(world.people.secondLine, caseId, 'business-case', { act: 'query', reason: 'Which year?', sha256: await sha(caseId, 'business-case') }));
    value(await judge(world, caseId, 'business-case', 'approved', { onBehalfOf: 'the board of 6 May' }));
    const second = await lastDecision(caseId, 'business-case');
    expect(await letterOf('lead', caseId, 'business-case', second)).toBeUndefined();
    value(await assureStage(world.people.secondLine, caseId, 'business-case', { act: 'assure', reason: '', sha256: await sha(caseId, 'business-case') }));
    expect(JSON.stringify((await letterOf('lead', caseId, 'business-case', second))!.paper)).toMatch(/approved your business case \(version 1\) on .*, for the board of 6 May.*The second line has assured it/);
    expect(await standing(second)).toBe(false);
    expect(await letterOf('lead', caseId, 'business-case', sentBack)).toBeUndefined();
  });
});
