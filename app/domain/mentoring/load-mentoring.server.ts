import { fromJson } from '#db/codec.ts';
import type { Reader, Writer } from '#db/database.server.ts';
import type { Changes, Row } from '#db/schema.ts';
import { adviserById, placesTaken, type AdviserNamed } from '#db/tables/advisers.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { interestsOf } from '#db/tables/interests.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { mentorOrganisationById, openMentorConflicts } from '#db/tables/mentors.server.ts';
import { mentoringById, mentoringsOfCase, moveMentoring } from '#db/tables/mentorings.server.ts';
import { decide, hasTag } from '#workflows/decide.ts';
import type { MentoringFacts } from '#workflows/facts.ts';
import type { AdviserOffer } from '#workflows/matching.ts';
import { conflictOf } from '#workflows/mentor-conflicts.ts';
import type { MentoringEvent } from '#workflows/machines/mentoring.ts';
import { changedMeanwhile } from '../cases/case-command.server.ts';
import { inTeam } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { refused, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { AGREED } from './mentoring.policy.ts';
import { byAdviser, caseTies, offerOf, type MentorOrganisation } from './offers.server.ts';

/** One mentoring with everything the law asks about it. */
export interface MentoringLoaded {
  row: Row<'mentorings'>;
  /** Every choice of the case, past ones too. */
  siblings: Row<'mentorings'>[];
  adviser: AdviserNamed;
  organisation: MentorOrganisation;
  offer: AdviserOffer;
  case: Row<'cases'>;
  memberships: Row<'memberships'>[];
  interests: Row<'interests'>[];
}

export async function loadMentoring(reader: Reader, id: string): Promise<MentoringLoaded | undefined> {
  const row = await mentoringById(reader, id);
  return row && { row, ...(await around(reader, row)) };
}

async function around(reader: Reader, { case_id, adviser_id }: Row<'mentorings'>): Promise<Omit<MentoringLoaded, 'row'>> {
  const adviser = (await adviserById(reader, adviser_id))!;
  const [organisation, caseRow, memberships, interests, siblings, conflicts, taken] = await Promise.all([
    mentorOrganisationById(reader, adviser.organisation_id), caseById(reader, case_id), membershipsOfCase(reader, case_id), interestsOf(reader, case_id), mentoringsOfCase(reader, case_id),
    openMentorConflicts(reader), placesTaken(reader, AGREED, adviser_id),
  ]);
  const known = { services: fromJson<string[]>(organisation!.services_json), conflicts: byAdviser(conflicts)(adviser), taken: taken.get(adviser.id) ?? 0, gone: adviser.left_at !== null || adviser.disabled_at !== null };
  return { siblings, adviser, organisation: organisation!, offer: offerOf(adviser, organisation!, known), case: caseRow!, memberships, interests };
}

export type Side = MentoringFacts['side'];

/** The side a person stands on; undefined when the mentoring is none of theirs to see, as it is to an adviser not asked yet. A team member sees it and moves nothing. */
export function sideOf({ row, adviser, memberships }: Pick<MentoringLoaded, 'row' | 'adviser' | 'memberships'>, actor: Pick<Actor, 'id' | 'posts'>): Side | undefined {
  if (adviser.person_id === actor.id && row.asked_at !== null) return 'mentor';
  const roles = memberships.filter((m) => m.person_id === actor.id && m.until_at === null).map((m) => m.role as 'lead');
  if (roles.includes('lead')) return 'team';
  if (actor.posts.includes('support')) return 'support';
  return inTeam(roles) ? null : undefined;
}

export function factsOf(loaded: MentoringLoaded, side: Side): MentoringFacts {
  const { row, adviser, offer, siblings } = loaded;
  return {
    side, adviser: adviser.name, room: offer.room, away: offer.away,
    conflict: conflictOf(offer.ties, caseTies(loaded)),
    otherAsked: siblings.some((one) => one.id !== row.id && hasTag('mentoring', one.state, 'asked')),
    isLate: row.reply_by_on !== null && row.reply_by_on < today(),
    caseEnded: hasTag('case', loaded.case.state, 'ended'),
    otherSideGoesOn: (side === 'team' ? row.mentor_goes_on_at : row.team_goes_on_at) !== null,
  };
}

type Changed = Omit<Changes<'mentorings'>, 'id' | 'state' | 'revision' | 'over_at' | 'over_by'>;

/** Asks the law and writes: the one way a mentoring moves. Answers with the new state, or why not. */
export async function stepMentoring(tx: Writer, loaded: MentoringLoaded, side: Side, event: MentoringEvent, changes: Changed = {}): Promise<{ ok: true; state: string } | Refused> {
  const law = decide('mentoring', loaded.row.state, factsOf(loaded, side), event);
  if (!law.ok) return refused(side === null ? 403 : 422, ...law.reasons);
  const over = hasTag('mentoring', law.state, 'over') ? { over_at: event.at, over_by: event.by } : {};
  const kept = await moveMentoring(tx, loaded.row.id, loaded.row.revision, { ...changes, ...over, state: law.state });
  return kept ? { ok: true, state: law.state } : changedMeanwhile();
}
