import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentsOf } from '#db/tables/comments.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { organisationById } from '#db/tables/organisations.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { gatherCast, signInTable, type Cast, type Part } from '#app/demo/cast.server.ts';
import type { Scene } from '#app/demo/scene.server.ts';
import { STORIES, type Story } from '#app/demo/stories.server.ts';
import { formOf } from '#app/demo/story.server.ts';
import { threadOfRow } from '#app/domain/benefits/threads.server.ts';
import { caseForActor, type CaseFile } from '#app/domain/cases/case-file.server.ts';
import { homePage } from '#app/domain/cases/home-page.server.ts';
import { setClock, today } from '#app/domain/clock.server.ts';
import { reader, useDatabase } from '#app/domain/database.server.ts';
import { decideStage } from '#app/domain/decisions/decide-stage.server.ts';
import { DEMO_DOMAIN } from '#app/domain/outbox/outbox-worker.server.ts';
import { releaseBuiltInPathways } from '#app/domain/pathways/pathways.server.ts';
import { DEMO_PASSWORD, isPassword } from '#app/domain/people/passwords.server.ts';
import { loadStage } from '#app/domain/stages/stage-facts.server.ts';
import { setEnv } from '#app/env.server.ts';
import { freshDatabase, type Engine } from '#tests/setup/engines.ts';
import { STAGES, type StageKey } from '#workflows/definition.ts';
import { sectionsOf } from '#workflows/form.ts';
import { problemsOf } from '#workflows/status.ts';

let open: OpenDatabase;
let cast: Cast;
let files: string;
const scenes: Partial<Record<Story, Scene>> = {};

async function raise(engine: Engine, stories: readonly Story[]): Promise<void> {
  files = mkdtempSync(join(tmpdir(), 'slipway-demo-'));
  setEnv({ filesDir: files, demo: true });
  open = await freshDatabase(engine);
  useDatabase(open);
  const real = today();
  await releaseBuiltInPathways();
  cast = await gatherCast();
  for (const story of stories) scenes[story] = (await STORIES[story](cast, real)) as Scene;
  setClock(undefined);
}

async function strike(): Promise<void> {
  setClock(undefined);
  setEnv(undefined);
  useDatabase(undefined);
  await open.close();
  rmSync(files, { recursive: true, force: true });
}

const told = (story: Story): Scene => scenes[story]!;
/** As the auditor sees it, who sees every case. */
const file = async (story: Story): Promise<CaseFile> => (await caseForActor(reader(), cast.people.auditor, told(story).caseId))!;
const states = async (story: Story) => Object.fromEntries([...(await file(story)).stages].map(([stage, row]) => [stage, row.state])) as Record<StageKey, string>;
const everyStage = (state: string) => Object.fromEntries(STAGES.map((stage) => [stage, stage === 'readiness' ? 'finished' : state]));

