import { rmSync } from 'node:fs';
import { newId, toJson } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertAdviser } from '#db/tables/advisers.server.ts';
import { insertMentorConflict, insertMentorOrganisation } from '#db/tables/mentors.server.ts';
import { insertOrganisation } from '#db/tables/organisations.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { closeTheDatabase, database, openTheDatabase, reader } from '#app/domain/database.server.ts';
import { choicesPage } from '#app/domain/mentoring/choices-page.server.ts';
import { sayNeed } from '#app/domain/mentoring/choose-advisers.server.ts';
import { caseTies, offersNow } from '#app/domain/mentoring/offers.server.ts';
import { bestMatches } from '#workflows/matching.ts';
import { MENTOR_TOPICS, type MentorTopic } from '#workflows/mentor-topics.ts';
import { FORMS, REGIONS, SERVICES, SIZES } from '#workflows/mentors.ts';
import { cpuOf } from './measure.ts';
import { AT, world, type People } from './world.ts';

const ADVISERS = 2000;
const ORGANISATIONS = 400;
const WANTED: MentorTopic[] = ['pensions', 'legal-form', 'governance-board', 'benefits-measurement'];

/** A match among 2,000 advisers of 400 organisations, 100 of them in conflict: the scorer alone, and the whole page with its reads. */
export async function mentors(): Promise<void> {
  const filled = await world(fillMentors);
  await openTheDatabase(filled.url);
  const actor = { id: filled.people.lead, name: 'lead person', email: 'lead@bench.example', sessionProvedAt: new Date().toISOString(), colourScheme: null, posts: [] };
  const file = (await caseForActor(reader(), actor, filled.filled))!;
  const { offers } = await offersNow(reader());
  const asked = { need: { topics: WANTED, services: ['therapies'], size: '15-to-99', legalForm: 'cbs', region: 'london' }, of: caseTies(file), today: AT.slice(0, 10) };
  const scorer = await cpuOf(() => Promise.resolve(bestMatches(offers, asked)));
  const page = await cpuOf(() => choicesPage(reader(), file));
  console.log(`\na match among ${offers.length.toLocaleString('en-GB')} advisers: ${scorer.toFixed(1)} ms CPU to score and explain, ${page.toFixed(1)} ms with reading the directory`);
  await closeTheDatabase();
  rmSync(filled.folder, { recursive: true, force: true });
}

async function fillMentors({ lead }: People): Promise<string> {
  const actor = { id: lead, name: 'lead person', email: 'lead@bench.example', sessionProvedAt: AT, colourScheme: null, posts: [] };
  const created = await createCase(actor, { title: 'Riverside', summary: 'Therapies', pathway: 'public-service-mutual', parent: { name: 'Northbridge trust' }, commissioner: { name: 'Northbridge ICB' } });
  if (!created.ok) throw new Error('no case');
  const { caseId } = created.value;
  await sayNeed(actor, caseId, { topics: WANTED, services: ['therapies'], size: '15-to-99', legalForm: 'cbs', region: 'london', stuck: 'Pensions', tried: '', often: 'monthly', revision: 0 });
  await transaction(database(), async (tx) => {
    const organisations = Array.from({ length: ORGANISATIONS }, () => newId());
    for (const [i, id] of organisations.entries()) {
      await insertOrganisation(tx, { id, name: `Mentor ${i}`, kind: 'mentor', code: null, from_on: null, until_on: null, successor_id: null });
      await insertMentorOrganisation(tx, { organisation_id: id, legal_form: FORMS[i % FORMS.length]!.key, services_json: toJson([SERVICES[i % SERVICES.length]!.key, SERVICES[(i + 5) % SERVICES.length]!.key]), size: SIZES[i % SIZES.length]!.key, region: REGIONS[i % REGIONS.length]!.key, spun_out_on: null, about: '', user_led_at: null, left_at: null, revision: 1, by: lead, at: AT });
    }
    for (let i = 0; i < ADVISERS; i++) {
      const [id, person] = [newId(), newId()];
      await insertPerson(tx, { id: person, email: `adviser-${i}@bench.example`, name: `Adviser ${i}`, job_title: 'Director', organisation_id: null, password_hash: null, confirmed_at: AT, disabled_at: null, colour_scheme: null, created_at: AT });
      const topics = [0, 3, 7, 11].map((step) => MENTOR_TOPICS[(i + step) % MENTOR_TOPICS.length]!.key);
      await insertAdviser(tx, { id, person_id: person, organisation_id: organisations[i % ORGANISATIONS]!, topics_json: toJson(topics), places: 1 + (i % 3), hours_a_month: 6, meets: 'both', free_from_on: i % 5 ? null : '2026-07-01', away_at: i % 20 ? null : AT, ambassador_at: null, about: '', left_at: null, revision: 1, by: lead, at: AT });
      if (i % 20 === 3) await insertMentorConflict(tx, { id: newId(), organisation_id: null, adviser_id: id, kind: 'bids', case_id: caseId, body_id: null, detail: '', by: lead, at: AT, ended_at: null, ended_by: null });
    }
  });
  return caseId;
}
