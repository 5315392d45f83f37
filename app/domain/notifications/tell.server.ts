import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertNotification } from '#db/tables/notifications.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { insertReminder } from '#db/tables/reminders.server.ts';
import { enqueueMail } from '../outbox/send-mail.server.ts';
import { publicOrigin } from '../../env.server.ts';
import { pacesFor } from './choices.server.ts';
import { SETTINGS, type About, type Kind, type Pace } from './kinds.ts';

export interface News {
  /** null: about no case. */
  caseId: string | null;
  /** Each person chose when they are mailed about a kind of notice; all stand on the notifications page. */
  kind: Kind;
  /** Which line of the settings it falls under; absent: "anything else". */
  about?: About;
  /** The act, the thing, the date: also the subject of the mail. */
  text: string;
  /** A path within Slipway. */
  link: string;
  /** Why this person, and what happens if they do nothing; mail only. */
  because?: string;
}

/** Tells people, but never about their own acts. Mail goes through the outbox after the commit, or waits for the summary of the day. */
export async function tell(tx: Writer, at: string, people: readonly string[], news: News, except: string | null): Promise<void> {
  const ids = [...new Set(people)].filter((id) => id !== except);
  if (ids.length === 0) return;
  const [rows, paceOf] = [await peopleByIds(tx, ids), await pacesFor(tx, ids, { about: 'other', ...news })];
  for (const person of rows.filter((row) => row.disabled_at === null)) {
    const pace = paceOf(person.id);
    const id = await note(tx, at, person.id, news, pace);
    if (pace === 'once') await mail(tx, at, id, person, news);
  }
}

/** Tells one person once and never again under the same word. False when they were told before, or cannot be. */
export async function tellOnce(tx: Writer, at: string, personId: string, news: News, word: string): Promise<boolean> {
  const [person] = await peopleByIds(tx, [personId]);
  if (!person || person.disabled_at !== null || !(await insertReminder(tx, { word, person_id: personId, at }))) return false;
  const pace = (await pacesFor(tx, [personId], { about: 'other', ...news }))(personId);
  await note(tx, at, personId, news, pace);
  if (pace === 'once') await mail(tx, at, word, person, news);
  return true;
}

/** Tells each of these people once under one word. */
export async function tellEachOnce(tx: Writer, at: string, people: readonly string[], news: News, word: string): Promise<void> {
  for (const [nth, id] of [...new Set(people)].entries()) await tellOnce(tx, at, id, news, nth === 0 ? word : `${word}:${id}`);
}

async function note(tx: Writer, at: string, person_id: string, { caseId, kind, about = 'other', text, link }: News, pace: Pace): Promise<string> {
  const id = newId();
  await insertNotification(tx, { id, person_id, case_id: caseId, kind, text, link, at, read_at: null, about, pace, summed_at: null });
  return id;
}

const mail = (tx: Writer, at: string, dedupe: string, { name, email }: Row<'people'>, news: News) =>
  enqueueMail(tx, { to: { name, address: email }, subject: news.text, text: letter(name, news), dedupe, at });

const letter = (name: string, news: News) =>
  [`Dear ${name},`, `${news.text}.`, ...(news.because ? [news.because] : []), `${publicOrigin()}${news.link}`, `You will find this in Slipway under Notifications too. To choose what we email you about, and when:\n${publicOrigin()}${SETTINGS}`].join('\n\n');
