import { afterEach, expect, it } from 'vitest';
import { toJson } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { putAnswer } from '#db/tables/answers.server.ts';
import { helpBought } from '#db/tables/support-packages.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { acceptRequest } from '#app/domain/mentoring/answer-request.server.ts';
import { logSession } from '#app/domain/meetings/log-session.server.ts';
import { saveAdviser } from '#app/domain/mentors/save-adviser.server.ts';
import { givePackage, recordHelp, takeBackHelp } from '#app/domain/support/give-support.server.ts';
import { needsNotMet } from '#app/domain/support/needs-not-met.server.ts';
import { setPackageHours } from '#app/domain/support/package-hours.server.ts';
import { supportGiven, supportPage } from '#app/domain/support/support-page.server.ts';
import { boughtSchema, packageHoursSchema } from '#app/domain/support/support.schema.ts';
import { titleIn } from '#workflows/mentors.ts';
import { parseForm } from '#app/lib/forms.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { value } from '#tests/setup/walk.ts';
import { at, mentoringWorld, type MentoringWorld } from '../mentoring/mentoring-world.ts';

const formOf = (fields: Record<string, string>) => { const form = new FormData(); for (const [name, text] of Object.entries(fields)) form.set(name, text); return form; };
const bill = { what: 'A day with a lawyer', supplier: 'Marsh and Co', boughtOn: '1 5 2026', hours: '7.5', cost: '1,200.50', fund: 'grant' };
const LAWYER = { what: 'A day with a lawyer', supplier: 'Marsh and Co', boughtOn: '2026-05-01', minutes: 450, pence: 120_050, fund: 'grant' as const };

it('reads hours in quarters and pounds in pence, and says what is missing beside each box', () => {
  expect(parseForm(formOf(bill), boughtSchema)).toEqual({ ok: true, value: LAWYER });
  const wrong = parseForm(formOf({ ...bill, hours: 'many', cost: '-3', boughtOn: '31 2 2026', fund: '' }), boughtSchema);
  expect(wrong).toMatchObject({ ok: false, values: { hours: 'many' } });
  expect(!wrong.ok && wrong.errors.map(({ id }) => id).sort()).toEqual(['boughtOn', 'cost', 'fund', 'hours']);
  expect(parseForm(formOf({ light: '20', standard: '20', intensive: '60' }), packageHoursSchema)).toMatchObject({ ok: false, errors: [{ id: 'standard' }] });
});

