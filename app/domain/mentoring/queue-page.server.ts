import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { advisersByIds } from '#db/tables/advisers.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { allMentorNeeds, openMentorings } from '#db/tables/mentorings.server.ts';
import { daysBetween } from '#workflows/dates.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';
import { inTopicOrder, titleIn } from '#workflows/mentors.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { today } from '../clock.server.ts';
import { offersNow } from './offers.server.ts';

export interface MentorQueue {
  /** Teams that said what they need and have neither a mentor nor a request open, the longest first. */
  unmatched: { caseId: string; title: string; topics: string; since: string; days: number }[];
  /** Requests out, the first to answer first. */
  asked: { id: string; caseId: string; title: string; name: string; replyBy: string; byHand: boolean }[];
  working: { id: string; caseId: string; title: string; name: string; state: string }[];
  free: { places: number; advisers: number };
  /** For each topic asked for by an unmatched team: how many ask, and how many places are free. */
  topics: { title: string; wanted: number; free: number }[];
}

/** What the support unit works with: who waits, who was asked, who works together, and where help is short. */
export async function mentorQueue(reader: Reader): Promise<MentorQueue> {
  const [needs, open, { offers }] = await Promise.all([allMentorNeeds(reader), openMentorings(reader), offersNow(reader)]);
  const ids = [...new Set([...needs.map((need) => need.case_id), ...open.map((row) => row.case_id)])];
  const cases = new Map((ids.length ? await casesByIds(reader, ids) : []).map((row) => [row.id, row]));
  const names = new Map((open.length ? await advisersByIds(reader, [...new Set(open.map((row) => row.adviser_id))]) : []).map((row) => [row.id, row.name]));
  const served = new Set(open.map((row) => row.case_id));
  const waiting = needs.filter((need) => !served.has(need.case_id) && !hasTag('case', cases.get(need.case_id)!.state, 'ended'));
  const able = offers.filter((offer) => offer.room > 0 && !offer.away);
  const named = (row: (typeof open)[number]) => ({ id: row.id, caseId: row.case_id, title: cases.get(row.case_id)!.title, name: names.get(row.adviser_id) ?? 'Somebody' });
  const wanted = waiting.flatMap((need) => fromJson<string[]>(need.topics_json));
  return {
    unmatched: waiting.map((need) => ({
      caseId: need.case_id, title: cases.get(need.case_id)!.title, topics: inTopicOrder(fromJson<string[]>(need.topics_json)).map((key) => titleIn('topic', key)).join(', '),
      since: day(dayOf(need.at)), days: daysBetween(dayOf(need.at), today()),
    })),
    asked: open.filter((row) => hasTag('mentoring', row.state, 'asked')).map((row) => ({ ...named(row), replyBy: day(row.reply_by_on!), byHand: row.by_hand_at !== null })),
    working: open.filter((row) => hasTag('mentoring', row.state, 'agreed')).map((row) => ({ ...named(row), state: describe('mentoring', row.state).title })),
    free: { places: able.reduce((sum, offer) => sum + offer.room, 0), advisers: able.length },
    topics: MENTOR_TOPICS.filter(({ key }) => wanted.includes(key)).map(({ key, title }) => ({
      title, wanted: wanted.filter((one) => one === key).length, free: able.filter((offer) => offer.topics.includes(key)).reduce((sum, offer) => sum + offer.room, 0),
    })),
  };
}
