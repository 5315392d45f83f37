import type { Row } from '#db/schema.ts';
import { adviserOfPerson } from '#db/tables/advisers.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { membershipsOf } from '#db/tables/memberships.server.ts';
import { requestsTo } from '#db/tables/mentorings.server.ts';
import { unreadCount } from '#db/tables/notifications.server.ts';
import { stagesOfCases } from '#db/tables/stages.server.ts';
import { waitingFor } from '../cases/waiting-for.server.ts';
import { reader } from '../database.server.ts';
import { mayNameSuccessor } from '../organisations/organisations.policy.ts';
import { isProgrammeRole, seesWholeProgramme } from '../programme/programme.policy.ts';
import type { Actor } from './actor.server.ts';

export interface NavItem {
  to: string;
  label: string;
}
export interface Navigation {
  nav: NavItem[];
  /** Notifications not read yet. */
  unread: number;
  /** What waits for this person, as home lists it. */
  turns: number;
}

const GUIDANCE: NavItem = { to: '/guidance', label: 'Guidance' };
const CASES: NavItem = { to: '/cases', label: 'Cases' };
const ORGANISATIONS: NavItem = { to: '/organisations', label: 'Organisations' };
const PROGRAMME: NavItem = { to: '/programme', label: 'Programme' };
const MENTORS: NavItem = { to: '/mentors', label: 'Mentors' };
/** An adviser's way to the teams they help. */
const MENTORING: NavItem = { to: '/mentoring', label: 'Mentoring' };

/** What somebody who has not signed in is offered. */
export const NAVIGATION_FOR_ANYONE: NavItem[] = [GUIDANCE, MENTORS, { to: '/help', label: 'Help' }];

/** Three to five links for this person, by what they do here, and what waits for them. */
export async function navigationFor(actor: Actor): Promise<Navigation> {
  const [parts, unread, adviser] = await Promise.all([membershipsOf(reader(), actor.id), unreadCount(reader(), actor.id), adviserOfPerson(reader(), actor.id)]);
  const requests = adviser ? await requestsTo(reader(), actor.id) : [];
  const ids = [...new Set(parts.map((part) => part.case_id))];
  const [cases, stages] = ids.length ? await Promise.all([casesByIds(reader(), ids), stagesOfCases(reader(), ids)]) : [[], []];
  const waits = Object.values(await waitingFor(reader(), actor.id, { cases, stages, parts })).reduce((sum, all: unknown[]) => sum + all.length, 0);
  return { nav: linksFor(actor, cases, parts, adviser ? MENTORING : MENTORS), unread, turns: requests.length + waits };
}

function linksFor(actor: Actor, cases: Row<'cases'>[], parts: Row<'memberships'>[], mentors: NavItem): NavItem[] {
  const unit = seesWholeProgramme(actor);
  const only = cases.length === 1 && !unit ? cases[0] : undefined;
  const programme = unit || parts.some((part) => isProgrammeRole(part.role));
  return [{ to: '/', label: 'Your work' }, only ? { to: `/cases/${only.id}`, label: only.title } : CASES, ...(programme ? [PROGRAMME] : []), ...(mayNameSuccessor(actor) ? [ORGANISATIONS] : []), mentors, GUIDANCE];
}
