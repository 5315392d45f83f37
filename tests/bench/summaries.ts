import { rmSync } from 'node:fs';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertNotification } from '#db/tables/notifications.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { closeTheDatabase, database, openTheDatabase, reader } from '#app/domain/database.server.ts';
import { sendSummaries } from '#app/domain/notifications/send-summaries.server.ts';
import { fill } from './fill.ts';
import { AT, world } from './world.ts';

const PEOPLE = 1000;
const NOTICES = 12;

/** The summary of a morning for 1,000 people, each in one of 500 cases, with twelve notices that wait; two need them. */
export async function summaries(): Promise<void> {
  const filled = await world(async (people) => {
    const cases = await fill(500, people);
    for (let n = 0; n < PEOPLE; n++) await fillPerson(n, cases[n % cases.length]!, people.lead);
  });
  await openTheDatabase(filled.url);
  setClock(() => new Date('2026-05-05T07:00:00.000Z')); // a Tuesday
  const [began, from] = [process.cpuUsage(), Date.now()];
  await sendSummaries();
  const [{ user, system }, wall] = [process.cpuUsage(began), Date.now() - from];
  const sent = (await latestMail(reader(), PEOPLE * 2)).filter((mail) => mail.dedupe.startsWith('summary:')).length;
  setClock(undefined);
  await closeTheDatabase();
  console.log(`\nthe summary of a morning for ${sent.toLocaleString('en-GB')} people: ${(wall / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s CPU`);
  rmSync(filled.folder, { recursive: true, force: true });
}

async function fillPerson(n: number, case_id: string, lead: string): Promise<void> {
  await transaction(database(), async (tx) => {
    const id = newId();
    await insertPerson(tx, { id, email: `person-${n}@bench.example`, name: `Person ${n}`, job_title: '', organisation_id: null, password_hash: null, confirmed_at: AT, disabled_at: null, colour_scheme: null, created_at: AT });
    await insertMembership(tx, { id: newId(), case_id, person_id: id, role: 'member', organisation_id: null, stages_json: null, invited_by: lead, from_at: AT, until_at: null });
    for (let i = 0; i < NOTICES; i++) {
      await insertNotification(tx, { id: newId(), person_id: id, case_id, kind: i < 2 ? 'needsYou' : 'information', text: `News ${i} of a case`, link: `/cases/${case_id}/stages/proposal`, at: AT, read_at: null, about: i < 2 ? 'other' : 'stages', pace: 'daily', summed_at: null });
    }
  });
}
