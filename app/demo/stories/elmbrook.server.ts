import { addDays } from '#workflows/dates.ts';
import { extra, type Cast } from '../cast.server.ts';
import { askMentors, startMentoring } from '../mentoring.server.ts';
import { begin, onDay } from '../story.server.ts';

const SUMMARY = 'An invented case, just begun: six disabled people who manage their own support want to run a small advice and personal assistant service for others in Wenbourne.';

/** A user-led group of six whose mentor said yes; they are in their first meetings. */
export async function tellElmbrook(cast: Cast, today: string): Promise<{ caseId: string }> {
  onDay(addDays(today, -40));
  const lead = await extra(cast.people.admin, { name: 'Dylan Moss', jobTitle: 'Chair', organisationId: null, posts: [], passwordHash: cast.passwordHash });
  const caseId = await begin(lead, { title: 'Elmbrook Independent Living', summary: SUMMARY, pathway: 'public-service-mutual', parent: { id: cast.organisations.council }, commissioner: { id: cast.organisations.icb }, shownAs: 'real' });
  onDay(addDays(today, -33), '11:05');
  const mentor = cast.mentors['Marcus Bell']!;
  await askMentors(lead, caseId, [mentor], {
    topics: ['user-involvement', 'legal-form', 'commissioning-process'], services: ['social-care'], size: 'under-15', legalForm: 'coop', region: null,
    stuck: 'Every form asks for things a group of six does not have. We need somebody who has been through it and can tell us which matter.', tried: 'We asked the council, who sent us three more forms.', often: 'weekly',
  });
  await startMentoring(mentor, caseId, addDays(today, -30), addDays(today, -21));
  return { caseId };
}
