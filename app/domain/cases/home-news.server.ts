import { transaction, type Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { eventsOfCases } from '#db/tables/events.server.ts';
import { recordVisit, visitOf } from '#db/tables/visits.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inTeam, maySeeSubmission } from './cases.policy.ts';
import { instant, now } from '../clock.server.ts';
import { database } from '../database.server.ts';
import { DRAFTS, entriesOf, hiddenFrom, isWriting, maySeeEvent } from '../events/timeline.server.ts';
import type { Actor } from '../people/actor.server.ts';
import type { CaseCard } from './case-cards.server.ts';
import { postsInCases } from './case-file.server.ts';

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
  const byId = new Map(cards.map((card) => [card.case.id, { title: card.case.title, known: knownBy(actor, card) }]));
  const others = found.filter((event) => event.actor_id !== actor.id && mayRead(byId.get(event.case_id ?? '')?.known, event));
  const entries = await entriesOf(reader, others.slice(0, LINES), (stage, event) => seesVersions(byId.get(event.case_id ?? '')?.known, stage));
  const groups = new Map<string, CaseNews['groups'][number]>();
  for (const [i, { id, title, to }] of entries.entries()) {
    const caseId = others[i]?.case_id ?? '';
    const group = groups.get(caseId) ?? { caseId, title: byId.get(caseId)?.title ?? '', lines: [] };
    group.lines.push({ id, title, ...(to && { to }) });
    groups.set(caseId, group);
  }
  return { since, groups: [...groups.values()], more: others.length > LINES };
}

const seesVersions = (known: Known | undefined, stage: StageKey) => known !== undefined && maySeeSubmission(known.roles, known.standings, stage);

type Known = Parameters<typeof maySeeEvent>[0];

/** The case as this person stands in it, as far as a card tells. */
const knownBy = (actor: Actor, { case: row, roles, shared }: CaseCard): Known => ({
  case: row, actor, roles: [...roles, ...postsInCases(actor)], standings: shared === null ? [] : [{ role: 'mentor', from: '', until: null, stages: shared }],
});

/** What the case's own pages would tell them; and that a team writes is news to the team and its mentor alone. */
function mayRead(known: Known | undefined, event: Row<'events'>): boolean {
  if (!known || hiddenFrom(known).includes(event.kind) || !maySeeEvent(known, event)) return false;
  return !isWriting(event) || inTeam(known.roles) || known.roles.includes('mentor');
}

/** Remembers that the person looked at their first page. Looks within five minutes are one, so that reading writes little. */
export async function rememberVisit(reader: Reader, actor: Actor): Promise<void> {
  const visit = await visitOf(reader, actor.id, HOME);
  const past = visit ? now().getTime() - Date.parse(visit.at) : Infinity;
  if (past < QUIET_FOR) return;
  await transaction(database(), (tx) => recordVisit(tx, actor.id, HOME, instant(), new Date(now().getTime() - A_VISIT).toISOString()));
}
