import { newId } from '#db/codec.ts';
import { transaction, type Writer } from '#db/database.server.ts';
import type { NewRow } from '#db/schema.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { insertOrganisation } from '#db/tables/organisations.server.ts';
import { CATEGORIES } from '#app/domain/benefits/benefits.schema.ts';
import { database } from '#app/domain/database.server.ts';
import { PATHWAYS } from '#workflows/definition.ts';
import { pathways } from '#workflows/index.ts';

const AT = '2026-05-04T09:00:00.000Z';
const VERDICTS = ['met', 'missed', 'notProven', 'onTrack', 'atRisk', 'tooEarly'] as const;
const COMMISSIONERS = 40;

/**
 * Fills a programme: each case with 12 benefits, 8 or 9 of them with 60 monthly results and half with verdicts, about 500
 * results a case. The same numbers always give the same rows. Answers with the ids of the cases.
 */
export async function fillProgramme(cases: number, people: { lead: string; sponsor: string; judge: string }): Promise<string[]> {
  const commissioners = await organisations();
  const ids: string[] = [];
  for (let from = 0; from < cases; from += 50) {
    await transaction(database(), async (tx) => {
      for (let i = from; i < Math.min(cases, from + 50); i++) ids.push(await fillCase(tx, i, people, commissioners[i % COMMISSIONERS]!, STATES.map((state, n) => ({ state: i % 3 === 0 && n === 0 ? 'measuring' : state, months: 60 }))));
    });
  }
  return ids;
}

/** One live case with 40 contracted benefits, each with this many monthly results. `number`: of a case that is not in the programme. Answers with its id. */
export const fillWide = (people: { lead: string; sponsor: string; judge: string }, number: number, months: number): Promise<string> =>
  transaction(database(), async (tx) => fillCase(tx, number, people, null, Array.from({ length: 40 }, () => ({ state: months ? 'measuring' : 'contracted', months }))));

async function organisations(): Promise<string[]> {
  return transaction(database(), async (tx) => {
    const ids = Array.from({ length: COMMISSIONERS }, newId);
    for (const [i, id] of ids.entries()) await insertOrganisation(tx, { id, name: `Commissioner ${i + 1}`, kind: 'other', code: null, from_on: null, until_on: null, successor_id: null });
    return ids;
  });
}

async function fillCase(tx: Writer, i: number, people: { lead: string; sponsor: string; judge: string }, commissioner: string | null, wanted: readonly { state: string; months: number }[]): Promise<string> {
  const id = newId();
  const pathway = PATHWAYS[i % PATHWAYS.length]!;
  await tx.db.insertInto('cases').values({ id, reference: `SW-${10_000 + i}`, title: `Community therapies ${i}`, summary: '', pathway, pathway_version: pathways[pathway].version, parent_id: null, commissioner_id: commissioner, machine_version: 1, state: 'live', revision: 1, short_form_at: null, shown_as: 'real', transfer_on: '2021-04-01', live_on: i % 5 ? `202${i % 5}-04-01` : null, created_by: people.lead, created_at: AT }).execute();
  for (const [role, person] of [['lead', people.lead], ['sponsor', people.sponsor]] as const) await insertMembership(tx, { id: newId(), case_id: id, person_id: person, role, organisation_id: null, stages_json: null, invited_by: person, from_at: AT, until_at: null });
  const benefits = wanted.map(({ state }, n) => benefit(id, i, n, state, people.lead));
  await tx.db.insertInto('benefits').values(benefits).execute();
  for (const [n, one] of benefits.entries()) {
    if (one.state !== 'measuring' && one.state !== 'judged') continue;
    await tx.db.insertInto('readings').values(Array.from({ length: wanted[n]!.months }, (_, m) => reading(one.id, m, people.lead))).execute();
    if (one.state === 'judged') await tx.db.insertInto('verdicts').values([0, 1].map((year) => verdict(one.id, VERDICTS[(i + n + year) % 6]!, year, people.judge))).execute();
  }
  return id;
}

const STATES = ['promised', 'measurable', 'contracted', 'notContracted', 'measuring', 'judged', 'judged', 'measuring', 'judged', 'judged', 'measuring', 'judged'] as const;

function benefit(caseId: string, i: number, n: number, state: string, by: string): NewRow<'benefits'> & { state: string } {
  const treatment = state === 'promised' || state === 'measurable' ? null : state === 'notContracted' || n === 7 ? 'notContracted' : 'contracted';
  return {
    id: newId(), case_id: caseId, number: n + 1, title: `Shorter waits for a first appointment ${n}`, beneficiary: 'People referred', category: CATEGORIES[(i + n) % CATEGORIES.length]![0], promised_stage: 'proposal', promised_question: 'eoi.plan',
    measure: state === 'promised' ? null : 'Median days from referral to the first appointment', unit: 'weeks', direction: 'down', baseline: 16, baseline_source: 'Waiting list return to the commissioner', baseline_on: '2020-03-31', target: 8, target_on: '2025-03-31',
    value_per_year_pence: n % 3 ? 5_000_000 + n * 12_345 : null, treatment, treatment_reason: treatment === 'notContracted' ? 'The commissioner measures it in another way' : null, treatment_by: treatment && by, treatment_at: treatment && AT,
    treatment_agreed_by: treatment === 'notContracted' ? by : null, treatment_agreed_at: treatment === 'notContracted' ? AT : null, clause: treatment === 'contracted' ? 'Schedule 4C, line 7' : null, frequency: treatment ? 'monthly' : null,
    consequence: treatment === 'contracted' ? 'A joint look at the cause within 10 working days, then a written plan' : null, counterfactual: n % 2 ? 12 : null, counterfactual_method: n % 2 ? 'trend' : null,
    revision: 1, by, at: AT, withdrawn_at: null, withdrawn_reason: null, state, machine_version: 1,
  };
}

function reading(benefitId: string, month: number, by: string): NewRow<'readings'> {
  const on = new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10);
  return { id: newId(), benefit_id: benefitId, period_from: `${on.slice(0, 7)}-01`, period_on: on, value: 16 - ((month * 7) % 11), numerator: null, denominator: null, n: 140, quality: 'B', note: '', replaces_id: null, by, at: AT };
}

const verdict = (benefitId: string, word: (typeof VERDICTS)[number], year: number, by: string): NewRow<'verdicts'> => ({
  id: newId(), benefit_id: benefitId, review_on: `202${3 + year}-04-01`, month: 12 * (year + 1), proposed: word, verdict: word, grade: 'full', rests_on_json: '{}', reasons: '', action: null, action_owner_id: null, action_due_on: null, consequence: null, replaces_id: null, by, at: AT,
});
