import { transaction } from '#db/database.server.ts';
import { log } from '../log.server.ts';
import { remember } from '../lib/remember.ts';
import { sweepBallots } from './ballots/sweep-ballots.server.ts';
import { watchReports } from './alerts/watch-reports.server.ts';
import { remindConditions } from './conditions/remind-conditions.server.ts';
import { database } from './database.server.ts';
import { forgetOldPresences } from './live/presence.server.ts';
import { sweepSharing } from './cases/sweep-sharing.server.ts';
import { sweepCovers } from './covers/sweep-covers.server.ts';
import { forgetAbandonedUploads } from './evidence/file-store.server.ts';
import { carrySuccessions } from './organisations/carry-successions.server.ts';
import { remindInvited } from './people/remind-invited.server.ts';
import { sweepMentorings } from './mentoring/sweep-mentorings.server.ts';
import { forgetOldHeldSaves } from './people/held-saves.server.ts';
import { forgetOldSessions } from './people/sessions.server.ts';
import { forgetOldImports } from './results/import-drafts.server.ts';
import { signDailyHeads } from './record/heads.server.ts';
import { sendSummaries } from './notifications/send-summaries.server.ts';
import { tellOfRefusals } from './notifications/tell-of-refusals.server.ts';
import { remindRecorders } from './results/remind-recorders.server.ts';
import { refreshSearch } from './search/refresh-search.server.ts';
import { remindTurns } from './stages/remind-turns.server.ts';

/** What time alone brings about. Each may run as often as it likes: it does only what is due. */
const SWEEPS: Record<string, () => Promise<unknown>> = {
  sessions: () => transaction(database(), forgetOldSessions),
  heldSaves: forgetOldHeldSaves,
  uploads: () => forgetAbandonedUploads(),
  imports: forgetOldImports,
  presences: forgetOldPresences,
  ballots: sweepBallots,
  covers: sweepCovers,
  sharing: sweepSharing,
  mentorings: sweepMentorings,
  successions: carrySuccessions,
  reminders: remindRecorders,
  turns: remindTurns,
  invitations: remindInvited,
  refusals: tellOfRefusals,
  conditions: remindConditions,
  warnings: watchReports,
  record: signDailyHeads,
  search: () => refreshSearch(),
  summaries: sendSummaries,
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
