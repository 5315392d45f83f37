import { afterEach, expect, it } from 'vitest';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { replyToComment } from '#app/domain/comments/reply-to-comment.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { checkPage } from '#app/domain/stages/check-page.server.ts';
import { keepReading, noteReading } from '#app/domain/stages/reading.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { keepReview, reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { sentPage } from '#app/domain/stages/sent-page.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { compareSections, countDifferences } from '#app/domain/stages/version-differences.ts';
import { versionPage } from '#app/domain/stages/version-page.server.ts';
import { pathways } from '#workflows/index.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, read, reviewAll, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => world?.close());
  const file = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const review = async (who: OnStage, showAll = false) => reviewPage(reader(), await file(who), 'proposal', { showAll });

  async function sent() {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await completeStage(world, caseId, 'proposal');
    value(await submitStage(world.people.lead, caseId, 'proposal'));
  }
  /** Version 1 came back with one change, and version 2 answers it. */
  async function sentAgain() {
    await sent();
    await read(world.people.sponsor, caseId, 'proposal');
    const { commentId } = value(await addComment(world.people.sponsor, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'mustChange', text: 'Say where' }));
    value(await judge(world, caseId, 'proposal', 'changesRequested'));
    value(await replyToComment(world.people.lead, caseId, commentId, 'Named the towns'));
    value(await saveSection(world.people.lead, caseId, { stage: 'proposal', section: 'proposal-all' }, [['small.proposal.revision', '1'], ['small.proposal', 'Therapies in three towns']], 'yes'));
    value(await submitStage(world.people.lead, caseId, 'proposal'));
  }

  it('shows the whole to a first reader, and only what changed to one who read an earlier version', async () => {
    await sentAgain();
    expect(await review('secondLine')).toMatchObject({ changedOnly: false, counts: null, lastRead: null });
    const again = (await review('sponsor'))!;
    expect(again).toMatchObject({ changedOnly: true, lastRead: { number: 1 }, counts: { changed: 1, same: 0 } });
    expect(again.sections[0]!.answers[0]).toMatchObject({ difference: 'changed', before: 'Agreed with the team', text: 'Therapies in three towns', change: { asked: 'Say where', changed: 'Named the towns' } });
    expect((await review('sponsor', true))!.changedOnly).toBe(false);
    expect(await versionPage(reader(), await file('sponsor'), 'proposal', 2, 1)).toMatchObject({ unchanged: true, against: { number: 1, counts: { changed: 1 } } });
  });

  it('keeps a review that is begun for its author alone, and sends what they make of it as one', async () => {
    await sent();
    const { support, sponsor } = world.people;
    const { sha256 } = (await review('support'))!.version;
    await read(sponsor, caseId, 'proposal');
    const criterion = (await review('support'))!.mine!.criteria[0]!;
    const begun = { role: 'support' as const, verdict: null, comment: 'Half of it read', sha256, criteria: [{ criterion: criterion.key, verdict: 'notSupported' as const }] };
    value(await keepReview(support, caseId, 'proposal', begun));
    value(await keepReview(support, caseId, 'proposal', { ...begun, comment: 'All of it read' }));
    expect((await review('support'))!.mine).toMatchObject({ role: 'support', draft: { verdict: '', comment: 'All of it read', criteria: begun.criteria } });
    for (const who of ['sponsor', 'lead', 'finance', 'secondLine'] as const) expect(JSON.stringify(await review(who))).not.toContain('of it read');
    expect(await keepReview(world.people.finance, caseId, 'proposal', begun)).toMatchObject({ ok: false, status: 403 });
    expect(await keepReview(support, caseId, 'proposal', { ...begun, sha256: 'of another version' })).toMatchObject({ ok: false });
    const { reviewId } = value(await reviewStage(support, caseId, 'proposal', { ...begun, verdict: 'notSupported', comment: 'The towns are not named' }));
    expect((await review('sponsor'))!.reviews).toMatchObject([{ id: reviewId, verdict: 'notSupported', comment: 'The towns are not named', criteria: [{ verdict: 'notSupported' }] }]);
    expect((await review('support'))!.mine).toBeNull();
    expect(await keepReview(support, caseId, 'proposal', begun)).toMatchObject({ ok: false, status: 409 });
  });

  it('remembers a version somebody looked at on the page', async () => {
    await sent();
    await noteReading(world.people.support, (await review('support'))!.version.id);
    await read(world.people.sponsor, caseId, 'proposal');
    value(await judge(world, caseId, 'proposal', 'changesRequested', { reasons: [{ code: 'change', text: 'Say where' }] }));
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    expect(await review('support')).toMatchObject({ changedOnly: true, counts: { changed: 0, same: 1 } });
  });

  it('offers each reader their own part: a review, the decision, or only reading', async () => {
    await sent();
    await read(world.people.sponsor, caseId, 'proposal');
    expect(await review('sponsor')).toMatchObject({ mayDecide: true, mine: null, kinds: ['question', 'suggestion', 'mustChange'] });
    expect(await review('support')).toMatchObject({ mayDecide: false, mine: { role: 'support' } });
    expect(await review('mentor')).toMatchObject({ mayDecide: false, mine: null, kinds: ['question', 'suggestion'] });
    expect(await review('staffSide')).toBeUndefined();
    await reviewAll(world, caseId, 'proposal');
    expect((await review('support'))!.mine).toBeNull();
    expect((await review('sponsor'))!.reviews.length).toBeGreaterThan(0);
    expect((await review('mentor'))!.reviews).toEqual([]);
  });

  it('keeps a reader\'s ticks, and takes them back', async () => {
    await sent();
    const { finance, outsider, staffSide } = world.people;
    expect(value(await keepReading(finance, caseId, 'proposal', ['proposal-all', 'no-such-section']))).toEqual({ read: 1 });
    expect((await review('finance'))!.sections[0]!.read).toBe(true);
    expect((await review('sponsor'))!.sections[0]!.read).toBe(false);
    value(await keepReading(finance, caseId, 'proposal', []));
    expect((await review('finance'))!.sections[0]!.read).toBe(false);
    for (const who of [outsider, staffSide]) expect(await keepReading(who, caseId, 'proposal', [])).toMatchObject({ ok: false, status: 404 });
  });

  it('says before sending what happens, and after it that it was sent', async () => {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    expect(await checkPage(reader(), await file('lead'), 'proposal')).toMatchObject({ maySend: false, number: 1, sections: [{ answers: [{ missing: 'needed' }] }] });
    expect(await sentPage(reader(), await file('lead'), 'proposal')).toBeUndefined();
    await completeStage(world, caseId, 'proposal');
    expect(await checkPage(reader(), await file('lead'), 'proposal')).toMatchObject({ maySend: true, reasons: [], approvers: 'Sponsor Person' });
    expect((await checkPage(reader(), await file('member'), 'proposal'))!.maySend).toBe(false);
    value(await submitStage(world.people.lead, caseId, 'proposal'));
    expect(await sentPage(reader(), await file('lead'), 'proposal')).toMatchObject({ version: { number: 1 }, waiting: true, mayTakeBack: true });
    expect(await sentPage(reader(), await file('lead'), 'readiness')).toMatchObject({ version: null });
  });
});

