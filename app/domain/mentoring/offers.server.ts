import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { liveAdvisers, placesTaken, type AdviserOffered } from '#db/tables/advisers.server.ts';
import { mentorOrganisations, openMentorConflicts } from '#db/tables/mentors.server.ts';
import type { Role } from '#workflows/definition.ts';
import type { AdviserOffer } from '#workflows/matching.ts';
import type { CaseTies } from '#workflows/mentor-conflicts.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { AGREED } from './mentoring.policy.ts';

export type MentorOrganisation = Row<'mentor_organisations'> & { name: string };
/** Everybody who advises today, with their organisation and what they offer. */
export interface Offers {
  offers: AdviserOffer[];
  advisers: ReadonlyMap<string, AdviserOffered>;
  organisations: ReadonlyMap<string, MentorOrganisation>;
}

/** The whole directory as a match sees it, in four reads. */
export async function offersNow(reader: Reader): Promise<Offers> {
  const [advisers, rows, conflicts, taken] = await Promise.all([liveAdvisers(reader), mentorOrganisations(reader), openMentorConflicts(reader), placesTaken(reader, AGREED)]);
  const organisations = new Map(rows.map((row) => [row.organisation_id, row]));
  const services = new Map(rows.map((row) => [row.organisation_id, fromJson<string[]>(row.services_json)]));
  const listed = advisers.filter((adviser) => organisations.has(adviser.organisation_id));
  const conflictsOf = byAdviser(conflicts);
  return {
    advisers: new Map(listed.map((row) => [row.id, row])), organisations,
    offers: listed.map((row) => offerOf(row, organisations.get(row.organisation_id)!, { services: services.get(row.organisation_id)!, conflicts: conflictsOf(row), taken: taken.get(row.id) ?? 0, gone: false })),
  };
}

interface Known {
  services: string[];
  conflicts: readonly Row<'mentor_conflicts'>[];
  taken: number;
  /** They left, or their account is closed. */
  gone: boolean;
}

export const offerOf = (row: AdviserOffered, organisation: MentorOrganisation, { services, conflicts, taken, gone }: Known): AdviserOffer => ({
  id: row.id, topics: fromJson<string[]>(row.topics_json), services, size: organisation.size, legalForm: organisation.legal_form, region: organisation.region,
  room: row.places - taken, away: row.away_at !== null || gone || organisation.left_at !== null, freeFrom: row.free_from_on,
  ties: {
    personId: row.person_id, organisationId: row.organisation_id, employerId: row.employer_id,
    declared: conflicts.map((c) => ({ kind: c.kind, caseId: c.case_id, bodyId: c.body_id })),
  },
});

const NONE: readonly Row<'mentor_conflicts'>[] = [];
/** The conflicts that stand for an adviser: their own and their organisation's. */
export function byAdviser(conflicts: readonly Row<'mentor_conflicts'>[]): (row: Pick<AdviserOffered, 'id' | 'organisation_id'>) => readonly Row<'mentor_conflicts'>[] {
  if (conflicts.length === 0) return () => NONE;
  const of = new Map<string, Row<'mentor_conflicts'>[]>();
  for (const conflict of conflicts) {
    const key = conflict.adviser_id ?? conflict.organisation_id!;
    of.set(key, [...(of.get(key) ?? []), conflict]);
  }
  return (row) => {
    const [own, whole] = [of.get(row.id), of.get(row.organisation_id)];
    return own && whole ? [...own, ...whole] : (own ?? whole ?? NONE);
  };
}

const SPEAKING: readonly Role[] = ['staffSide'];
const OTHERS: readonly Role[] = [...TEAM, 'mentor', 'support'];

/** How a case is tied to people and bodies, past parts too. */
export function caseTies({ case: row, memberships, interests }: Pick<CaseFile, 'case' | 'memberships' | 'interests'>): CaseTies {
  const judging = memberships.filter((m) => !OTHERS.includes(m.role as Role));
  return {
    caseId: row.id, parentId: row.parent_id, commissionerId: row.commissioner_id,
    decidingBodies: new Set(judging.filter((m) => !SPEAKING.includes(m.role as Role)).flatMap((m) => m.organisation_id ?? [])),
    team: new Set(memberships.filter((m) => TEAM.includes(m.role as Role)).map((m) => m.person_id)),
    judges: new Set(judging.map((m) => m.person_id)),
    interested: new Set(interests.filter((i) => i.kind !== 'none').map((i) => i.person_id)),
  };
}
