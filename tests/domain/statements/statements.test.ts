import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { updateCase } from '#db/tables/cases.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { statementsOf } from '#db/tables/statements.server.ts';
import { withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { publishStatement, withdrawStatement } from '#app/domain/statements/publish-statement.server.ts';
import { previewStatement, publicStatement, publishedStatements, statementDesk, statementRecord, type StatementPage } from '#app/domain/statements/statement-pages.server.ts';
import { judgeBenefit } from '#app/domain/verdicts/judge-benefit.server.ts';
import { tellStory, withdrawConsent } from '#app/domain/verdicts/tell-story.server.ts';
import { benefitVerdicts, judgingPage, type JudgingPage } from '#app/domain/verdicts/verdict-pages.server.ts';
import type { StoryForm } from '#app/domain/verdicts/verdicts.schema.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { liveCase } from '#tests/setup/live-case.ts';
import { measured, promised, URGENT, WAITS } from '#tests/setup/measured-case.ts';
import { newsOf } from '#tests/setup/news.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const LIVE = '2025-04-01';
const now = (day: string) => setClock(() => new Date(`${day}T10:00:00Z`));
const story = (more: Partial<StoryForm> = {}): StoryForm => ({ key: newId(), kind: 'story', text: 'I was seen in a week', heardOn: '2026-04-20', consent: 'named', personName: 'Ada Moss', ...more });

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  beforeEach(async () => {
    now('2026-05-01');
    world = await smallWorld(engine);
    caseId = await liveCase(world, LIVE);
  });
  afterEach(async () => {
    setClock(undefined);
    await world.close();
  });
  const fileOf = async (who: OnStage, of = caseId) => (await caseForActor(reader(), world.people[who], of))!;
  const publish = async (form = { words: 'We set out to see people sooner.', stories: [] as string[] }, of = caseId, key = newId()) => {
    const { sha256 } = await previewStatement(reader(), await fileOf('lead', of), form);
    return publishStatement(world.people.lead, of, { ...form, key, saw: sha256 });
  };
  const shown = async (address: string, number?: number) => ((await publicStatement(reader(), address, number)) as { stands: StatementPage }).stands;
  const tell = async (benefitId: string, more: Partial<StoryForm> = {}) => value(await tellStory(world.people.lead, caseId, benefitId, story(more))).storyId;
  const judged = async (benefitId: string, more: object) => {
    const page = (await judgingPage(reader(), await fileOf('sponsor'), benefitId)) as JudgingPage;
    value(await judgeBenefit(world.people.sponsor, caseId, benefitId, { key: page.key, reviewOn: page.review.on, saw: page.saw, replaces: '', verdict: 'met', reasons: '', action: '', actionOwner: '', actionDueOn: null, ...more }));
  };

  it('is frozen as its owners read it, hashed, told to the commissioner, and read by anybody', async () => {
    const benefitId = await promised(world, caseId);
    await measured(world.people.lead, caseId, benefitId, LIVE, [18, 16, 14, 13, 12, 11, 10, 9, 9, 9, 9, 9]);
    await judged(benefitId, {});
    const key = newId();
    const { address } = value(await publish(undefined, caseId, key));
    expect(address).toBe('riverside-therapies');
    const page = await shown(address);
    expect(page).toMatchObject({
      number: 1, latest: true, others: [], removed: 0,
      body: { number: 1, publishedOn: '2026-05-01', liveOn: LIVE, monthsLive: 13, words: 'We set out to see people sooner.', benefits: [{ title: 'Shorter waits', start: '20 days (31 March 2025, n = 900)', target: '10 days or less by 31 March 2026', contract: 'Yes, Schedule 4C, 1', delivered: '9 days (the last 3 results, n = 120)', verdict: { word: 'met', grade: 'full', reasons: null } }], dropped: [] },
    });
    expect(page.body.benefits[0]!.caveats).toEqual(['The enterprise measured this itself. Nobody independent checked the figures.', 'Nobody knows what would have happened without the change. There is no comparison.']);
    const record = (await statementRecord(reader(), address, 1))!;
    expect(createHash('sha256').update(record).digest('hex')).toBe(page.sha256);
    expect(canonicalJson(JSON.parse(record))).toBe(record);
    expect(await newsOf(world.people.sponsor)).toContain('Lead Person published the public statement of Riverside therapies, version 1');
    expect((await eventsOf(reader(), caseId, { limit: 1 })).map(({ kind }) => kind)).toEqual(['statement.publish']);
    expect(await publishedStatements(reader())).toMatchObject([{ address, title: 'Riverside therapies', promises: 1 }]);
    await transaction(world.open, (tx) => updateCase(tx, caseId, { title: 'Another name' }));
    expect((await shown(address)).body.service.title).toBe('Riverside therapies');
  });

  it('holds every promise, good or bad: contracted, left out, undecided, unjudged, missed and dropped', async () => {
    for (const treatment of ['monitored', 'notContracted', null] as const) await promised(world, caseId, { ...WAITS, title: String(treatment) }, treatment);
    const missed = await promised(world, caseId, { ...WAITS, title: 'Missed' });
    const gone = await promised(world, caseId, { ...WAITS, title: 'Gone' });
    await judged(missed, { verdict: 'missed', reasons: 'Nothing was counted', action: 'Start to count', actionOwner: world.people.member.id, actionDueOn: '2026-06-01' });
    value(await withdrawBenefit(world.people.lead, caseId, gone, 'The clinic closed'));
    const { body } = await shown(value(await publish()).address);
    expect(body.benefits.map(({ title, contract, verdict }) => [title, contract, verdict?.word ?? null])).toEqual([
      ['monitored', 'No, but it is reported on. The reason recorded: Too small to contract for', null], ['notContracted', 'No. The reason recorded: Too small to contract for', null],
      ['null', 'Not decided yet', null], ['Missed', 'Yes, Schedule 4C, 1', 'missed'],
    ]);
    expect(body.benefits[3]).toMatchObject({ verdict: { proposed: 'notProven', reasons: 'Nothing was counted' }, action: { text: 'Start to count', dueOn: '2026-06-01' }, consequence: 'A joint look at the cause' });
    expect(body.dropped).toEqual([{ number: 5, title: 'Gone', reason: 'The clinic closed', on: '2026-05-01' }]);
  });

  it('hides numbers under 5 about people, and the percentages that give them away', async () => {
    const few = { numerator: 3, denominator: 40, n: null };
    const share = await promised(world, caseId, { ...URGENT, title: 'A share' });
    await measured(world.people.lead, caseId, share, LIVE, [7.5, 7.5, 7.5], few);
    const implied = await promised(world, caseId, { ...URGENT, title: 'Implied' });
    await measured(world.people.lead, caseId, implied, LIVE, [10], { n: 30 });
    const tiny = await promised(world, caseId, { ...WAITS, title: 'Tiny' });
    await measured(world.people.lead, caseId, tiny, LIVE, [12], { n: 4 });
    const counts = await promised(world, caseId, { ...WAITS, title: 'Counts', unit: 'count', baseline: 3, target: 1, baselineN: null });
    await measured(world.people.lead, caseId, counts, LIVE, [2], { n: null });
    const open = await promised(world, caseId, { ...URGENT, title: 'Open' });
    await measured(world.people.lead, caseId, open, LIVE, [60], { n: 120 });
    const sickness = await promised(world, caseId, { ...URGENT, title: 'Sickness', direction: 'down', baseline: 9, target: 3, measure: 'Days lost to sickness, of days available' });
    await measured(world.people.lead, caseId, sickness, LIVE, [5], { n: 61 });
    const { body } = await shown(value(await publish()).address);
    const hidden = 'Not shown, because it is about fewer than 5 people';
    expect(body.benefits.map(({ delivered }) => delivered)).toEqual([hidden, hidden, hidden, hidden, '60% (the last result, n = 120)', '5% (the last result, n = 61)']);
    expect(body.benefits[3]!.start).toBe(hidden);
    expect(canonicalJson(body)).not.toMatch(/7\.5|"n":4\b/);
  });

  it('shows stories by consent alone, and drops one at once where consent is withdrawn, from what is published too', async () => {
    const benefitId = await promised(world, caseId);
    const [named, unnamed, kept] = [await tell(benefitId), await tell(benefitId, { kind: 'survey', consent: 'unnamed', personName: 'Bo Hill', text: 'Nine of ten would come again' }), await tell(benefitId, { consent: 'none', text: 'Between us' })];
    expect((await statementDesk(reader(), await fileOf('lead'))).stories.map(({ id }) => id).sort()).toEqual([named, unnamed].sort());
    const { address } = value(await publish({ words: 'Ours', stories: [named, unnamed, kept, newId()] }));
    expect((await shown(address)).stories).toMatchObject([{ text: 'Nine of ten would come again', source: '20 April 2026' }, { text: 'I was seen in a week', source: 'Ada Moss, 20 April 2026', benefit: 'Shorter waits' }]);
    const record = (await statementRecord(reader(), address, 1))!;
    expect(record).not.toMatch(/Ada Moss|seen in a week|Bo Hill|Between us/);
    expect(await withdrawConsent(world.people.finance, caseId, benefitId, named)).toMatchObject({ ok: false, status: 403 });
    value(await withdrawConsent(world.people.support, caseId, benefitId, named));
    expect(await withdrawConsent(world.people.lead, caseId, benefitId, named)).toMatchObject({ ok: false, status: 409 });
    expect(await shown(address)).toMatchObject({ removed: 1, stories: [{ id: unnamed }] });
    expect(await statementRecord(reader(), address, 1), 'its hash still stands').toBe(record);
    expect((await benefitVerdicts(reader(), await fileOf('mentor'), benefitId))!.stories).toMatchObject([{ id: kept, consent: 'Not for outside' }, { id: unnamed }, { id: named, withdrawn: true, source: '20 April 2026, written down by Lead Person' }]);
  });

  it('takes evidence in words from the team and the recorder, dated, and once', async () => {
    const benefitId = await promised(world, caseId, { ...WAITS, evidenceKind: 'story', recorder: world.people.hr.id });
    expect(await tellStory(world.people.sponsor, caseId, benefitId, story())).toMatchObject({ ok: false, status: 403 });
    expect(await tellStory(world.people.lead, caseId, benefitId, story({ heardOn: '2026-05-02' }))).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'heardOn' }] });
    const once = story();
    expect(value(await tellStory(world.people.hr, caseId, benefitId, once))).toEqual(value(await tellStory(world.people.hr, caseId, benefitId, once)));
    expect(await judgingPage(reader(), await fileOf('sponsor'), benefitId)).toMatchObject({ proposed: { reasons: [expect.stringContaining('There is 1 piece of evidence')] }, stories: [{ text: 'I was seen in a week' }] });
  });

  it('is published by the lead of a live case alone, once for one press, and not when it changed since it was read', async () => {
    const form = { words: 'Ours', stories: [] };
    const { sha256 } = await previewStatement(reader(), await fileOf('lead'), form);
    const sent = { ...form, key: newId(), saw: sha256 };
    for (const who of ['member', 'sponsor', 'support'] as const) expect(await publishStatement(world.people[who], caseId, { ...sent, key: newId() }), who).toMatchObject({ ok: false, status: 403 });
    expect(await publishStatement(world.people.outsider, caseId, { ...sent, key: newId() })).toMatchObject({ ok: false, status: 404 });
    value(await publishStatement(world.people.lead, caseId, sent));
    value(await publishStatement(world.people.lead, caseId, sent));
    expect(await statementsOf(reader(), caseId)).toHaveLength(1);
    expect(await publishStatement(world.people.lead, caseId, { ...sent, key: newId() }), 'it would be version 2 now').toMatchObject({ ok: false, status: 409 });
    const draft = await smallCase(world);
    expect(await publishStatement(world.people.lead, draft, { ...sent, key: newId() })).toMatchObject({ ok: false, status: 422 });
  });

  it('keeps one address for all its versions and never shares it with another case', async () => {
    const first = value(await publish());
    now('2026-05-02');
    const second = value(await publish({ words: 'Once more', stories: [] }));
    expect(second).toEqual(first);
    expect(await shown(first.address)).toMatchObject({ number: 2, latest: true, others: [{ number: 1, on: '1 May 2026', withdrawn: false }] });
    expect(await shown(first.address, 1)).toMatchObject({ number: 1, latest: false, body: { words: 'We set out to see people sooner.' } });
    const twin = await liveCase(world, LIVE);
    expect(value(await publish(undefined, twin)).address).toBe('riverside-therapies-2');
    const odd = await liveCase(world, LIVE);
    await transaction(world.open, (tx) => updateCase(tx, odd, { title: "Zoë's Therapies & Care (CIC)" }));
    expect(value(await publish(undefined, odd)).address).toBe('zoes-therapies-and-care-cic');
    expect(await publicStatement(reader(), 'no-such-enterprise')).toBeUndefined();
    expect(await publicStatement(reader(), first.address, 9)).toBeUndefined();
    expect(await publishedStatements(reader())).toHaveLength(3);
  });

  it('is withdrawn with a reason that stays at its address, and can be published again', async () => {
    const { address } = value(await publish());
    expect(await withdrawStatement(world.people.member, caseId, 'Wrong')).toMatchObject({ ok: false, status: 403 });
    expect(await withdrawStatement(world.people.lead, caseId, ' ')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'reason' }] });
    value(await withdrawStatement(world.people.lead, caseId, 'A figure was wrong'));
    expect(await withdrawStatement(world.people.lead, caseId, 'Again')).toMatchObject({ ok: false, status: 409 });
    expect(await publicStatement(reader(), address)).toEqual({ withdrawn: { title: 'Riverside therapies', number: 1, on: '1 May 2026', reason: 'A figure was wrong' } });
    expect([await statementRecord(reader(), address, 1), await publishedStatements(reader())]).toEqual(['withdrawn', []]);
    value(await publish());
    expect(await shown(address)).toMatchObject({ number: 2, others: [{ number: 1, withdrawn: true }] });
    await expect(transaction(world.open, (tx) => tx.db.deleteFrom('statements').execute())).rejects.toThrow('slipway: a published statement is withdrawn with a reason, never deleted');
  });
});
