import { afterEach, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertReadingCheck } from '#db/tables/reading-checks.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { addReading, correctReading } from '#app/domain/benefits/record-reading.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { declareInterest } from '#app/domain/cases/memberships.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { checkResult } from '#app/domain/results/check-result.server.ts';
import { oneResultPage } from '#app/domain/results/one-result-page.server.ts';
import { resultsPage } from '#app/domain/results/results-page.server.ts';
import type { CheckForm } from '#app/domain/results/results.schema.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { contracted, liveCase, result, setBenefit } from '#tests/setup/live-case.ts';
import { smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let benefitId: string;
  let readingId: string;
  const at = (instant: string) => setClock(() => new Date(instant));
  afterEach(async () => { setClock(undefined); await world?.close(); });

  /** April's result, recorded by a member on 3 May 2027; finance owns the benefit for the commissioner. */
  async function recorded(by: OnStage = 'member') {
    at('2027-05-03T09:00:00Z');
    world = await smallWorld(engine);
    caseId = await liveCase(world);
    benefitId = await contracted(world, caseId);
    await setBenefit(world, benefitId, { commissioner_owner_id: world.people.finance.id, ...(by === 'finance' && { recorder_id: world.people.finance.id }) });
    value(await addReading(world.people[by], caseId, benefitId, result('2027-04-01', '2027-04-30')));
    readingId = (await readingsOf(reader(), [benefitId]))[0]!.id;
  }
  const say = (who: OnStage, kind: CheckForm['kind'], note = '', id = readingId) => checkResult(world.people[who], caseId, benefitId, id, { kind, note, documents: [] });
  const page = async (who: OnStage = 'lead') => (await resultsPage(reader(), (await caseForActor(reader(), world.people[who], caseId))!, benefitId))!;
  const told = async (who: OnStage) => (await notificationsOf(reader(), world.people[who].id, { limit: 50 })).map((n) => `${n.kind}: ${n.text}`);

  it('is confirmed by the other side, once, and the recorder hears of it', async () => {
    await recorded();
    expect((await page()).results[0]!.standing.title).toBe('Not confirmed yet');
    value(await say('sponsor', 'confirmed'));
    expect(await say('finance', 'confirmed')).toMatchObject({ ok: false, status: 409 });
    expect((await page()).results[0]).toMatchObject({ state: 'confirmed', history: [{ text: 'Confirmed by Sponsor Person on 3 May 2027' }] });
    expect(await told('member')).toContainEqual(expect.stringMatching(/^information: Sponsor Person confirmed a result/));
    const [event] = await eventsOf(reader(), caseId, { limit: 5, kinds: ['benefit.confirmed'] });
    expect(JSON.parse(event!.subject_json)).toMatchObject({ benefit: benefitId, state: 'measuring', treatment: 'contracted' });
  });

  it('is queried in words, answered by the team, and the silence between is shown', async () => {
    await recorded();
    expect(await say('finance', 'queried', ' '.trim())).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'note' }] });
    value(await say('finance', 'queried', 'Is this all three clinics?'));
    expect(await told('member')).toContainEqual('needsYou: Answer a query: Shorter waits, 1 April 2027 to 30 April 2027');
    at('2027-05-12T09:00:00Z');
    expect((await page()).results[0]).toMatchObject({ standing: { title: 'Queried', shape: 'triangle' }, silence: 'No answer yet. Asked 9 days ago' });
    expect(await say('quality', 'queried', 'And the fourth?')).toMatchObject({ ok: false, status: 409 });
    expect(await say('lead', 'answered')).toMatchObject({ ok: false, status: 422 });
    value(await say('lead', 'answered', 'All three'));
    expect((await page()).results[0]).toMatchObject({ state: 'answered', silence: '' });
    expect(await told('finance')).toContainEqual(expect.stringMatching(/^needsYou: Lead Person answered about a result/));
    expect(await say('lead', 'answered', 'Again')).toMatchObject({ ok: false, status: 409 });
    value(await say('finance', 'confirmed'));
  });

  it('is never checked by whoever recorded it, nor by the team, its mentor or an interested party', async () => {
    await recorded('finance');
    for (const who of ['finance', 'lead', 'member', 'mentor', 'hr', 'secondLine', 'support'] as const) expect([who, await say(who, 'confirmed')]).toMatchObject([who, { ok: false, status: 403 }]);
    expect((await say('finance', 'queried', 'Hm') as { reasons: { message: string }[] }).reasons[0]!.message).toMatch(/You recorded this result/);
    value(await declareInterest(world.people.sponsor, caseId, { personId: world.people.sponsor.id, kind: 'director', detail: '' }));
    expect(await say('sponsor', 'confirmed')).toMatchObject({ ok: false, status: 403 });
    expect(await say('outsider', 'confirmed')).toMatchObject({ ok: false, status: 404 });
    const direct = transaction(world.open, (tx) => insertReadingCheck(tx, { id: newId(), reading_id: readingId, kind: 'confirmed', note: '', by: world.people.finance.id, at: '2027-05-03T09:00:00.000Z' }));
    await expect(direct).rejects.toThrow(/someone other than the person who recorded it/);
  });

  it('is corrected with the reason; the old value stays, and it is to be confirmed again', async () => {
    await recorded();
    value(await say('finance', 'queried', 'Is this all three clinics?'));
    expect(await correctReading(world.people.member, caseId, benefitId, readingId, result('2027-04-01', '2027-04-30', { value: 13 }))).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'note' }] });
    value(await correctReading(world.people.member, caseId, benefitId, readingId, result('2027-04-01', '2027-04-30', { value: 13, note: 'One clinic was left out' })));
    const { results } = await page();
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ value: '13 weeks', state: 'recorded' });
    expect(results[0]!.history.map((h) => [h.was, h.text])).toEqual([
      [undefined, 'Queried by Finance Person on 3 May 2027: "Is this all three clinics?"'],
      ['12 weeks', 'Corrected by Member Person on 3 May 2027: "One clinic was left out"'],
    ]);
    expect(await told('finance')).toContainEqual(expect.stringMatching(/^needsYou: Member Person corrected a result you looked at/));
    expect(await say('finance', 'confirmed')).toMatchObject({ ok: false, status: 409 });
    const old = await oneResultPage(reader(), (await caseForActor(reader(), world.people.finance, caseId))!, benefitId, readingId);
    expect([old!.result.value, old!.may]).toEqual(['13 weeks', ['confirmed', 'queried', 'sourceAsked']]);
    value(await say('finance', 'confirmed', '', old!.result.id));
  });

  it('takes no result that cannot be so', async () => {
    await recorded();
    const add = async (form: ReturnType<typeof result>) => {
      const outcome = await addReading(world.people.lead, caseId, benefitId, form);
      return outcome.ok ? 'added' : outcome.reasons.map((reason) => `${reason.field}: ${reason.message}`).join('; ');
    };
    expect(await add(result('2027-04-01', '2027-04-30'))).toMatch(/^periodOn: A result for this period is recorded/);
    expect(await add(result('2027-04-15', '2027-05-02'))).toMatch(/^periodFrom: This period overlaps/);
    expect(await add(result('2027-05-01', '2027-05-31'))).toMatch(/^periodOn: The period has not ended yet/);
    expect(await add(result('2026-12-01', '2026-12-31'))).toMatch(/^periodOn: The period must be after the starting figure, which is of 31 December 2026/);
    expect(await add(result('2027-03-01', '2027-03-31', { denominator: 0 }))).toMatch(/^denominator: /);
    expect(await add(result('2027-03-01', '2027-03-31', { wrote: '12%' }))).toBe('value: 12% is a percentage. This benefit is measured in weeks');
    expect(await add(result('2027-03-01', '2027-03-31', { wrote: '12 weeks' }))).toBe('added');
  });

  it('says what is due and what is late', async () => {
    await recorded();
    const { due, form } = await page();
    expect(due.next).toBe('Next result: 1 May 2027 to 31 May 2027, due on 14 June 2027.');
    expect(due.late.map((late) => late.split(' was due')[0])).toEqual(['1 January 2027 to 31 January 2027', '1 February 2027 to 28 February 2027', '1 March 2027 to 31 March 2027']);
    expect(form).toEqual({ periodFrom: '1 1 2027', periodOn: '31 1 2027' });
  });
});
