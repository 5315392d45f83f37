import type { Row } from '#db/schema.ts';
import type { Role } from '#workflows/definition.ts';
import { dayInWords, daysBetween } from '#workflows/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import { SHUT_OUT, type Interest, type Standing } from '../cases/cases.policy.ts';

/** Roles somebody can stand in for. */
export const COVERED = ['sponsor', 'secondLine'] as const;
export type Covered = (typeof COVERED)[number];
export const isCovered = (role: string): role is Covered => (COVERED as readonly string[]).includes(role);

/** Days a cover may last, both ends counted. */
export const MOST_DAYS = 90;
export const lengthOf = ({ from, until }: { from: string; until: string }): number => daysBetween(from, until) + 1;
export const overlap = (a: { from: string; until: string }, b: { from: string; until: string }): boolean => a.from <= b.until && b.from <= a.until;

/** An approver names their own deputy; the support unit names one for somebody who cannot. */
export const mayNameDeputy = (roles: readonly Role[], me: string, away: string): boolean => me === away || roles.includes('support');

type Part = Pick<Row<'memberships'>, 'person_id' | 'role' | 'invited_by'>;
/**
 * The "inviter" who can never decide: whoever began the case for its team, or invited its first team lead. Not whoever
 * invited anybody else, for that is the ordinary way: a lead invites the approver, who invites the reviewers, and the
 * support unit adds a second lead. `memberships` in the order they began, ended ones too.
 */
export const invitedTeam = (of: Pick<Row<'cases'>, 'created_by'>, memberships: readonly Part[], personId: string): boolean =>
  of.created_by === personId || memberships.find((m) => m.role === 'lead')?.invited_by === personId;

/** What a signer did, or the person they cover, that keeps the signature from them; null when nothing. `away`: the name of the person covered, when it was they. */
export function handOf({ invited, reviewed }: { invited: boolean; reviewed: boolean }, away?: string): string | null {
  const end = away ? 'so their deputy cannot decide on it' : 'so someone else must decide on it';
  if (invited) return `${away ?? 'You'} invited the first team lead of this case, ${end}`;
  return reviewed ? `${away ?? 'You'} reviewed this version, ${end}` : null;
}

/** Why somebody can never stand in on this case, naming them; null when they can. */
export function whyNotDeputy(name: string, { standings, interests, invited }: { standings: readonly Standing[]; interests: readonly Interest[]; invited: boolean }): string | null {
  const barred = standings.find((s) => SHUT_OUT.includes(s.role));
  if (barred) return `${name} ${barred.until ? 'was' : 'is'} ${roleInWords(barred.role)} in this case, so cannot stand in`;
  const interest = interests.find((i) => i.kind === 'director' || i.kind === 'shareholder' || i.kind === 'employee');
  if (interest) return `${name} was declared a prospective ${interest.kind} of the new organisation, so cannot stand in`;
  return invited ? `${name} invited the first team lead of this case, so cannot stand in` : null;
}

/** Why a cover does not let its deputy sign on a day, in a sentence for them; null when it does. */
export function whyNotCovered(cover: Pick<Row<'covers'>, 'from_on' | 'until_on'>, away: { name: string; shutOut: boolean; stays: boolean }, today: string): string | null {
  if (today > cover.until_on) return `Your cover for ${away.name} ended on ${dayInWords(cover.until_on)}. Ask them, or the support unit, to extend it`;
  if (today < cover.from_on) return `Your cover for ${away.name} begins on ${dayInWords(cover.from_on)}`;
  if (away.shutOut) return `${away.name} can never decide on this case, so neither can their deputy`;
  return away.stays ? null : `${away.name} has left this case, so their deputy cannot decide for them`;
}
