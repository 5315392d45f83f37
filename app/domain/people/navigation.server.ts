import { caseById } from '#db/tables/cases.server.ts';
import { membershipsOf } from '#db/tables/memberships.server.ts';
import { unreadCount } from '#db/tables/notifications.server.ts';
import { reader } from '../database.server.ts';
import type { Actor } from './actor.server.ts';

export interface NavItem {
  to: string;
  label: string;
}

const GUIDANCE: NavItem = { to: '/guidance', label: 'Guidance' };
const CASES: NavItem = { to: '/cases', label: 'Cases' };
const MENTORS: NavItem = { to: '/mentors', label: 'Mentors' };

/** Three to five links for this person, by what they do here, and how much they have not read. */
export async function navigationFor(actor: Actor): Promise<{ nav: NavItem[]; unread: number }> {
  const [parts, unread] = await Promise.all([membershipsOf(reader(), actor.id), unreadCount(reader(), actor.id)]);
  const unit = actor.posts.includes('support') || actor.posts.includes('auditor');
  const caseIds = [...new Set(parts.map((part) => part.case_id))];
  const only = !unit && caseIds.length === 1 ? await caseById(reader(), caseIds[0] ?? '') : undefined;
  const team = parts.some((part) => part.role === 'lead' || part.role === 'member');
  return {
    unread,
    nav: [
      unit ? { to: '/portfolio', label: 'Portfolio' } : { to: '/', label: 'Your work' },
      only ? { to: `/cases/${only.id}`, label: only.title } : CASES,
      ...(unit || team ? [MENTORS] : []),
      GUIDANCE,
      ...(actor.posts.includes('admin') ? [{ to: '/admin', label: 'Admin' }] : []),
    ],
  };
}

/** What somebody who has not signed in is offered. */
export const NAVIGATION_FOR_ANYONE: NavItem[] = [GUIDANCE, { to: '/help', label: 'Help' }];
