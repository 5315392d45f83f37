import { newId, toJson } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertCase, nextCaseReference } from '#db/tables/cases.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { insertStages } from '#db/tables/stages.server.ts';
import { putAnswer } from '#db/tables/answers.server.ts';
import { insertBenefit } from '#db/tables/benefits.server.ts';
import { database } from '#app/domain/database.server.ts';
import { appendEntry } from '#app/domain/record/chain.server.ts';
import { STAGES } from '#workflows/definition.ts';
import { pathways } from '#workflows/index.ts';
import { questionsOf } from '#workflows/form.ts';
import { plausible } from '#tests/setup/plausible.ts';

const AT = '2026-05-04T09:00:00.000Z';
const ANSWERED = questionsOf(pathways['public-service-mutual']).flatMap((q) => {
  const value = plausible(q);
  return value === undefined ? [] : [{ question: q.key, value_json: toJson(value) }];
});

/** Fills a database with cases of one lead, each with nine stages, five benefits and ten events; the first with every answer. */
export async function fill(count: number, people: { lead: string; sponsor: string }): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += 250) {
    await transaction(database(), async (tx) => {
      for (let i = from; i < Math.min(count, from + 250); i++) {
        const id = newId();
        ids.push(id);
        await insertCase(tx, { id, reference: await nextCaseReference(tx), title: `Community therapies ${i}`, summary: 'Physiotherapy, podiatry and speech therapy in three towns', pathway: 'public-service-mutual', pathway_version: pathways['public-service-mutual'].version, parent_id: null, commissioner_id: null, machine_version: 1, state: 'developing', revision: 1, short_form_at: null, shown_as: 'real', transfer_on: '2027-04-01', live_on: null, created_by: people.lead, created_at: AT });
        // One lead has the first case; the rest belong to nobody but the sponsor, as a support unit sees them.
        if (i < 3) await insertMembership(tx, part(id, people.lead, 'lead'));
        await insertMembership(tx, part(id, people.sponsor, 'sponsor'));
        await insertStages(tx, STAGES.map((stage, n) => ({ id: newId(), case_id: id, stage, machine_version: 1, state: n < 2 ? 'approved' : n < 5 ? 'drafting' : 'notOpen', revision: 1, turn_since_at: AT, due_on: '2026-12-01', opened_at: AT })));
        for (let n = 1; n <= 5; n++) await insertBenefit(tx, benefit(id, n, people.lead));
        for (let n = 0; n < 10; n++) await appendEntry(tx, { case_id: id, kind: 'answers.save', actor_id: people.lead, actor_role: 'lead', at: AT, subject: {}, sentence: 'changed 2 answers in Money' });
        if (i < 3) for (const answer of ANSWERED) await putAnswer(tx, { ...answer, case_id: id, state: 'answered', raw_json: null, known_by_on: null, reason: null, by: people.lead, at: AT }, 0);
      }
    });
  }
  return ids;
}

const part = (caseId: string, person: string, role: string) => ({ id: newId(), case_id: caseId, person_id: person, role, organisation_id: null, stages_json: null, invited_by: person, from_at: AT, until_at: null });

const benefit = (caseId: string, number: number, by: string) => ({
  id: newId(), case_id: caseId, number, title: `Shorter waits ${number}`, beneficiary: 'People referred', category: 'access', promised_stage: 'proposal', state: 'promised', machine_version: 1, promised_question: null,
  measure: 'Median wait', unit: 'weeks', direction: 'down' as const, baseline: 16, baseline_source: 'Waiting list', baseline_on: '2026-03-31', target: 8, target_on: '2028-03-31',
  value_per_year_pence: null, treatment: null, treatment_reason: null, treatment_by: null, treatment_at: null, clause: null, frequency: null, consequence: null, revision: 1, by, at: AT, withdrawn_at: null, withdrawn_reason: null,
});
