import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { entriesAfter, lastOfChain } from '#db/tables/record.server.ts';
import { caseForActor } from '../cases/case-file.server.ts';
import { entriesOf, hiddenFrom, maySeeEvent } from '../events/timeline.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { editingNow, type Editing } from './presence.server.ts';

/** Something another person did in the case just now, as a page that is open needs it. */
export interface News {
  /** Its place in the record of the case: what a stream goes on from. */
  number: number;
  /** "Aisha Karim changed 2 answers in Vision". */
  title: string;
  at: string;
  stage: string | null;
}
interface Heard {
  news: News[];
  editing: Editing[];
  /** The last entry looked at, shown or not. */
  upTo: number;
  /** There are more: ask again. */
  more: boolean;
}

/** So many entries at once: who was away longer asks again for the rest. */
const MOST = 100;

/** Where the record of a case ends now: what a page that is drawn now has seen. 0 for none. */
export const newsSoFar = async (reader: Reader, caseId: string): Promise<number> => (await lastOfChain(reader, caseId))?.number ?? 0;

/** What happened in the case after an entry, as far as this person may know of it, by others; undefined when the case is not theirs to see any more. */
export async function newsAfter(reader: Reader, actor: Actor, caseId: string, after: number): Promise<Heard | undefined> {
  const file = await caseForActor(reader, actor, caseId);
  if (!file) return undefined;
  const entries = await entriesAfter(reader, { chain: caseId, number: after }, MOST, caseId);
  const hidden = hiddenFrom(file);
  const seen = entries.filter((entry) => entry.actor_id !== actor.id && !hidden.includes(entry.kind) && maySeeEvent(file, entry));
  return { news: await told(reader, seen), editing: await editingNow(reader, file), upTo: entries.at(-1)?.number ?? after, more: entries.length === MOST };
}

async function told(reader: Reader, events: readonly Row<'events'>[]): Promise<News[]> {
  if (events.length === 0) return [];
  const entries = await entriesOf(reader, events, () => false);
  return entries.map(({ title, at }, i) => ({ number: events[i]!.number, title, at, stage: fromJson<{ stage?: string }>(events[i]!.subject_json).stage ?? null }));
}