eachEngine((engine) => {
  let w: MentoringWorld;
  afterEach(() => w?.close());
  const page = async () => supportPage(reader(), (await caseForActor(reader(), w.people.support, w.caseId))!);
  const mentored = async () => {
    w = await mentoringWorld(engine);
    await w.need();
    value(await w.choose([w.ann.adviserId]));
    value(await acceptRequest(w.ann, (await w.of(w.ann)).id));
  };
  const rated = (caseId: string, skill: string) => transaction(database(), (tx) => putAnswer(tx, {
    case_id: caseId, question: 's0.skills', state: 'answered', value_json: toJson([{ row: skill, rating: 1 }]), raw_json: null, known_by_on: null, reason: null, by: w.people.lead.id, at: instant(),
  }, 0));
  const met = async (minutes: number) => value(await logSession(w.ann, w.caseId, { mentor: w.ann.id, meetingId: null, metOn: '2026-05-04', topic: 'pensions', minutes, advice: 'Ask early', privateNote: '', actions: [] }));

  it('adds the minutes of sessions and of help bought, and says when more is used than was given', async () => {
    await mentored();
    expect((await page()).sums).toMatchObject({ package: 'None', left: 'No package', over: false, sentence: 'No package is given yet.' });
    value(await givePackage(w.people.support, w.caseId, { kind: 'light', reason: 'One question on pensions' }));
    await met(90);
    expect((await page()).sums).toMatchObject({ package: 'Light', given: '5 hours', used: '1 hour 30 minutes', left: '3 hours 30 minutes', spent: '£0', over: false });
    value(await recordHelp(w.people.support, w.caseId, LAWYER));
    expect((await page()).sums).toMatchObject({ used: '9 hours', left: 'None: 4 hours over', spent: '£1,200.50', over: true, sentence: expect.stringMatching(/^9 hours are used, 4 hours more than the package holds/) as string });
    expect(await supportGiven(reader())).toMatchObject([{ caseId: w.caseId, over: true }]);
    value(await givePackage(w.people.support, w.caseId, { kind: 'standard', reason: 'The lawyer was needed' }));
    expect(await page()).toMatchObject({ sums: { left: '11 hours', over: false }, packages: [{ title: 'Standard, 20 hours' }, { title: 'Light, 5 hours' }] });
    const notices = (await notificationsOf(reader(), w.people.lead.id, { limit: 20 })).map(({ text }) => text);
    expect(notices).toContain('The support unit gives you a light package of support, 5 hours: Riverside therapies');
  });

  it('keeps the hours a package held when it was given, whatever the support unit sets later', async () => {
    await mentored();
    value(await givePackage(w.people.support, w.caseId, { kind: 'light', reason: 'A start' }));
    value(await setPackageHours(w.people.support, { light: 8, standard: 30, intensive: 70 }));
    expect((await page()).sums.given).toBe('5 hours');
    at('2026-05-05');
    value(await givePackage(w.people.support, w.caseId, { kind: 'light', reason: 'Again' }));
    expect((await page()).sums.given).toBe('8 hours');
    expect(await setPackageHours(w.people.lead, { light: 1, standard: 2, intensive: 3 })).toMatchObject({ ok: false, status: 404 });
  });

  it('takes an entry back once, keeps it on record, and refuses what cannot be so', async () => {
    await mentored();
    const { helpId } = value(await recordHelp(w.people.support, w.caseId, LAWYER));
    expect(await recordHelp(w.people.support, w.caseId, { ...LAWYER, boughtOn: '2026-05-05' })).toMatchObject({ status: 422, reasons: [{ field: 'boughtOn' }] });
    expect(await recordHelp(w.people.support, w.caseId, { ...LAWYER, minutes: 0, pence: 0 })).toMatchObject({ status: 422, reasons: [{ field: 'hours' }] });
    await expect(transaction(database(), (tx) => tx.db.updateTable('help_bought').set({ cost_pence: 1 }).where('id', '=', helpId).execute())).rejects.toThrow('never rewritten');
    value(await takeBackHelp(w.people.support, w.caseId, helpId));
    expect(await takeBackHelp(w.people.support, w.caseId, helpId)).toMatchObject({ status: 409 });
    expect(await helpBought(reader(), w.caseId)).toEqual([]);
    await expect(transaction(database(), (tx) => tx.db.deleteFrom('help_bought').where('id', '=', helpId).execute())).rejects.toThrow('never deleted');
  });

  it('is the support unit\'s to enter and the lead\'s to read; nobody else sees it, nor reads of it in the activity', async () => {
    await mentored();
    await w.given(w.people.member, 'member');
    expect(await givePackage(w.people.lead, w.caseId, { kind: 'light', reason: 'x' })).toMatchObject({ status: 403 });
    expect(await givePackage(w.people.member, w.caseId, { kind: 'light', reason: 'x' })).toMatchObject({ status: 404 });
    expect(await recordHelp(w.ann, w.caseId, LAWYER)).toMatchObject({ status: 404 });
    value(await givePackage(w.people.support, w.caseId, { kind: 'light', reason: 'A start' }));
    expect((await eventsOf(reader(), w.caseId, { limit: 1 }))[0]!.sentence).toBe('gave the case a light package of support, 5 hours');
    const seen = async (who: typeof w.ann | typeof w.people.lead) => JSON.stringify((await activityPage(reader(), (await caseForActor(reader(), who, w.caseId))!, { kind: '', before: '' })).days);
    expect(await seen(w.people.lead)).toContain('light package');
    for (const who of [w.people.member, w.ann]) expect(await seen(who)).not.toContain('light package');
  });

  it('counts what teams ask for and nobody can help with, by topic and region; a readiness gap counts until the team says more', async () => {
    await mentored();
    expect(await needsNotMet(reader())).toEqual([]);
    await w.need({ topics: ['pensions', 'estates'], region: 'london', revision: 1 });
    expect(await needsNotMet(reader())).toEqual([{ topic: 'Buildings and leases', region: 'London', teams: 1 }]);
    const cy = { topics: ['estates' as const], places: 1, hours: 6, meets: 'both' as const, freeFrom: null, away: false, about: '', revision: 1, ambassador: false, left: false };
    value(await saveAdviser(w.people.support, w.cy.adviserId, { ...cy, email: undefined }));
    expect(await needsNotMet(reader())).toEqual([]);
    await rated(w.caseId, 'commercial');
    expect(await needsNotMet(reader())).toEqual([]); // what the team said itself goes before its ratings
    const other = value(await createCase(w.people.member, { title: 'Another team', summary: '', pathway: 'public-service-mutual', parent: { name: 'Southbridge trust' }, commissioner: null })).caseId;
    await rated(other, 'it');
    expect(await needsNotMet(reader())).toEqual([{ topic: titleIn('topic', 'it-ig'), region: 'Not said', teams: 1 }]);
  });
});
