import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { personById } from '#db/tables/people.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { exclusionIn, holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { handOf, invitedTeam, whyNotCovered, type Covered } from './covers.policy.ts';

type Parts = Pick<CaseFile, 'case' | 'memberships' | 'interests' | 'covers'>;

/** The cover that made somebody's live part in this role; undefined when the part is their own, or there is none. */
export function coverBehind({ memberships, covers }: Pick<CaseFile, 'memberships' | 'covers'>, personId: string, role: Covered): Row<'covers'> | undefined {
  const part = memberships.find((m) => m.person_id === personId && m.role === role && m.until_at === null);
  return part && covers.find((c) => c.membership_id === part.id);
}

/** What the law must know of somebody about to sign beside their exclusion. */
export interface Signer {
  /** Whom they sign for, when they are a deputy. */
  away: { id: string; name: string; untilOn: string } | null;
  hadAHand: string | null;
  coverFault: string | null;
}

/** The actor as signer of a version in this role. `reviews`: those of the version that were sent. */
export async function signerIn(reader: Reader, file: Parts & Pick<CaseFile, 'actor'>, role: Covered, reviews: readonly Row<'reviews'>[]): Promise<Signer> {
  const cover = coverBehind(file, file.actor.id, role);
  const hand = (id: string, name?: string) => handOf({ invited: invitedTeam(file.case, file.memberships, id), reviewed: reviews.some((r) => r.by === id) }, name);
  const own = hand(file.actor.id);
  if (!cover) return { away: null, hadAHand: own, coverFault: null };
  const id = cover.person_id;
  const name = (await personById(reader, id))?.name ?? 'Somebody';
  const standing = { name, shutOut: exclusionIn(file.memberships, file.interests, id) !== null, stays: holdersOf(file, role).includes(id) };
  return { away: { id, name, untilOn: cover.until_on }, hadAHand: own ?? hand(id, name), coverFault: whyNotCovered(cover, standing, today()) };
}

/** ", for Karen Hall, who is away until 9 May 2026", for the record of what a deputy did; '' for everybody else. */
export const forAway = ({ away }: Signer): string => (away ? `, for ${away.name}, who is away until ${dayInWords(away.untilOn)}` : '');
