import { begin, join, must, onDay } from '#app/demo/story.server.ts';
import { closeTheDatabase, openTheDatabase } from '#app/domain/database.server.ts';
import { chooseSlot } from '#app/domain/meetings/change-meeting.server.ts';
import { offerMeeting } from '#app/domain/meetings/offer-meeting.server.ts';
import { registerMentor } from '#app/domain/mentors/register-mentor.server.ts';
import { addAdviser } from '#app/domain/mentors/save-adviser.server.ts';
import { DEMO_DOMAIN } from '#app/domain/outbox/outbox-worker.server.ts';
import { DEMO_PASSWORD, hashPassword } from '#app/domain/people/passwords.server.ts';
import { registerPerson } from '#app/domain/people/register-person.server.ts';
import { secrets } from '#app/env.server.ts';
import { addDays } from '#workflows/dates.ts';
import { actor } from './actors.ts';
import { MENTORING, mentoringDay, mentoringTitle, RUNS, TODAY, USER_LED, userLedTitle, type Run } from './hands/facts.ts';

/** A case with a mentor to whom nothing is shared, and three meetings that took place and wait to be written down. */
async function tell(run: Run): Promise<void> {
  const [lead, mentor, support] = [await actor(MENTORING.lead.part), await actor(MENTORING.mentor.part), await actor('support', ['support'])];
  onDay(addDays(TODAY, -30));
  const caseId = await begin(lead, { title: mentoringTitle(run), summary: 'Feet in two towns', pathway: 'right-to-provide', parent: { name: 'Northbridge Community Trust' }, commissioner: { name: 'Northbridge Health Board' } });
  await join(caseId, mentor, 'mentor', support);
  for (const days of [-12, -8, -4]) {
    const at = `${mentoringDay(run, days)}T14:00:00.000Z`;
    const { meetingId } = must(await offerMeeting(lead, caseId, { mentor: mentor.id, topic: 'business-planning', minutes: 60, place: 'By phone', slots: [{ n: 1, at }] }), 'offer a time');
    must(await chooseSlot(mentor, caseId, meetingId, at), 'choose it');
  }
}

/** A group of six without a mentor, on a case that has just begun. */
const gather = async (run: Run): Promise<void> =>
  void (await begin(await actor(USER_LED.lead.part), { title: userLedTitle(run), summary: 'Six people who run their own support, and want to offer it to others', pathway: 'public-service-mutual', parent: { name: 'Northbridge Council' }, commissioner: { name: 'Northbridge Council' } }));

/** An organisation led by its users, with one adviser who has room for each walk. */
async function offerHelp(): Promise<void> {
  const support = await actor('support', ['support']);
  const { organisationId } = must(await registerMentor(support, { name: 'Led By Us', legalForm: 'coop', services: ['social-care'], size: 'under-15', region: 'north-east', spunOutOn: null, userLed: true, about: 'Run by the people who use it.', revision: 0, left: false }), 'register the mentor organisation');
  must(await addAdviser(support, organisationId, { email: USER_LED.mentor.part + DEMO_DOMAIN, topics: ['user-involvement', 'social-value'], places: RUNS.length, hours: 6, meets: 'both', freeFrom: null, about: '', away: false, ambassador: true, left: false, revision: 0 }), 'add its adviser');
}

await openTheDatabase(secrets().databaseUrl);
onDay(addDays(TODAY, -31));
const admin = await actor('admin', ['admin']);
const passwordHash = await hashPassword(DEMO_PASSWORD);
for (const { part, name, jobTitle } of [...Object.values(MENTORING), ...Object.values(USER_LED)]) must(await registerPerson(admin, { email: part + DEMO_DOMAIN, name, jobTitle, organisationId: null, posts: [], passwordHash }), `register ${name}`);
await offerHelp();
for (const run of RUNS) {
  await tell(run);
  await gather(run);
}
await closeTheDatabase();
