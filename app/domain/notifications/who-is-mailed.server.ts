import type { Reader } from '#db/database.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { refusedAmong } from '#db/tables/refused-addresses.server.ts';
import { pacesFor } from './choices.server.ts';
import type { About, Kind, Pace } from './kinds.ts';

/** Some people who are told the same thing. */
export interface Audience {
  people: readonly string[];
  kind: Kind;
  about: About;
}
/** Names by when they are mailed; `off`: told in Slipway alone. */
export type Mailed = Record<Pace, string[]>;

/** Who would be mailed, and when, if these were told now. A person in two audiences is named where they hear first; one whom mail does not reach is told in Slipway alone. */
export async function whoIsMailed(reader: Reader, audiences: readonly Audience[], except: string): Promise<Mailed> {
  const mailed: Mailed = { once: [], daily: [], off: [] };
  const named = new Map<string, Pace>();
  const ids = [...new Set(audiences.flatMap(({ people }) => people))].filter((id) => id !== except);
  const people = ids.length ? (await peopleByIds(reader, ids)).filter((row) => row.disabled_at === null) : [];
  for (const audience of audiences) {
    const paceOf = await pacesFor(reader, audience.people, audience);
    for (const id of audience.people) named.set(id, sooner(named.get(id) ?? 'off', paceOf(id)));
  }
  const refused = new Set((await refusedAmong(reader, people.map(({ email }) => email))).map(({ address }) => address));
  for (const { id, name, email } of people) mailed[refused.has(email) ? 'off' : named.get(id)!].push(name);
  return mailed;
}

const sooner = (a: Pace, b: Pace): Pace => (a === 'once' || b === 'once' ? 'once' : a === 'daily' ? a : b);
