import { setImmediate as aTurn } from 'node:timers/promises';
import { transaction } from '#db/database.server.ts';
import { replaceEntries, staleSources } from '#db/tables/search.server.ts';
import { database, reader } from '../database.server.ts';
import { entriesOf } from './search-entries.server.ts';

const AT_ONCE = 100;

/** Puts into words what has changed, at most `atMost` sources; what was written last is found by the next search. */
export async function refreshSearch(atMost = Infinity): Promise<void> {
  for (let done = 0; done < atMost; ) {
    const stale = await staleSources(reader(), Math.min(AT_ONCE, atMost - done));
    if (stale.length === 0) return;
    await transaction(database(), async (tx) => {
      for (const source of stale) await replaceEntries(tx, source, await entriesOf(tx, source));
    });
    done += stale.length;
    await aTurn(); // others are served between two batches
  }
}
