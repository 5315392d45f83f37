import { addDays } from '#workflows/dates.ts';
import { extra, type Cast } from '../cast.server.ts';
import { begin, onDay } from '../story.server.ts';
import { askMentors } from '../mentoring.server.ts';

const SUMMARY = 'An invented case, just begun: eleven speech and language therapists in Wenbourne think about running their service themselves.';

/** A team that has asked for a mentor and waits for the answer; two more advisers are in line. */
export async function tellMeadowLane(cast: Cast, today: string): Promise<{ caseId: string }> {
  onDay(addDays(today, -9));
  const lead = await extra(cast.people.admin, { name: 'Aisha Karim', jobTitle: 'Lead speech and language therapist', organisationId: cast.organisations.trust, posts: [], passwordHash: cast.passwordHash });
  const caseId = await begin(lead, { title: 'Meadow Lane Speech Therapy', summary: SUMMARY, pathway: 'public-service-mutual', parent: { id: cast.organisations.trust }, commissioner: { id: cast.organisations.icb }, shownAs: 'real' });
  onDay(addDays(today, -2), '14:20');
  await askMentors(lead, caseId, [cast.mentors['Fiona Grant']!, cast.mentors['Grace Tennant']!, cast.mentors['Leonard Frith']!], {
    topics: ['legal-form', 'governance-board', 'business-planning'], services: ['therapies', 'children'], size: 'under-15', legalForm: null, region: 'south-east',
    stuck: 'We do not know whether eleven people are too few to have a board of their own, and which form would let parents have a say.', tried: 'We read the guidance on legal forms and met the finance team once.', often: 'fortnightly',
  });
  return { caseId };
}
