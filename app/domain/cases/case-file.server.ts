import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { coversOf } from '#db/tables/covers.server.ts';
import { holdsOf } from '#db/tables/holds.server.ts';
import { interestsOf } from '#db/tables/interests.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { stagesOf } from '#db/tables/stages.server.ts';
import { STAGES, type Pathway, type PathwayStage, type Role, type StageKey } from '#workflows/definition.ts';
import { stageOf } from '#workflows/form.ts';
import { dayInWords } from '#workflows/dates.ts';
import { dayOf } from '../clock.server.ts';
import type { Doer } from '../command.server.ts';
import { pathwayOf } from '../pathways/pathways.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { exclusionOf, maySeeBenefits, type Access, type Standing } from './cases.policy.ts';
import { stagesShared } from './shared-stages.server.ts';

/** One case as one person may reach it: what every command and page of a case begins with. */
export interface CaseFile {
  case: Row<'cases'>;
  pathway: Pathway;
  memberships: Row<'memberships'>[];
  interests: Row<'interests'>[];
  /** Who stands in for an approver, or did. */
  covers: Row<'covers'>[];
  holds: Row<'holds'>[];
  stages: Map<StageKey, Row<'stages'>>;
  actor: Actor;
  /** The roles the person holds in this case today. */
  roles: Role[];
  /** Every role they ever held in it. */
  standings: Standing[];
  /** Why they can never decide; null when they can. */
  exclusion: string | null;
}

/** The case through the actor; undefined when it does not exist or is not theirs to see. The two cannot be told apart. */
export async function caseForActor(reader: Reader, actor: Actor, caseId: string): Promise<CaseFile | undefined> {
  const row = await caseById(reader, caseId);
  if (!row) return undefined;
  const memberships = await membershipsOfCase(reader, caseId);
  const standings = standingsOf(memberships, actor.id);
  const roles = [...new Set([...standings.filter((s) => s.until === null).map((s) => s.role), ...postsInCases(actor)])];
  if (roles.length === 0 && row.shown_as !== 'example') return undefined;
  const [pathway, interests, covers, holds, stages] = await Promise.all([
    pathwayOf(reader, row),
    interestsOf(reader, caseId),
    coversOf(reader, caseId),
    holdsOf(reader, caseId),
    stagesOf(reader, caseId),
  ]);
  return {
    case: row, pathway, memberships, interests, covers, holds, actor, roles, standings,
    stages: new Map(stages.map((stage) => [stage.stage as StageKey, stage])),
    exclusion: exclusionIn(memberships, interests, actor.id),
  };
}

/** Why a person can never judge a case, from its rows; null when they can. */
export function exclusionIn(memberships: readonly Row<'memberships'>[], interests: readonly Row<'interests'>[], personId: string): string | null {
  const mine = interests.filter((i) => i.person_id === personId).map((i) => ({ kind: i.kind, at: i.declared_at }));
  return exclusionOf(standingsOf(memberships, personId), mine, (at) => dayInWords(dayOf(at)));
}

export function standingsOf(memberships: readonly Row<'memberships'>[], personId: string): Standing[] {
  return memberships
    .filter((m) => m.person_id === personId)
    .map((m) => ({
      role: m.role as Role,
      from: m.from_at,
      until: m.until_at,
      stages: m.stages_json === null ? null : stagesShared(m),
      access: m.access_json === null ? null : fromJson<Access>(m.access_json),
    }));
}

/** Support and audit see every case; an administrator sees none by post. */
export const postsInCases = (actor: Actor): Role[] => actor.posts.filter((post): post is 'support' | 'auditor' => post !== 'admin');

/** The actor as the record names them: their first role of these, or whichever they hold. */
export function doerOf(file: CaseFile, preferred: readonly Role[] = []): Doer {
  const role = preferred.find((r) => file.roles.includes(r)) ?? file.roles[0] ?? 'visitor';
  return { id: file.actor.id, name: file.actor.name, role };
}

/** People who hold a role in the case today. */
export const holdersOf = (file: Pick<CaseFile, 'memberships'>, ...roles: readonly Role[]): string[] => [
  ...new Set(file.memberships.filter((m) => m.until_at === null && roles.includes(m.role as Role)).map((m) => m.person_id)),
];

/** The row and the definition of one stage of the case; undefined for a word that is no stage. */
export function stageInFile(file: CaseFile, key: string): { key: StageKey; row: Row<'stages'>; entry: PathwayStage } | undefined {
  const known = STAGES.find((stage) => stage === key);
  const row = known && file.stages.get(known);
  return known && row ? { key: known, row, entry: stageOf(file.pathway, known) } : undefined;
}

export const isExample = (file: Pick<CaseFile, 'case'>): boolean => file.case.shown_as === 'example';
/** Whether this reader sees what is promised. */
export const seesBenefits = (file: Pick<CaseFile, 'case' | 'roles' | 'standings'>): boolean => isExample(file) || maySeeBenefits(file.roles, file.standings);
