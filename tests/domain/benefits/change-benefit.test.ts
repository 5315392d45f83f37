import { afterEach, beforeEach, expect, it } from 'vitest';
import { benefitStepsOf } from '#db/tables/benefit-changes.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import type { ChangeForm } from '#app/domain/benefits/benefit-details.schema.ts';
import { answerChange, askForChange } from '#app/domain/benefits/change-benefit.server.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';
import { fixed, promised, recordFor, rowOf, WAITS } from './benefit-world.ts';

const NOTHING: Omit<ChangeForm, 'kind' | 'reason'> = { baseline: null, baselineOn: null, baselineSource: null, target: null, bandLow: null, bandHigh: null, targetOn: null, measure: null, numerator: null, denominator: null, fromOn: null };
const restated = (target: number, more: Partial<ChangeForm> = {}): ChangeForm => ({ ...NOTHING, kind: 'target', target, reason: 'A clinic closed', ...more });

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let benefitId: string;
  beforeEach(async () => {
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    benefitId = await fixed(world, caseId);
  });
  afterEach(() => world?.close());
  const ask = (who: OnStage, form: ChangeForm) => askForChange(world.people[who], caseId, benefitId, form);
  const answer = (who: OnStage, id: string, said: 'agreed' | 'refused', note = '') => answerChange(world.people[who], caseId, benefitId, id, { answer: said, note });
  const page = (who: OnStage = 'lead') => recordFor(world, who, caseId, benefitId);
  const openId = async () => (await page()).changes[0]!.id;

  it('is asked by either side, for the other to answer; the record keeps both wordings, dates and names', async () => {
    expect(await describeBenefit(world.people.lead, caseId, benefitId, { target: 10 }, { revision: (await rowOf(benefitId)).revision })).toMatchObject({ ok: false, status: 422 });
    value(await ask('member', restated(10)));
    expect((await notificationsOf(reader(), world.people.sponsor.id, { limit: 5 }))[0]).toMatchObject({ kind: 'needsYou', link: `/cases/${caseId}/benefits/${benefitId}/changes/${await openId()}` });
    expect((await page('sponsor')).changes).toMatchObject([{ mayAnswer: true, settled: '', wordings: [{ key: 'Target', was: '8 weeks', now: '10 weeks' }] }]);
    expect((await page()).changes[0]).toMatchObject({ mayAnswer: false, waitsFor: 'Sponsor Person' });
    for (const who of ['lead', 'member', 'finance', 'quality', 'mentor', 'support'] as const) expect(await answer(who, await openId(), 'agreed'), who).toMatchObject({ ok: false, status: 403 });
    expect((await rowOf(benefitId)).target).toBe(8);
    const asked = async (who: OnStage) => (await homePage(reader(), world.people[who])).tasks.filter(({ to }) => to.includes('/changes/')).map(({ title }) => title);
    expect([await asked('sponsor'), await asked('finance'), await asked('lead')]).toEqual([['Answer a change Member Person asks for: Shorter waits'], [], []]);
    value(await answer('sponsor', await openId(), 'agreed', 'Seen'));
    expect(await asked('sponsor')).toEqual([]);
    expect(await rowOf(benefitId)).toMatchObject({ target: 10, state: 'contracted' });
    expect((await page()).changes[0]).toMatchObject({ asked: expect.stringContaining('Member Person on '), settled: expect.stringContaining('Agreed by Sponsor Person on '), note: 'Seen', wordings: [{ was: '8 weeks', now: '10 weeks' }] });
    expect(await answer('sponsor', await openId(), 'refused', 'No')).toMatchObject({ ok: false, status: 409 });
    value(await ask('sponsor', restated(9)));
    expect(await answer('finance', await openId(), 'agreed')).toMatchObject({ ok: false, status: 403 });
    value(await answer('lead', await openId(), 'agreed'));
    expect((await rowOf(benefitId)).target).toBe(9);
    const events = await eventsOf(reader(), caseId, { limit: 20, families: ['benefit'] });
    for (const event of events) expect(JSON.parse(event.subject_json)).toMatchObject({ benefit: benefitId, state: expect.any(String) });
  });

  it('waits alone: a second is refused, and so is one that changes nothing or cannot be', async () => {
    value(await ask('lead', restated(10)));
    expect(await ask('sponsor', restated(12))).toMatchObject({ ok: false, status: 409 });
    expect((await page()).mayAsk).toBe(false);
    value(await answer('sponsor', await openId(), 'refused', 'It was agreed'));
    for (const [form, field] of [
      [restated(8), 'target'], [restated(20), 'target'], [restated(10, { targetOn: '2026-01-01' }), 'targetOn'],
      [restated(8, { kind: 'baseline', baseline: 5 }), 'baseline'], [restated(8, { kind: 'definition', measure: 'Days' }), 'fromOn'], [restated(8, { kind: 'definition', measure: 'Days', fromOn: '2026-03-31' }), 'fromOn'],
    ] as const) expect(await ask('lead', form), JSON.stringify(form)).toMatchObject({ ok: false, status: 422, reasons: [{ field }] });
    value(await ask('lead', restated(20, { sure: 'yes' })));
  });

  it('refused keeps the record as it is, and needs words', async () => {
    value(await ask('lead', restated(10)));
    const before = await rowOf(benefitId);
    expect(await answer('sponsor', await openId(), 'refused', ' ')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'note' }] });
    value(await answer('sponsor', await openId(), 'refused', 'It was agreed'));
    expect(await rowOf(benefitId)).toEqual(before);
    expect((await page()).changes[0]!.settled).toMatch(/^Not agreed by Sponsor Person on /);
    expect((await notificationsOf(reader(), world.people.lead.id, { limit: 5 }))[0]!.text).toBe('Sponsor Person did not agree to the change you asked for: Shorter waits');
  });

  it('a new definition begins on a day of its own, where limits are drawn anew, and is no longer the library\'s', async () => {
    const form: ChangeForm = { ...NOTHING, kind: 'definition', measure: 'Weeks to first visit', fromOn: '2027-01-01', reason: 'The clock starts later' };
    value(await ask('lead', form));
    expect((await page()).changes[0]!.wordings).toEqual([{ key: 'What is counted or timed', was: WAITS.measure, now: 'Weeks to first visit' }, { key: 'Counts from', was: 'The start', now: '1 January 2027' }]);
    value(await answer('sponsor', await openId(), 'agreed'));
    expect(await rowOf(benefitId)).toMatchObject({ measure: 'Weeks to first visit', measure_code: null });
    expect(await benefitStepsOf(reader(), [benefitId])).toMatchObject([{ from_on: '2027-01-01', reason: 'Measured differently: The clock starts later' }]);
    expect(await ask('sponsor', { ...form, measure: 'Weeks to any visit' })).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'fromOn' }] });
  });

  it('is for the two sides: an owner of the commissioner\'s answers, an approver with an interest does not', async () => {
    const { lead, quality, sponsor } = world.people;
    value(await describeBenefit(lead, caseId, benefitId, { commissionerOwner: quality.id }, { revision: (await rowOf(benefitId)).revision }));
    value(await declareInterest(sponsor, caseId, { personId: sponsor.id, kind: 'director', detail: '' }));
    value(await ask('lead', restated(10)));
    expect(await answer('sponsor', await openId(), 'agreed')).toMatchObject({ ok: false, status: 403 });
    value(await answer('quality', await openId(), 'agreed'));
    for (const who of ['mentor', 'support', 'secondLine', 'sponsor'] as const) expect(await ask(who, restated(11)), who).toMatchObject({ ok: false, status: 403 });
  });

  it('is not needed while nothing is fixed, nor there under another case', async () => {
    const other = await smallCase(world);
    const loose = await promised(world, other);
    expect(await askForChange(world.people.lead, other, loose, restated(10))).toMatchObject({ ok: false, status: 422 });
    expect(await askForChange(world.people.lead, other, benefitId, restated(10))).toMatchObject({ ok: false, status: 404 });
    expect(await answerChange(world.people.sponsor, caseId, benefitId, loose, { answer: 'agreed', note: '' })).toMatchObject({ ok: false, status: 404 });
  });
});
