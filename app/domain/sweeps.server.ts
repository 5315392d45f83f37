import { transaction } from '#db/database.server.ts';
import { log } from '../log.server.ts';
import { remember } from '../lib/remember.ts';
import { watchReports } from './alerts/watch-reports.server.ts';
import { database } from './database.server.ts';
import { forgetAbandonedUploads } from './evidence/file-store.server.ts';
import { forgetOldHeldSaves } from './people/held-saves.server.ts';
import { forgetOldSessions } from './people/sessions.server.ts';
import { forgetOldImports } from './results/import-drafts.server.ts';
import { remindRecorders } from './results/remind-recorders.server.ts';

/** What time alone brings about. Each may run as often as it likes: it does only what is due. */
const SWEEPS: Record<string, () => Promise<unknown>> = {
  sessions: () => transaction(database(), forgetOldSessions),
  heldSaves: forgetOldHeldSaves,
  uploads: () => forgetAbandonedUploads(),
  imports: forgetOldImports,
  reminders: remindRecorders,
  warnings: watchReports,
};
const EVERY = 10 * 60_000;

const kept = remember('sweeps', (): { timer?: NodeJS.Timeout | undefined; round?: Promise<void> | undefined } => ({}));

/** Sweeps now and every ten minutes. */
export function startSweeps(): void {
  const begin = () => void (kept.round ??= sweep().finally(() => (kept.round = undefined)));
  kept.timer = setInterval(begin, EVERY).unref();
  begin();
}

/** Starts no more, and waits for the one under way. */
export async function stopSweeps(): Promise<void> {
  clearInterval(kept.timer);
  await kept.round;
}

/** One round; a sweep that fails is told of and does not stop the others. */
export async function sweep(): Promise<void> {
  for (const [name, run] of Object.entries(SWEEPS)) {
    await run().catch((error: unknown) => log().error({ error, sweep: name }, 'a sweep failed'));
  }
}
