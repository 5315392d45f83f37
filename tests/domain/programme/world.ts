import fc from 'fast-check';
import { newId, toJson } from '#db/codec.ts';
import { transaction, type Writer } from '#db/database.server.ts';
import type { NewRow } from '#db/schema.ts';
import { insertBenefitChange } from '#db/tables/benefit-changes.server.ts';
import { insertBenefit } from '#db/tables/benefits.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { insertPathwayVersion } from '#db/tables/pathways.server.ts';
import { insertReading } from '#db/tables/readings.server.ts';
import { CATEGORIES } from '#app/domain/benefits/benefits.schema.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { statesOf } from '#workflows/decide.ts';
import { PATHWAYS } from '#workflows/definition.ts';
import { smallPathway, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null, freq: 6 });
const text = maybe(fc.constantFrom('Said', ''));
const figure = maybe(fc.integer({ min: 0, max: 60 }));

/** A benefit's columns as anything might have left them: what is missing is missing at random. */
const anyBenefit = fc.record({
  title: fc.constantFrom('Shorter waits', '=HYPERLINK("x")', '-5% fewer falls', '+ more clinics', '@home care', 'Fewer "missed", or late'), beneficiary: fc.constantFrom('People referred', 'Staff\nof the team'), category: fc.constantFrom(...CATEGORIES.map(([key]) => key)),
  state: fc.constantFrom(...statesOf('benefit')), evidence_kind: maybe(fc.constantFrom('numbers' as const, 'story' as const, 'survey' as const)),
  measure: text, unit: maybe(fc.constantFrom('weeks', 'count', '%', '')), direction: maybe(fc.constantFrom('up' as const, 'down' as const, 'band' as const, 'maintain' as const)),
  baseline: figure, baseline_source: text, baseline_on: maybe(fc.constant('2024-03-31')), baseline_n: maybe(fc.constantFrom(3, 140)), target: figure, target_on: maybe(fc.constant('2027-03-31')), band_low: figure, band_high: figure,
  counterfactual: figure, value_per_year_pence: maybe(fc.integer({ min: 1, max: 5_000_000_000 })), treatment: maybe(fc.constantFrom('contracted' as const, 'monitored' as const, 'notContracted' as const)),
  treatment_reason: text, treatment_agreed_at: maybe(fc.constant('2026-05-04T09:00:00.000Z')), clause: text, frequency: maybe(fc.constantFrom('monthly', 'quarterly')),
});
type AnyBenefit = typeof anyBenefit extends fc.Arbitrary<infer B> ? B : never;

export const benefitsAtRandom = (count: number, seed: number): AnyBenefit[] => fc.sample(anyBenefit, { numRuns: count, seed });

export async function insertAny(tx: Writer, caseId: string, number: number, by: string, benefit: AnyBenefit): Promise<string> {
  const id = newId();
  await insertBenefit(tx, { ...benefit, id, case_id: caseId, number, promised_stage: 'proposal', machine_version: 1, revision: 1, by, at: instant(), withdrawn_at: benefit.state === 'withdrawn' ? instant() : null });
  return id;
}

/** Cases of every kind and route, of three commissioners and none, live for years or not yet, with benefits at random; the sponsor has a part in every second. */
export async function programmeAtRandom(world: SmallWorld, cases: number, seed: number): Promise<string[]> {
  const { people, open } = world;
  await transaction(open, async (tx) => {
    for (const key of PATHWAYS) if (key !== 'public-service-mutual') await insertPathwayVersion(tx, { key, version: 1, definition_json: toJson({ ...smallPathway(), key }), released_at: instant() });
  });
  const ids: string[] = [];
  for (let i = 0; i < cases; i++) {
    const commissioner = i % 5 === 4 ? null : { name: ['Ridge ICB', 'Dale ICB', 'Coast ICB, and county'][i % 3]! };
    const shownAs = i % 6 === 5 ? 'illustrative' : 'real';
    const { caseId } = value(await createCase(people.lead, { title: `Therapies ${i}`, summary: 'In three towns', pathway: PATHWAYS[i % 3]!, parent: { name: 'Northbridge trust' }, commissioner, shownAs }));
    ids.push(caseId);
    await transaction(open, async (tx) => {
      await tx.db.updateTable('cases').set({ live_on: i % 4 ? `202${2 + (i % 4)}-0${1 + (i % 9)}-01` : null }).where('id', '=', caseId).execute();
      if (i % 2 === 0) await insertMembership(tx, { id: newId(), case_id: caseId, person_id: people.sponsor.id, role: 'sponsor', organisation_id: null, stages_json: null, invited_by: people.lead.id, from_at: instant(), until_at: null });
      for (const [n, benefit] of benefitsAtRandom(2 + (i % 4), seed + i).entries()) await withResults(tx, await insertAny(tx, caseId, n + 1, people.lead.id, benefit), i + n, world);
    });
  }
  return ids;
}

const VERDICTS = ['met', 'missed', 'notProven', 'onTrack', 'atRisk', 'tooEarly'] as const;

/** Results, one of them corrected and one of very few people; verdicts, one of them replaced by an earlier review; a change. */
async function withResults(tx: Writer, benefitId: string, n: number, { people }: SmallWorld): Promise<void> {
  if (n % 3 === 0) return;
  const reading = (month: number, more: Partial<NewRow<'readings'>> = {}): NewRow<'readings'> & { id: string } => ({ id: newId(), benefit_id: benefitId, period_from: null, period_on: `2026-0${month}-28`, value: 10 + n - month, numerator: null, denominator: null, n: 140, quality: 'B', note: '', replaces_id: null, by: people.member.id, at: instant(), ...more });
  const wrong = reading(2, { value: -3.5 });
  for (const row of [reading(1), wrong, reading(2, { replaces_id: wrong.id }), reading(3, { numerator: 4, denominator: 40, n: 40, value: 10 })]) await insertReading(tx, row);
  if (n % 4 === 0) return;
  const verdict = (review: string, word: number, replaces: string | null): NewRow<'verdicts'> & { id: string } => ({ id: newId(), benefit_id: benefitId, review_on: review, month: 12, proposed: 'met', verdict: VERDICTS[word % 6]!, grade: 'full', rests_on_json: '{}', reasons: '=SUM(A1)', action: null, action_owner_id: null, action_due_on: null, consequence: null, replaces_id: replaces, by: people.sponsor.id, at: instant() });
  const [first, late] = [verdict('2025-04-01', n, null), verdict('2026-04-01', n + 1, null)];
  await tx.db.insertInto('verdicts').values(n % 5 ? [first, late] : [first, late, verdict('2026-03-01', n + 2, late.id)]).execute();
  await insertBenefitChange(tx, { id: newId(), benefit_id: benefitId, kind: 'target', before_json: '{"target":8}', after_json: '{"target":9}', reason: 'The service grew', by: people.lead.id, at: instant(), settled_as: 'agreed', settled_by: people.sponsor.id, settled_at: instant(), settled_note: '' });
}
