import { newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { livePostsOf } from '#db/tables/appointments.server.ts';
import { feedByHash, insertFeed, liveFeedsOf, revokeFeeds } from '#db/tables/calendar-feeds.server.ts';
import { liveCaseIdsOf } from '#db/tables/case-pages.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { personById } from '#db/tables/people.server.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { publicOrigin } from '../../env.server.ts';
import { caseForActor } from '../cases/case-file.server.ts';
import { absent, command, done, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { asPerson, type Actor } from '../people/actor.server.ts';
import { hashOf, newSecret } from '../people/secrets.server.ts';
import { entriesIn } from './calendar-entries.server.ts';
import { calendarFile } from './calendar-file.server.ts';

export interface FeedsPage {
  /** One for all their cases, then one a case; `since`: the day its address was made, null when there is none. */
  feeds: { of: string; title: string; since: string | null }[];
}
/** What the form calls all cases together. */
export const ALL = 'all';

/** What a person may put into their calendar, and which addresses work. The addresses themselves are known to nobody. */
export async function feedsPage(from: Reader, actor: Actor): Promise<FeedsPage> {
  const [live, cases] = await Promise.all([liveFeedsOf(from, actor.id), liveCaseIdsOf(from, actor.id).then((ids) => casesByIds(from, ids))]);
  const since = (caseId: string | null) => { const row = live.find((feed) => feed.case_id === caseId); return row ? day(dayOf(row.at)) : null; };
  const byTitle = [...cases].sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  return { feeds: [{ of: ALL, title: 'All your cases', since: since(null) }, ...byTitle.map((row) => ({ of: row.id, title: row.title, since: since(row.id) }))] };
}

/** Makes a secret address for one case, or for all of the person's; the one before stops working. The address is told once, here. */
export async function makeFeed(actor: Actor, of: string): Promise<Done<{ address: string }> | Refused> {
  const secret = newSecret();
  return changeFeed(actor, of, 'calendar.make', 'made a calendar address', async (caseId, tx, at) => {
    await insertFeed(tx, { id: newId(), person_id: actor.id, case_id: caseId, secret_hash: hashOf(secret), at, revoked_at: null });
    return { address: `${publicOrigin()}/calendar/${secret}.ics` };
  });
}

export const endFeed = (actor: Actor, of: string): Promise<Done<null> | Refused> => changeFeed(actor, of, 'calendar.end', 'ended a calendar address', async () => null);

type Tx = Parameters<typeof insertFeed>[0];
const changeFeed = <T>(actor: Actor, of: string, kind: string, sentence: string, then: (caseId: string | null, tx: Tx, at: string) => Promise<T>): Promise<Done<T> | Refused> =>
  command(asPerson(actor), async (tx, at) => {
    const caseId = of === ALL ? null : of;
    if (caseId !== null && !(await caseForActor(tx, actor, caseId))) return absent();
    await revokeFeeds(tx, actor.id, caseId, at);
    return done(await then(caseId, tx, at), { kind, subject: { person: actor.id }, sentence });
  });

/** The calendar behind a secret address, as its person may see things at this moment; undefined when it is not, or no longer, one. */
export async function calendarAt(secret: string): Promise<string | undefined> {
  const from = reader();
  const feed = await feedByHash(from, hashOf(secret));
  const person = feed && (await personById(from, feed.person_id));
  if (!feed || !person || person.disabled_at !== null) return undefined;
  const actor: Actor = { id: person.id, name: person.name, email: person.email, posts: await livePostsOf(from, person.id), sessionProvedAt: feed.at, colourScheme: null };
  if (feed.case_id !== null) {
    const file = await caseForActor(from, actor, feed.case_id);
    return file && calendarFile(`Slipway: ${file.case.title}`, await entriesIn(from, file, { own: false }));
  }
  const files = await Promise.all((await liveCaseIdsOf(from, actor.id)).sort().map((id) => caseForActor(from, actor, id)));
  const entries = await Promise.all(files.map(async (file) => (file ? entriesIn(from, file, { own: true }) : [])));
  return calendarFile('Slipway', entries.flat());
}
