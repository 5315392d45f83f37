import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
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
    await note(tx, at, id, person, news);
    if (news.kind === 'needsYou') await mail(tx, at, id, person, news);
  }
}

/** Tells one person what needs them, by mail too, once and never again under the same word. False when they were told before, or cannot be. */
export async function tellOnce(tx: Writer, at: string, personId: string, news: News, word: string): Promise<boolean> {
  const [person] = await peopleByIds(tx, [personId]);
  if (!person || person.disabled_at !== null || !(await mail(tx, at, word, person, news))) return false;
  await note(tx, at, newId(), person, news);
  return true;
}

const note = (tx: Writer, at: string, id: string, { id: person_id }: Row<'people'>, { caseId, kind, text, link }: News) =>
  insertNotification(tx, { id, person_id, case_id: caseId, kind, text, link, at, read_at: null });

const mail = (tx: Writer, at: string, dedupe: string, { name, email }: Row<'people'>, news: News) =>
  enqueueMail(tx, { to: { name, address: email }, subject: news.text, text: letter(name, news), dedupe, at });

const letter = (name: string, news: News) =>
  [`Dear ${name},`, `${news.text}.`, ...(news.because ? [news.because] : []), `${publicOrigin()}${news.link}`, 'You will find this in Slipway under Notifications too.'].join('\n\n');
