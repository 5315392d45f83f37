import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { insertNotification } from '#db/tables/notifications.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { enqueueMail } from '../outbox/send-mail.server.ts';
import { publicOrigin } from '../../env.server.ts';

export interface News {
  caseId: string;
  /** 'needsYou' is mailed at once; the rest waits on the notifications page. */
  kind: 'needsYou' | 'information';
  /** The act, the thing, the date: also the subject of the mail. */
  text: string;
  /** A path within Slipway. */
  link: string;
  /** Why this person, and what happens if they do nothing; mail only. */
  because?: string;
}

/** Tells people, but never about their own acts. Mail goes through the outbox after the commit. */
export async function tell(tx: Writer, at: string, people: readonly string[], news: News, except: string | null): Promise<void> {
  const ids = [...new Set(people)].filter((id) => id !== except);
  if (ids.length === 0) return;
  const rows = await peopleByIds(tx, ids);
  for (const person of rows.filter((row) => row.disabled_at === null)) {
    const id = newId();
    await insertNotification(tx, { id, person_id: person.id, case_id: news.caseId, kind: news.kind, text: news.text, link: news.link, at, read_at: null });
    if (news.kind === 'needsYou') {
      await enqueueMail(tx, { to: { name: person.name, address: person.email }, subject: news.text, text: letter(person.name, news), dedupe: id, at });
    }
  }
}

const letter = (name: string, news: News) =>
  [`Dear ${name},`, `${news.text}.`, ...(news.because ? [news.because] : []), `${publicOrigin()}${news.link}`, 'You will find this in Slipway under Notifications too.'].join('\n\n');
