import type { Reader } from '#db/database.server.ts';
import { keepNoticeChoices, noticeChoicesOf } from '#db/tables/notice-choices.server.ts';
import { command, done, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { asPerson, type Actor } from '../people/actor.server.ts';
import { choiceName, DEFAULTS, lineOf, NOTICES, type Kind, type NoticeKind, type Pace } from './kinds.ts';

/** When each of these people is mailed about one kind of notice. */
export async function pacesFor(from: Reader, people: readonly string[], { kind, about }: { kind: Kind; about: string }): Promise<(personId: string) => Pace> {
  const line = lineOf(kind, about);
  const chosen = people.length ? await noticeChoicesOf(from, people) : [];
  const own = new Map(chosen.filter((row) => row.kind === kind && row.about === line).map((row) => [row.person_id, row.pace]));
  return (id) => own.get(id) ?? DEFAULTS[kind];
}

/** Every kind of notice with when this person is mailed about it. */
export async function noticeSettings(actor: Actor): Promise<(NoticeKind & { pace: Pace })[]> {
  const chosen = new Map((await noticeChoicesOf(reader(), [actor.id])).map((row) => [choiceName(row), row.pace]));
  return NOTICES.map((line) => ({ ...line, pace: chosen.get(choiceName(line)) ?? DEFAULTS[line.kind] }));
}

/** Keeps a choice for every kind; `choices` by the names of the form. */
export const chooseNotices = (actor: Actor, choices: Readonly<Record<string, Pace>>): Promise<Done<null> | Refused> =>
  command(asPerson(actor), async (tx, at) => {
    await keepNoticeChoices(tx, NOTICES.map(({ kind, about }) => ({ person_id: actor.id, kind, about, pace: choices[choiceName({ kind, about })] ?? DEFAULTS[kind], at })));
    return done(null, { kind: 'account.change', subject: { person: actor.id }, sentence: 'chose what they are emailed about, and when' });
  });
