import type { Row } from '#db/schema.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { inTeam, mayAgreeLeavingOut, TEAM } from '../cases/cases.policy.ts';

type Side = 'provider' | 'commissioner';
type Owners = Pick<Row<'benefits'>, 'provider_owner_id' | 'commissioner_owner_id'>;
type Parts = Pick<CaseFile, 'memberships'>;

/** The side of the contract a person stands on; undefined for those on neither. */
export const sideOf = (file: CaseFile, row: Owners): Side | undefined => {
  if (inTeam(file.roles)) return 'provider';
  return row.commissioner_owner_id === file.actor.id || mayAgreeLeavingOut(file.roles, file.exclusion) ? 'commissioner' : undefined;
};

/** The side that asked for a change. */
export const askedBy = (file: Parts, change: Pick<Row<'benefit_changes'>, 'by'>): Side =>
  file.memberships.some((m) => m.person_id === change.by && TEAM.some((role) => role === m.role)) ? 'provider' : 'commissioner';

/** Who may answer what this side asks. */
export const otherSide = (file: Parts, row: Owners, side: Side): string[] =>
  side === 'provider' ? [...holdersOf(file, 'sponsor'), ...(row.commissioner_owner_id ? [row.commissioner_owner_id] : [])] : [...holdersOf(file, 'lead'), ...(row.provider_owner_id ? [row.provider_owner_id] : [])];

/** Whether a change waits for this person, who is on the other side and not shut out. */
export function mayAnswer(file: CaseFile, row: Owners, change: Pick<Row<'benefit_changes'>, 'by'>): boolean {
  const asked = askedBy(file, change);
  const side = sideOf(file, row);
  return side !== undefined && side !== asked && otherSide(file, row, asked).includes(file.actor.id);
}
