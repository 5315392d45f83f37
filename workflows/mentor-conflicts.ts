/** What stands between an adviser and a case, from what is on record. Facts only: computed from rows by the domain. */
export interface AdviserTies {
  personId: string;
  /** The mentor organisation they advise for. */
  organisationId: string;
  /** The body that employs them, when it is another. */
  employerId: string | null;
  /** Conflicts put on record for them or for their organisation: with a case, or with a body. */
  declared: readonly Declared[];
}
export interface Declared {
  kind: ConflictKind;
  caseId: string | null;
  bodyId: string | null;
}
export interface CaseTies {
  caseId: string;
  /** The employer the team leaves. */
  parentId: string | null;
  commissionerId: string | null;
  /** Bodies for which somebody decides or reviews in the case. */
  decidingBodies: ReadonlySet<string>;
  /** Everybody who is or was in the team. */
  team: ReadonlySet<string>;
  /** Everybody who is or was on the side that decides, audits or speaks for staff. */
  judges: ReadonlySet<string>;
  /** People who declared an interest in the case. */
  interested: ReadonlySet<string>;
}

export const CONFLICT_KINDS = [
  { key: 'bids', title: 'Bids, or means to bid, for the same contract' },
  { key: 'competes', title: 'Runs a service that competes with the team' },
  { key: 'works-for', title: 'Works for, or is paid by, this body' },
  { key: 'family', title: 'A close relative or friend is involved' },
  { key: 'other', title: 'Something else' },
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number]['key'];

const SAID: Readonly<Record<ConflictKind, string>> = {
  bids: 'their organisation bids, or means to bid, for the same contract',
  competes: 'their organisation competes with the team',
  'works-for': 'they work for, or are paid by, a body that decides on the case',
  family: 'somebody close to them is involved',
  other: 'a conflict is on record',
};

/**
 * Why this adviser can never mentor this case, to go after "because"; null when nothing on record stands in the way. A
 * body named in a declaration counts as the one the contract is with, or the team leaves.
 */
export function conflictOf(ties: AdviserTies, of: CaseTies): string | null {
  if (of.team.has(ties.personId)) return 'they are or were in the team';
  if (of.judges.has(ties.personId)) return 'they review, decide or speak for others in this case';
  if (of.interested.has(ties.personId)) return 'they declared an interest in the case';
  const theirs = ties.employerId === null ? [ties.organisationId] : [ties.organisationId, ties.employerId];
  if (theirs.some((id) => id === of.parentId)) return 'their organisation employs the team';
  if (theirs.some((id) => id === of.commissionerId || of.decidingBodies.has(id))) return 'their organisation decides on the case';
  const declared = ties.declared.find(({ caseId, bodyId }) => caseId === of.caseId || (bodyId !== null && (bodyId === of.commissionerId || bodyId === of.parentId || of.decidingBodies.has(bodyId))));
  return declared ? SAID[declared.kind] : null;
}
