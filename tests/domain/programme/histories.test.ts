import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromJson, newId } from '#db/codec.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { benefitCommand, moveBenefit } from '#app/domain/benefits/benefit-command.server.ts';
import { describeBenefit } from '#app/domain/benefits/describe-benefit.server.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import { agreeLeavingOut, settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import { reinstateBenefit, withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { programmePage } from '#app/domain/programme/programme-page.server.ts';
import { MEASURING } from '#app/domain/programme/programme-scope.server.ts';
import { searchIn } from '#app/domain/programme/programme-search.ts';
import { STEPS, type StepKey } from '#app/domain/programme/steps.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';

/** People treat the promises of one case at random, through the real commands; then the page is counted again from what happened. */
const ACTS = ['promise', 'promiseMeasured', 'describe', 'unsay', 'contract', 'leaveOut', 'leaveOutBySponsor', 'agree', 'record', 'judge', 'contract', 'judge', 'judge', 'withdraw', 'reinstate'] as const;
const VERDICTS = ['met', 'missed', 'notProven', 'onTrack', 'atRisk', 'tooEarly'] as const;
const step = fc.record({ act: fc.constantFrom(...ACTS), which: fc.nat(3), day: fc.integer({ min: 1, max: 28 }), verdict: fc.constantFrom(...VERDICTS) });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const measured = { measure: 'Median wait', unit: 'weeks', direction: 'down' as const, baseline: 16, baselineSource: 'Waiting list', baselineOn: '2025-03-31', target: 8, targetOn: '2028-03-31' };
const settled = { clause: '4.2', frequency: 'monthly' as const, consequence: null, reason: 'Asked for elsewhere' };

async function take({ people }: SmallWorld, caseId: string, { act, which, day, verdict }: Step): Promise<unknown> {
  if (act === 'promise' || act === 'promiseMeasured') return promiseBenefit(people.lead, caseId, { title: 'Shorter waits', beneficiary: 'People referred', category: 'access', stage: 'proposal', question: null }, act === 'promise' ? {} : { ...measured, valuePerYear: 5_000_000 });
  const row = (await benefitsOf(reader(), caseId))[which];
  if (!row) return undefined;
  const { id, revision } = row;
  const on = `2026-03-${String(day).padStart(2, '0')}`;
  switch (act) {
    case 'describe': return describeBenefit(people.member, caseId, id, measured, { revision });
    case 'unsay': return describeBenefit(people.member, caseId, id, { target: null }, { revision });
    case 'contract': return settleBenefit(people.sponsor, caseId, id, { ...settled, treatment: 'contracted', revision });
    case 'leaveOut': return settleBenefit(people.lead, caseId, id, { ...settled, treatment: 'monitored', revision });
    case 'leaveOutBySponsor': return settleBenefit(people.sponsor, caseId, id, { ...settled, treatment: 'notContracted', revision });
    case 'agree': return agreeLeavingOut(people.finance, caseId, id);
    case 'record': return addReading(people.member, caseId, id, { periodFrom: null, periodOn: on, value: 9, numerator: null, denominator: null, n: 140, quality: 'B', note: '' });
    case 'judge': return judge(people.secondLine, caseId, id, on, verdict);
    case 'withdraw': return withdrawBenefit(people.lead, caseId, id, 'Counted twice');
    default: return reinstateBenefit(people.lead, caseId, id, 'It stands after all');
  }
}

/** A verdict as its command gives one: a row, and an event that tells it. */
const judge = (actor: SmallWorld['people']['secondLine'], caseId: string, benefitId: string, on: string, verdict: (typeof VERDICTS)[number]) =>
  benefitCommand({ actor, caseId, benefitId, as: ['secondLine'] }, async (at) => {
    await at.tx.db.insertInto('verdicts').values({ id: newId(), benefit_id: benefitId, review_on: on, month: null, proposed: verdict, verdict, grade: 'full', rests_on_json: '{}', reasons: '', action: null, action_owner_id: null, action_due_on: null, consequence: null, replaces_id: null, by: actor.id, at: at.at }).execute();
    return moveBenefit(at, { type: 'judge', deed: { kind: 'benefit.judge', subject: { verdict, review: on }, sentence: 'judged a benefit' } });
  });

interface Told {
  benefit: string;
  state: string;
  treatment: string | null;
  agreed: boolean;
  measurable: boolean;
  verdict?: StepKey;
  review?: string;
}

/** The thread from the events alone: the last of each benefit says how far it got, its judgements what was said. */
async function recount(caseId: string): Promise<Record<StepKey, number>> {
  const events = (await eventsOf(reader(), caseId, { families: ['benefit'], limit: 1000 })).map((event) => fromJson<Told>(event.subject_json)).filter((told) => told.benefit);
  const last = [...new Map([...events].reverse().map((told) => [told.benefit, told])).values()];
  const live = last.filter((told) => told.state !== 'withdrawn');
  const measuring = live.filter((told) => MEASURING.includes(told.state));
  const out = (told: Told) => told.treatment !== null && told.treatment !== 'contracted' && told.agreed;
  const verdictOn = ({ benefit }: Told) => events.filter((told) => told.benefit === benefit && told.verdict).sort((a, b) => (a.review! < b.review! ? 1 : -1))[0]?.verdict;
  const judged = (verdict: StepKey | undefined) => measuring.filter((told) => verdictOn(told) === verdict).length;
  return {
    promised: live.length, measurable: live.filter((told) => told.measurable).length, contracted: live.filter((told) => told.treatment === 'contracted').length, measured: measuring.length,
    ...(Object.fromEntries(VERDICTS.map((verdict) => [verdict, judged(verdict)])) as Record<(typeof VERDICTS)[number], number>), unjudged: judged(undefined),
    notContracted: live.filter(out).length, undecided: live.filter((told) => told.treatment !== 'contracted' && !out(told)).length, withdrawn: last.length - live.length,
  };
}

eachEngine((engine) => {
  let world: SmallWorld;
  beforeAll(async () => { world = await smallWorld(engine); });
  afterAll(() => world.close());

  it('counts as a recount of what happened counts, after any history', async () => {
    const total: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        const caseId = await smallCase(world);
        for (const one of [{ ...steps[0]!, act: 'promiseMeasured' as const }, ...steps]) await take(world, caseId, one);
        for (const [key, n] of Object.entries(await recount(caseId))) total[key] = (total[key] ?? 0) + n;
        const { tallies } = await programmePage(reader(), {}, searchIn(new URLSearchParams()));
        expect(Object.fromEntries(STEPS.map(({ key }) => [key, tallies[key].n]))).toEqual(total);
      }),
      { numRuns: engine === 'sqlite' ? 200 : 40, seed: 20270503, endOnFailure: true },
    );
    // Every step was reached by some history, and more than a few of the verdicts.
    expect(STEPS.filter(({ key, part }) => part !== 'verdict' && !total[key]).map(({ key }) => key)).toEqual([]);
    expect(VERDICTS.filter((verdict) => total[verdict]).length).toBeGreaterThan(2);
  }, 300_000);
});
