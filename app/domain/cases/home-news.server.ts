import { fromJson } from '#db/codec.ts';
import { transaction, type Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { eventsOfCases } from '#db/tables/events.server.ts';
import { recordVisit, visitOf } from '#db/tables/visits.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inTeam, maySeeReviews, maySeeSubmission } from './cases.policy.ts';
import { isBallot, maySeeBallots } from '../ballots/ballots.policy.ts';
import { instant, now } from '../clock.server.ts';
import { database } from '../database.server.ts';
import { maySeeMeetings, isMeeting } from '../meetings/meetings.policy.ts';
import { isSupport, maySeeSupport } from '../support/support.policy.ts';
import { DRAFTS, entriesOf, isForThem, isSearch, isWriting, mayKnowOfDocument } from '../events/timeline.server.ts';
import { maySeeSearch } from '../mentoring/mentoring.policy.ts';
import type { Actor } from '../people/actor.server.ts';
import type { CaseCard } from './case-cards.server.ts';

export interface CaseNews {
  /** The visit before this one; null on the first. */
  since: string | null;
  groups: { caseId: string; title: string; lines: { id: string; title: string; to?: string }[] }[];
  more: boolean;
}

const HOME = 'home';
const LINES = 7;
const A_VISIT = 30 * 60_000;
const QUIET_FOR = 5 * 60_000;

/** What others did in these cases since the person was last here, at most seven lines; on a first visit, the latest. */
export async function newsFor(reader: Reader, actor: Actor, cards: readonly CaseCard[]): Promise<CaseNews> {
  const visit = await visitOf(reader, actor.id, HOME);
  const sameVisit = visit && now().getTime() - Date.parse(visit.at) < A_VISIT;
  const since = sameVisit ? visit.before_at : (visit?.at ?? null);
  const found = await eventsOfCases(reader, cards.map((card) => card.case.id), { limit: 40, without: DRAFTS, ...(since && { after: since }) });
  const byId = new Map(cards.map((card) => [card.case.id, card]));
  const others = found.filter((event) => event.actor_id !== actor.id && mayRead(byId.get(event.case_id ?? ''), actor.id, event));
  const entries = await entriesOf(reader, others.slice(0, LINES), (stage, event) => seesVersions(byId.get(event.case_id ?? ''), stage));
  const groups = new Map<string, CaseNews['groups'][number]>();
  for (const [i, { id, title, to }] of entries.entries()) {
    const caseId = others[i]?.case_id ?? '';
    const group = groups.get(caseId) ?? { caseId, title: byId.get(caseId)?.case.title ?? '', lines: [] };
    group.lines.push({ id, title, ...(to && { to }) });
    groups.set(caseId, group);
  }
  return { since, groups: [...groups.values()], more: others.length > LINES };
}

const seesVersions = (card: CaseCard | undefined, stage: StageKey) => card !== undefined && (maySeeSubmission(card.roles, [], stage) || (card.shared?.includes(stage) ?? false));

/** Reviews and documents are not for everybody, nor is how a team looks for a mentor or its own writing, nor are stages that a mentor was not shown. */
function mayRead(card: CaseCard | undefined, me: string, event: Pick<Row<'events'>, 'kind' | 'subject_json' | 'actor_id'>): boolean {
  if (!card || !isForThem(card.roles, event) || (event.kind.startsWith('review.') && !maySeeReviews(card.roles))) return false;
  if (isMeeting(event.kind) && !maySeeMeetings(card.roles)) return false;
  if (isSupport(event.kind) && !maySeeSupport(card.roles)) return false;
  if (isBallot(event.kind) && !maySeeBallots(card.roles)) return false;
  if (isSearch(event) && !maySeeSearch(card.roles)) return false;
  if (isWriting(event) && !inTeam(card.roles) && !card.roles.includes('mentor')) return false;
  const shared = card.shared === null ? [] : [{ role: 'mentor' as const, from: '', until: null, stages: card.shared }];
  if (!mayKnowOfDocument(card.roles, shared, me, event)) return false;
  const stage = card.shared === null ? undefined : fromJson<{ stage?: string }>(event.subject_json).stage;
  return stage === undefined || (card.shared?.some((shared) => shared === stage) ?? true);
}

/** Remembers that the person looked at their first page. Looks within five minutes are one, so that reading writes little. */
export async function rememberVisit(reader: Reader, actor: Actor): Promise<void> {
  const visit = await visitOf(reader, actor.id, HOME);
  const past = visit ? now().getTime() - Date.parse(visit.at) : Infinity;
  if (past < QUIET_FOR) return;
  await transaction(database(), (tx) => recordVisit(tx, actor.id, HOME, instant(), new Date(now().getTime() - A_VISIT).toISOString()));
}
