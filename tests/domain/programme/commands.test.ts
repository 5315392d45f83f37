import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { eventsOf } from '#db/tables/events.server.ts';
import { objectivesOfCases } from '#db/tables/objectives.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { recordFigure, replaceFigure } from '#app/domain/programme/figures.server.ts';
import { figuresPage } from '#app/domain/programme/figures-page.server.ts';
import { addObjective, endObjective, tagCaseWith } from '#app/domain/programme/objectives.server.ts';
import { caseObjectivesPage, objectivesPage } from '#app/domain/programme/objectives-page.server.ts';
import { programmePage } from '#app/domain/programme/programme-page.server.ts';
import { searchIn } from '#app/domain/programme/programme-search.ts';
import { statusQuoOf } from '#app/domain/programme/status-quo.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const objective = { title: 'Benefits are asked for', indicator: 'Share with a clause' };
const figure = { value: 47, unit: 'teams', asAtOn: '2026-01-31', definition: 'Teams whose interest was recorded.', source: 'The register' };
const at = (on: string) => setClock(() => new Date(`${on}T10:00:00.000Z`));

eachEngine((engine) => {
  let world: SmallWorld;
  beforeAll(async () => { world = await smallWorld(engine); });
  beforeEach(() => at('2026-06-01'));
  afterAll(() => { setClock(undefined); return world.close(); });

  it('says of an objective whether it was set before the first case, and keeps it when it is retired', async () => {
    const { people } = world;
    at('2026-03-01');
    const early = value(await addObjective(people.support, objective));
    expect((await objectivesPage(reader(), people.support, {})).objectives[0]).toMatchObject({ number: 1, late: false, set: 'Set on 1 March 2026, before any case.' });
    at('2026-04-01');
    const caseId = await smallCase(world);
    at('2026-05-01');
    const late = value(await addObjective(people.support, objective));
    const [first, second] = (await objectivesPage(reader(), people.support, {})).objectives;
    expect(first).toMatchObject({ late: false, set: 'Set on 1 March 2026, before the first case, which began on 1 April 2026.' });
    expect(second).toMatchObject({ number: 2, late: true, set: 'Set on 1 May 2026, after the first case had begun on 1 April 2026.' });

    value(await tagCaseWith(people.lead, caseId, [early.objectiveId, late.objectiveId]));
    value(await endObjective(people.support, early.objectiveId, 'Another took its place'));
    expect(await endObjective(people.support, early.objectiveId, 'Again')).toMatchObject({ ok: false, status: 409 });
    expect(await tagCaseWith(people.lead, caseId, [early.objectiveId])).toMatchObject({ ok: false, status: 422 });
    value(await tagCaseWith(people.support, caseId, []));
    expect((await objectivesOfCases(reader(), [caseId])).map((row) => row.objective_id)).toEqual([early.objectiveId]); // what it was tagged with before stays
    expect((await objectivesPage(reader(), people.support, {})).retired[0]).toMatchObject({ id: early.objectiveId, cases: 1, retired: 'Retired on 1 May 2026: "Another took its place"' });
    expect((await programmePage(reader(), {}, searchIn(new URLSearchParams()))).objectives).toEqual([{ id: late.objectiveId, number: 2, title: objective.title, cases: 0 }]);
    expect((await eventsOf(reader(), caseId, { families: ['case'], limit: 10 })).map((event) => `${event.actor_role} ${event.sentence}`)).toContain('support chose the programme objectives this case serves');
  });

  it('lets the lead and the support unit tag a case, and nobody else', async () => {
    const { people } = world;
    const caseId = await smallCase(world);
    for (const who of ['member', 'sponsor', 'finance', 'mentor', 'staffSide'] as const) {
      expect(await tagCaseWith(people[who], caseId, []), who).toMatchObject({ status: 403 });
      expect(await caseObjectivesPage(reader(), (await caseForActor(reader(), people[who], caseId))!)).toBeUndefined();
    }
    expect(await tagCaseWith(people.outsider, caseId, [])).toMatchObject({ status: 404 });
    expect(value(await tagCaseWith(people.lead, caseId, []))).toBeNull();
  });

  it('lets the support unit alone set objectives and figures; to those without a programme nothing is there', async () => {
    const { people } = world;
    await smallCase(world);
    const tries = (who: 'sponsor' | 'lead') => [addObjective(people[who], objective), recordFigure(people[who], { title: 'Teams that asked', ...figure }), endObjective(people[who], 'x', 'x'), replaceFigure(people[who], 'x', figure)];
    expect((await Promise.all(tries('sponsor'))).map((outcome) => !outcome.ok && outcome.status)).toEqual([403, 403, 403, 403]);
    expect((await Promise.all(tries('lead'))).map((outcome) => !outcome.ok && outcome.status)).toEqual([404, 404, 404, 404]);
  });

  it('replaces a figure once, and keeps what stood before with its own day and definition', async () => {
    const { people } = world;
    const { figureId } = value(await recordFigure(people.support, { title: 'Teams that asked', ...figure }));
    const newer = value(await replaceFigure(people.support, figureId, { ...figure, value: 1061, asAtOn: '2026-05-31', definition: 'Teams that sent a form.' }));
    expect(await replaceFigure(people.support, figureId, figure)).toMatchObject({ status: 409 });
    expect(await replaceFigure(people.support, newer.figureId, { ...figure, asAtOn: '2026-06-02' })).toMatchObject({ status: 422, reasons: [{ field: 'asAtOn' }] });
    expect((await figuresPage(reader(), people.support)).figures).toEqual([{
      id: newer.figureId, title: 'Teams that asked', value: '1,061 teams', asAt: '31 May 2026', definition: 'Teams that sent a form.', source: 'The register',
      earlier: [{ id: figureId, words: '47 teams as at 31 January 2026: Teams whose interest was recorded. Source: The register' }],
    }]);
  });
});

it('sets what was promised beside no change: a fall that would have come anyway is said to be that', () => {
  at('2026-06-01');
  const b = { direction: 'down' as const, baseline: 16, baseline_on: '2024-03-31', target: 8, target_on: '2026-04-28', band_low: null, band_high: null, unit: 'weeks', tolerance: null, counterfactual: 12, frequency: 'monthly', lag_days: 0, live_on: '2024-04-01' };
  const results = (value: number) => Array.from({ length: 24 }, (_, i) => ({ id: String(i), replaces_id: null, period_on: new Date(Date.UTC(2024, 4 + i, 28)).toISOString().slice(0, 10), value, n: 140, denominator: null, quality: 'B' as const }));
  expect(statusQuoOf(b, results(8))).toEqual({ forecastLess: -4, netProgress: 1, anyway: false });
  expect(statusQuoOf({ ...b, counterfactual: 8.1 }, results(8.1))).toMatchObject({ forecastLess: -0.1, netProgress: 0, anyway: true });
  expect(statusQuoOf(b, results(14))).toMatchObject({ netProgress: -0.5, anyway: false });
  expect(statusQuoOf(b, [])).toEqual({ forecastLess: -4, netProgress: null, anyway: false });
  expect(statusQuoOf({ ...b, counterfactual: null }, results(8))).toEqual({ forecastLess: null, netProgress: null, anyway: false });
  setClock(undefined);
});
