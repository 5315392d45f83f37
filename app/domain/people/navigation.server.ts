import type { Row } from '#db/schema.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { membershipsOf } from '#db/tables/memberships.server.ts';
import { unreadCount } from '#db/tables/notifications.server.ts';
import { stagesOfCases } from '#db/tables/stages.server.ts';
import { waitingFor } from '../cases/waiting-for.server.ts';
import { reader } from '../database.server.ts';
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
const PROGRAMME: NavItem = { to: '/programme', label: 'Programme' };

/** What somebody who has not signed in is offered. */
export const NAVIGATION_FOR_ANYONE: NavItem[] = [GUIDANCE, { to: '/help', label: 'Help' }];

/** Three to five links for this person, by what they do here, and what waits for them. */
export async function navigationFor(actor: Actor): Promise<Navigation> {
  const [parts, unread] = await Promise.all([membershipsOf(reader(), actor.id), unreadCount(reader(), actor.id)]);
  const ids = [...new Set(parts.map((part) => part.case_id))];
  const [cases, stages] = ids.length ? await Promise.all([casesByIds(reader(), ids), stagesOfCases(reader(), ids)]) : [[], []];
  const { turns, reviews, conditions } = await waitingFor(reader(), actor.id, { cases, stages, parts });
  return { nav: linksFor(actor, cases, parts), unread, turns: turns.length + reviews.length + conditions.length };
}

function linksFor(actor: Actor, cases: Row<'cases'>[], parts: Row<'memberships'>[]): NavItem[] {
  const unit = seesWholeProgramme(actor);
  const only = cases.length === 1 && !unit ? cases[0] : undefined;
  const programme = unit || parts.some((part) => isProgrammeRole(part.role));
  return [{ to: '/', label: 'Your work' }, only ? { to: `/cases/${only.id}`, label: only.title } : CASES, ...(programme ? [PROGRAMME] : []), GUIDANCE];
}
