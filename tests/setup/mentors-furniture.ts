import { mentorResultsOf, openMentorConflicts } from '#db/tables/mentors.server.ts';
import { mentoringsOfCase } from '#db/tables/mentorings.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { chooseAdvisers, sayNeed } from '#app/domain/mentoring/choose-advisers.server.ts';
import { declareMentorConflict } from '#app/domain/mentors/declare-conflict.server.ts';
import { addMentorResult, registerMentor } from '#app/domain/mentors/register-mentor.server.ts';
import { addAdviser } from '#app/domain/mentors/save-adviser.server.ts';
import type { SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

/** A mentor organisation with a result, whose one adviser is the outsider; the case has asked them, and waits. */
export async function newMentors({ support, lead, outsider }: SmallWorld['people'], caseId: string): Promise<Record<string, string>> {
  const organisation = value(await registerMentor(support, { name: 'Longbarn Care CIC', legalForm: 'cbs', services: ['therapies'], size: '15-to-99', region: 'london', spunOutOn: null, userLed: false, left: false, about: 'Therapies', revision: 0 })).organisationId;
  const offer = { topics: ['pensions' as const], places: 2, hours: 4, meets: 'both' as const, freeFrom: null, away: false, about: '', revision: 0, email: outsider.email, ambassador: false, left: false };
  const adviser = value(await addAdviser(support, organisation, offer)).adviserId;
  value(await addMentorResult(support, organisation, { words: 'Waits fell to 6 weeks', link: 'https://longbarn.example/report', publishedOn: '2024-06-30' }));
  value(await sayNeed(lead, caseId, { topics: ['pensions'], services: [], size: null, legalForm: null, region: null, stuck: 'Our pensions', tried: '', often: 'monthly', revision: 0 }));
  value(await chooseAdvisers(lead, caseId, { chosen: [{ field: 'other', adviserId: adviser }], replyDays: 14 }));
  value(await declareMentorConflict(outsider, null, { kind: 'other', body: organisation, whole: false, detail: 'A contract' }));
  return {
    mentorOrganisation: organisation, mentorAdviser: adviser, mentoring: (await mentoringsOfCase(reader(), caseId))[0]!.id,
    mentorResult: (await mentorResultsOf(reader(), organisation))[0]!.id, mentorConflict: (await openMentorConflicts(reader()))[0]!.id,
  };
}