const view = (key: string, text: string) => ({ key, title: key, shown: { kind: 'text' as const, text, long: false }, text, working: '', missing: text ? ('no' as const) : ('needed' as const), documents: [] });

it('tells changed, added, removed and same answers apart, and keeps sight of what is asked no more', () => {
  const before = [{ key: 's', title: 'S', answers: [view('a', 'one'), view('b', 'two'), view('gone', 'old'), view('empty', '')] }, { key: 'lost', title: 'Lost', answers: [view('l', 'x')] }];
  const after = [{ key: 's', title: 'S', answers: [view('a', 'one'), view('b', 'three'), view('new', 'n'), view('empty', '')] }];
  const compared = compareSections(after, before);
  expect(compared.flatMap((s) => s.answers.map((a) => [a.key, a.difference]))).toEqual([['a', 'same'], ['b', 'changed'], ['new', 'added'], ['empty', 'same'], ['gone', 'removed'], ['l', 'removed']]);
  expect(countDifferences(compared)).toEqual({ changed: 1, added: 1, removed: 2, same: 2 });
});

it('lets no section of any stage take the name of a page', () => {
  const pages = new Set(['check', 'submission', 'sent', 'taking-back', 'reopening', 'print', 'versions', 'interest', 'review', 'reading', 'comments', 'opinion', 'assurance', 'decision']);
  const sections = Object.values(pathways).flatMap((p) => p.stages.flatMap((s) => s.stage.groups.flatMap((g) => g.sections.map((section) => section.key))));
  expect(sections.filter((key) => pages.has(key))).toEqual([]);
});
