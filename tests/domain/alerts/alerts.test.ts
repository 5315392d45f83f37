import { afterEach, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { updateBenefit, benefitById } from '#db/tables/benefits.server.ts';
import { caseById, moveCase } from '#db/tables/cases.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { alertsPage } from '#app/domain/alerts/alerts-page.server.ts';
import { acknowledgeAlert, closeAlert } from '#app/domain/alerts/close-alert.server.ts';
import { watchReports } from '#app/domain/alerts/watch-reports.server.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { contracted, liveCase as live } from '#tests/setup/live-case.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const cash = { measure: 'Days of cash', unit: 'days', direction: 'up' as const, baseline: 40, baselineSource: 'Ledger', baselineOn: '2026-03-31', target: 60, targetOn: '2028-03-31' };

eachEngine((engine) => {
  let world: SmallWorld;
  afterEach(() => (setClock(undefined), world?.close()));
  const fileOf = async (who: OnStage, caseId: string) => (await caseForActor(reader(), world.people[who], caseId))!;
  const page = async (who: OnStage, caseId: string) => alertsPage(reader(), await fileOf(who, caseId));
  const told = async (who: OnStage) => (await notificationsOf(reader(), world.people[who].id, { limit: 20 })).map(({ kind, text }) => `${kind}: ${text}`);

  /** A live case whose cash is measured by the library's measure. */
  async function liveCase(): Promise<{ caseId: string; report: (periodOn: string, days: number) => Promise<void> }> {
    world = await smallWorld(engine);
    const { lead } = world.people;
    const caseId = await smallCase(world);
    const { benefitId } = value(await promiseBenefit(lead, caseId, { title: 'Cash in hand', beneficiary: 'Everybody', category: 'productivity', stage: 'proposal', question: null }, cash));
    await transaction(world.open, async (tx) => {
      await updateBenefit(tx, (await benefitById(tx, benefitId))!, { measure_code: 'FI03', measure_version: 1 });
      await moveCase(tx, (await caseById(tx, caseId))!, { state: 'live' });
    });
    const report = async (periodOn: string, days: number) =>
      void value(await addReading(lead, caseId, benefitId, { periodFrom: null, periodOn, value: days, numerator: null, denominator: null, n: null, quality: 'B', note: '' }));
    return { caseId, report };
  }

  it('a crossed threshold opens one warning, goes to red in place, and never closes itself', async () => {
    const { caseId, report } = await liveCase();
    await report('2026-07-31', 35);
    expect(await page('lead', caseId)).toMatchObject({ open: [], level: { title: 'Watch it' } });
    await report('2026-08-31', 28);
    expect((await page('lead', caseId))!.open).toMatchObject([{ title: 'Days of cash', level: 'amber', figure: '28 days on 31 August 2026. The threshold is 30 days', owner: 'Lead Person' }]);
    await report('2026-09-30', 27);
    expect((await page('lead', caseId))!.open).toHaveLength(1);
    await report('2026-10-31', 5);
    expect(await page('sponsor', caseId)).toMatchObject({ level: { title: 'Put the failure plan into action' }, open: [{ level: 'red', owner: 'Sponsor Person' }] });
    await report('2026-11-28', 50);
    expect((await page('lead', caseId))!.open, 'clear again, still open').toHaveLength(1);
    expect((await eventsOf(reader(), caseId, { limit: 50 })).map(({ kind }) => kind).filter((kind) => kind.startsWith('alert'))).toEqual(['alert.raise', 'alert.open']);
    expect(await told('sponsor')).toContain('needsYou: Red warning: Days of cash, Riverside therapies');
    expect(await told('lead')).toContain('needsYou: Amber warning: Days of cash, Riverside therapies');
  });

  it('is seen by whoever must act and closed with a reason by the other side alone', async () => {
    const { caseId, report } = await liveCase();
    await report('2026-08-31', 12);
    const { lead, sponsor, mentor, finance } = world.people;
    const { id } = (await page('lead', caseId))!.open[0]!;
    value(await acknowledgeAlert(lead, caseId, id));
    value(await acknowledgeAlert(lead, caseId, id));
    expect((await page('lead', caseId))!.open[0]!.seen).toMatch(/^Lead Person has seen it/);
    expect(await closeAlert(lead, caseId, id, 'All is well')).toMatchObject({ ok: false, status: 403 });
    expect(await closeAlert(mentor, caseId, id, 'All is well')).toMatchObject({ ok: false, status: 404 });
    expect(await closeAlert(sponsor, caseId, id, '  ')).toMatchObject({ ok: false, status: 422, reasons: [{ field: 'reason' }] });
    value(await closeAlert(sponsor, caseId, id, 'A bank facility is in place, and two months were clear'));
    expect(await closeAlert(finance, caseId, id, 'Again')).toMatchObject({ ok: false, status: 409 });
    expect(await page('lead', caseId)).toMatchObject({ open: [], closed: [{ closed: expect.stringContaining('A bank facility is in place') as string }] });
    expect(await page('mentor', caseId)).toBeUndefined();
    await report('2026-09-30', 13);
    expect((await page('lead', caseId))!.open, 'it opens again').toHaveLength(1);
  });

  it('warns of reports that did not come, once, and again only for one missed since', async () => {
    world = await smallWorld(engine);
    const sweepOn = async (day: string) => (setClock(() => new Date(`${day}T09:00:00Z`)), watchReports());
    setClock(() => new Date('2027-01-04T09:00:00Z'));
    const silent = await live(world);
    await contracted(world, silent);
    const open = async () => (await page('sponsor', silent))!.open.map(({ title, level }) => `${title}: ${level}`);
    await sweepOn('2027-02-14');
    expect(await open(), 'due today').toEqual([]);
    for (let round = 0; round < 3; round++) await sweepOn('2027-02-15');
    expect(await open()).toEqual(['Data reports missed in a row: amber']);
    await sweepOn('2027-03-15');
    expect(await open(), 'two in a row').toEqual(['Data reports missed in a row: red']);
    value(await closeAlert(world.people.sponsor, silent, (await page('sponsor', silent))!.open[0]!.id, 'The system moves this month'));
    await sweepOn('2027-03-16');
    expect(await open(), 'it was closed knowing of both').toEqual([]);
    await sweepOn('2027-04-15');
    expect(await open(), 'a third').toEqual(['Data reports missed in a row: red']);
  });

  it('says nothing before go-live', async () => {
    const { caseId, report } = await liveCase();
    await transaction(world.open, async (tx) => void (await moveCase(tx, (await caseById(tx, caseId))!, { state: 'mobilising' })));
    await report('2026-08-31', 2);
    expect((await page('lead', caseId))!.open).toEqual([]);
  });
});
