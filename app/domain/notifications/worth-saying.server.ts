import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { livePostsOf } from '#db/tables/appointments.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { membershipsOf } from '#db/tables/memberships.server.ts';
import { noticeChoicesOf } from '#db/tables/notice-choices.server.ts';
import { stagesOfCases } from '#db/tables/stages.server.ts';
import { addDays } from '#workflows/dates.ts';
import { dayOf } from '../../lib/dates.ts';
import { waitingFor, type WaitingFor } from '../cases/waiting-for.server.ts';
import { lineOf } from './kinds.ts';

type Notice = Row<'notifications'>;

/** Days after which news is old: it stands on the notifications page, and no summary brings it up. */
const OLD = 14;
/** What is done with when nothing of its stage or condition waits for the person any more. */
const TURNS = ['decisions', 'reviews', 'conditions', 'reminders'];

/** Of what waits for a person's summary: not read, not switched off since, in a case they may still open, news not old, and what needs them still to be done. The same words are said once. */
export async function worthSaying(reader: Reader, personId: string, notices: readonly Notice[], on: string): Promise<Notice[]> {
  const off = new Set((await noticeChoicesOf(reader, [personId])).filter((row) => row.pace === 'off').map(({ kind, about }) => `${kind} ${about}`));
  const fresh = notices.filter((notice) => notice.read_at === null && (notice.kind === 'needsYou' || dayOf(notice.at) >= addDays(on, -OLD)));
  const unread = fresh.filter((notice) => !off.has(`${notice.kind} ${lineOf(notice.kind, notice.about)}`));
  if (unread.length === 0) return [];
  const caseIds = [...new Set(unread.flatMap((notice) => notice.case_id ?? []))];
  const [cases, parts, posts] = await Promise.all([casesByIds(reader, caseIds), membershipsOf(reader, personId), livePostsOf(reader, personId)]);
  const open = cases.filter((row) => posts.some((post) => post !== 'admin') || row.shown_as === 'example' || parts.some((part) => part.case_id === row.id));
  const reached = unread.filter(({ case_id, link }) => !link.startsWith(`/cases/${case_id}`) || open.some((row) => row.id === case_id));
  return once(await stillWaiting(reader, personId, { cases: open, parts }, reached));
}

/** What is for information stands; what needs the person stands while it does. */
async function stillWaiting(reader: Reader, personId: string, { cases, parts }: { cases: Row<'cases'>[]; parts: Row<'memberships'>[] }, notices: readonly Notice[]): Promise<Notice[]> {
  if (!notices.some((notice) => notice.kind === 'needsYou') || cases.length === 0) return [...notices];
  const stages = await stagesOfCases(reader, cases.map(({ id }) => id));
  const waits = await waitingFor(reader, personId, { cases, stages, parts });
  return notices.filter((notice) => notice.kind === 'information' || !isDone(notice, stages, waits));
}

function isDone({ about, case_id, link, at }: Notice, stages: readonly Row<'stages'>[], waits: WaitingFor): boolean {
  const [, place, key] = /^\/cases\/[^/]+\/(stages|conditions)\/([^/]+)/.exec(link) ?? [];
  if (place === 'conditions') return TURNS.includes(about) && !waits.conditions.some(({ id }) => id === key);
  const stage = stages.find((row) => row.case_id === case_id && row.stage === key);
  if (place !== 'stages' || !stage) return false;
  if (TURNS.includes(about)) return ![...waits.turns, ...waits.reviews].some((one) => one.caseId === case_id && one.stage === key) && !waits.views.some((board) => board.case_id === case_id && board.stage === key);
  return about === 'stages' && (stage.turn_since_at ?? '') > at; // the stage has moved on since
}

/** The last of those that say the same and lead to the same place. */
const once = (notices: readonly Notice[]) => [...new Map(notices.map((notice) => [`${notice.link} ${notice.text}`, notice])).values()];