describe('the stories, on sqlite', () => {
  beforeAll(() => raise('sqlite', Object.keys(STORIES) as Story[]), 300_000);
  afterAll(strike);

  it.each(['centralSurrey', 'kingston', 'hull', 'inclusion', 'bromley', 'harbourLane'] as const)('%s is live, with every stage passed and its benefits measured', async (story) => {
    expect((await file(story)).case.state).toBe('live');
    expect(await states(story)).toEqual(everyStage('approved'));
    const { benefitRows } = await formOf(cast.people.auditor, told(story).caseId);
    const readings = await readingsOf(reader(), benefitRows.map((b) => b.id));
    expect(new Set(readings.map((r) => r.benefit_id)).size).toBeGreaterThanOrEqual(5);
  });

  it('labels what is published, what is invented and what is an example for all', async () => {
    const shown = await Promise.all((Object.keys(STORIES) as Story[]).map(async (story) => [story, (await file(story)).case.shown_as]));
    expect(Object.fromEntries(shown)).toEqual({
      centralSurrey: 'illustrative', kingston: 'illustrative', hull: 'illustrative', inclusion: 'illustrative', bromley: 'illustrative', bedfordshire: 'illustrative', gloucestershire: 'illustrative', peninsula: 'illustrative',
      harbourLane: 'example', footCare: 'real', elmbrook: 'real', meadowLane: 'real', riverside: 'real',
    });
    const outsider = await caseForActor(reader(), cast.people.admin, told('harbourLane').caseId);
    expect(outsider?.roles).toEqual([]);
  });

  it('(a) gives the twelve of Leicester the short form, (b) and the three thousand of Gloucestershire the full one', async () => {
    expect((await file('inclusion')).case.short_form_at).not.toBeNull();
    expect((await file('gloucestershire')).case.short_form_at).toBeNull();
  });

  it('(c) approves Central Surrey with five conditions, each met before it goes live on 1 October 2006', async () => {
    const { case: row } = await file('centralSurrey');
    const conditions = await conditionsOf(reader(), row.id);
    expect(conditions.map((c) => [c.stage, c.state, c.blocks])).toEqual(Array(5).fill(['transfer', 'met', 'goLive']));
    expect(row.live_on).toBe('2006-10-01');
    const answers = (await formOf(cast.people.auditor, row.id)).answers;
    expect(answers.get('go.shadow_from')?.value).toBe('2006-08-01');
  });

  it('tells the published results of Central Surrey on their own dates', async () => {
    const { benefitRows } = await formOf(cast.people.auditor, told('centralSurrey').caseId);
    const absence = benefitRows.find((b) => b.title === 'Less sickness absence')!;
    const readings = await readingsOf(reader(), [absence.id]);
    expect(readings.map((r) => [r.period_on, r.value])).toEqual([['2007-09-30', 4.4], ['2011-12-31', 3.55], ['2012-12-31', 1.74]]);
  });

  it('gives Kingston its five-year contract before the plan that was assured in July 2010', async () => {
    const decisions = await decisionsOf(reader(), told('kingston').caseId);
    const contract = decisions.find((d) => d.stage === 'contract')!;
    const assured = decisions.filter((d) => d.stage === 'business-case' && d.outcome === 'assured').at(-1)!;
    expect(contract.at.slice(0, 7)).toBe('2009-03');
    expect(assured.at.slice(0, 7)).toBe('2010-07');
    const answers = (await formOf(cast.people.auditor, told('kingston').caseId)).answers;
    expect([answers.get('con.start')?.value, answers.get('con.end')?.value]).toEqual(['2010-08-01', '2015-07-31']);
  });

  it('(d) defers the decision on Cornwall from March to the end of June 2011', async () => {
    const { case: row, stages } = await file('peninsula');
    expect([row.state, stages.get('business-case')?.state, stages.get('business-case')?.due_on]).toEqual(['paused', 'deferred', '2011-06-30']);
  });

  it('(e) lets the staff of Bedfordshire say no: 98% voted, 97% of them against, and the plan cannot be sent', async () => {
    const before = await file('bedfordshire');
    expect(before.case.state).toBe('withdrawn');
    const { facts, entry, form } = await loadStage(reader(), before, 'workforce');
    expect(facts.toComplete).toContain('Result of the vote');
    const result = sectionsOf(entry.stage, form).find((s) => s.key === 'vote-result')!;
    expect(problemsOf(result, form).map((p) => p.message).join(' ')).toContain('29 of 980 voters said yes, so the test of staff support is not met');
    const count = (key: string) => Number(form.answers.get(key)?.value);
    expect(count('hr.support_returned') / count('hr.support_electorate')).toBe(0.98);
    expect(count('hr.support_against') / count('hr.support_returned')).toBeCloseTo(0.97, 2);
  });

  it('(g) freezes Gloucestershire three days before go-live, when all was authorised', async () => {
    const { case: row, holds, stages } = await file('gloucestershire');
    expect([row.state, row.transfer_on, row.live_on]).toEqual(['frozen', '2011-10-01', null]);
    expect(holds.map((hold) => [hold.kind, hold.from_at.slice(0, 10), hold.until_at])).toEqual([['frozen', '2011-09-28', null]]);
    expect(stages.get('transfer')?.state).toBe('approved');
  });

  it('(m) finds who answers for a case of 2005 today, by the bodies that took over', async () => {
    const chain: (string | null)[] = [];
    for (let id = (await file('centralSurrey')).case.commissioner_id; id; ) {
      const row = (await organisationById(reader(), id))!;
      chain.push(row.code);
      id = row.successor_id;
    }
    expect(chain).toEqual(['5KP', '5P5', '99H', '92A', 'QXU']);
  });

  it('shows a benefit at each point of the thread in Harbour Lane', async () => {
    const { benefitRows } = await formOf(cast.people.auditor, told('harbourLane').caseId);
    const measured = new Set((await readingsOf(reader(), benefitRows.map((b) => b.id))).map((r) => r.benefit_id));
    const threads = benefitRows.map((b) => threadOfRow(b, measured.has(b.id) ? 1 : 0));
    expect(threads.filter((t) => t.contracted && t.measured)).toHaveLength(4);
    expect(threads.filter((t) => t.offRamp)).toHaveLength(2);
    expect(threads.filter((t) => !t.measurable && t.undecided)).toHaveLength(1);
  });

  describe('Riverside, today', () => {
    it('stands where it is told to stand', async () => {
      expect((await file('riverside')).case.state).toBe('developing');
      expect(await states('riverside')).toEqual({
        readiness: 'finished', proposal: 'approvedWithConditions', 'business-case': 'inReview', governance: 'changesRequested', workforce: 'drafting',
        contract: 'notOpen', 'failure-plan': 'drafting', transfer: 'notOpen', review: 'notOpen',
      });
      const conditions = await conditionsOf(reader(), told('riverside').caseId);
      expect(conditions.map((c) => c.state)).toEqual(['met', 'evidenceSent', 'open', 'open']);
      const answered = (await commentsOf(reader(), told('riverside').caseId, 'business-case')).filter((c) => c.kind === 'mustChange');
      expect(answered.map((c) => c.state)).toEqual(['answered']);
    });

    it.each(['team-lead', 'team-member', 'adviser', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'second-line', 'board-member', 'staff-side'] as const)('has something to do for %s', async (part: Part) => {
      const { tasks } = await homePage(reader(), cast.people[part]);
      expect(tasks.map((task) => task.caseTitle)).toContain('Riverside Community Therapies');
    });

    it('has a comment of the mentor to settle and one to wait for, and work that is late for the support unit to see', async () => {
      const mine = (await commentsOf(reader(), told('riverside').caseId, 'workforce')).filter((c) => c.by === cast.people.mentor.id);
      expect(mine.map((c) => c.state).sort()).toEqual(['answered', 'open']);
      const { stuck } = await homePage(reader(), cast.people.support);
      expect(stuck?.map((s) => s.title)).toContain('Riverside Community Therapies');
    });

    it('(k) promises six benefits of which none is settled, so no contract could be sent', async () => {
      const { facts } = await loadStage(reader(), await file('riverside'), 'contract');
      expect(facts.unsettledBenefits).toHaveLength(6);
    });

    it('(l) keeps its team and its mentor from deciding', async () => {
      const decision = { outcome: 'approved' as const, criteria: [], conditions: [], reasons: [], note: '', onBehalfOf: '', minutes: '', sha256: '' };
      // What the mentor was shown of the business case has lapsed: for them it is not there.
      for (const [part, status] of [['team-lead', 403], ['adviser', 403], ['mentor', 404]] as const) {
        expect([part, await decideStage(cast.people[part], told('riverside').caseId, 'business-case', decision)]).toMatchObject([part, { ok: false, status }]);
      }
    });
  });

  it('lets each of the table sign in with the one password, and nobody else', async () => {
    expect(signInTable()).toHaveLength(15);
    const hash = (await personByEmail(reader(), signInTable()[0]!.email))?.password_hash;
    expect(await isPassword(DEMO_PASSWORD, hash)).toBe(true);
    expect((await personByEmail(reader(), 'helen.marsh@demo.slipway.test'))?.password_hash).toBeNull();
  });

  it('writes letters to example addresses alone, which stay in the demonstration', async () => {
    const letters = await latestMail(reader(), 5_000);
    expect(letters.length).toBeGreaterThan(100);
    expect(letters.filter((letter) => !letter.to_address.endsWith(DEMO_DOMAIN))).toEqual([]);
  });
});

describe('one story, on postgres', () => {
  beforeAll(() => raise('postgres', ['inclusion']), 300_000);
  afterAll(strike);

  it('ends as it does on sqlite', async () => {
    expect((await file('inclusion')).case.state).toBe('live');
    expect(await states('inclusion')).toEqual(everyStage('approved'));
  });
});
