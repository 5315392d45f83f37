import type { Row } from '#db/schema.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { markRead, notificationsOf } from '#db/tables/notifications.server.ts';
import { dayOf, time, weekday } from '../../lib/dates.ts';
import { transaction } from '#db/database.server.ts';
import { instant } from '../clock.server.ts';
import { database, reader } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';

const SHOWN = 200;

export interface Notice {
  id: string;
  text: string;
  link: string;
  time: string;
  unread: boolean;
}
/** The notices of one case on one day. */
export interface NoticeGroup {
  key: string;
  day: string;
  about: string;
  notices: Notice[];
}

/** What the person was told, newest first: what needs them apart from what they may like to know. */
export async function noticesOf(actor: Actor): Promise<{ needsYou: NoticeGroup[]; information: NoticeGroup[]; unread: number }> {
  const rows = await notificationsOf(reader(), actor.id, { limit: SHOWN });
  const ids = [...new Set(rows.flatMap((row) => row.case_id ?? []))];
  const titles = new Map((await casesByIds(reader(), ids)).map((row) => [row.id, row.title]));
  const groups = (kind: Row<'notifications'>['kind']) => grouped(rows.filter((row) => row.kind === kind), titles);
  return { needsYou: groups('needsYou'), information: groups('information'), unread: rows.filter((row) => !row.read_at).length };
}

function grouped(rows: Row<'notifications'>[], titles: ReadonlyMap<string, string>): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  for (const row of rows) {
    const on = dayOf(row.at);
    const key = `${on} ${row.case_id ?? ''}`;
    const group = groups.get(key) ?? { key, day: weekday(on), about: titles.get(row.case_id ?? '') ?? 'Slipway', notices: [] };
    group.notices.push({ id: row.id, text: row.text, link: row.link, time: time(row.at), unread: row.read_at === null });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Marks all that the page shows as read. */
export async function markAllRead(actor: Actor): Promise<void> {
  const rows = await notificationsOf(reader(), actor.id, { limit: SHOWN });
  await markNoticesRead(actor, rows.filter((row) => !row.read_at).map(({ id }) => id));
}

/** Marks the person's own notices as read: these, or all that lead to `which` as a path. No event: nobody else is concerned. */
export const markNoticesRead = (actor: Actor, which: readonly string[] | string): Promise<void> =>
  transaction(database(), (tx) => markRead(tx, actor.id, which, instant()));
