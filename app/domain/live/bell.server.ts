import { remember } from '../../lib/remember.ts';
import { lastPresences } from '#db/tables/presences.server.ts';
import { endsOfChains } from '#db/tables/record.server.ts';
import { log } from '../../log.server.ts';
import { reader } from '../database.server.ts';

/** Who waits for something to happen in a case, and how each case stood when this process last looked. */
const bell = remember('bell', () => ({
  waiting: new Map<string, Set<() => void>>(),
  stood: new Map<string, string>(),
  timer: undefined as NodeJS.Timeout | undefined,
}));

/** How long another process's change may stay unheard, in ms. What this process commits is heard at once. */
const LOOK_AGAIN = 4000;

/** Calls `wake` whenever something was committed in the case; answers with what stops that. */
export function hearOf(caseId: string, wake: () => void): () => void {
  const waiting = bell.waiting.get(caseId) ?? new Set();
  bell.waiting.set(caseId, waiting.add(wake));
  bell.timer ??= setInterval(() => void look().catch((error: unknown) => log().error({ error }, 'looking for news failed')), LOOK_AGAIN).unref();
  return () => {
    waiting.delete(wake);
    if (waiting.size === 0) bell.waiting.delete(caseId);
    if (bell.waiting.size > 0) return;
    clearInterval(bell.timer);
    bell.timer = undefined;
    bell.stood.clear();
  };
}

/** Wakes those who wait for this case. Never throws: it rings after a commit. */
export function ring(caseId: string): void {
  for (const wake of bell.waiting.get(caseId) ?? []) wake();
}

/** Wakes everybody, so that they see that it is over. */
export function ringAll(): void {
  for (const caseId of bell.waiting.keys()) ring(caseId);
}

/** Rings for the cases that changed since the last look, in whichever process. */
async function look(): Promise<void> {
  const cases = [...bell.waiting.keys()];
  if (cases.length === 0) return;
  const [ends, typed] = await Promise.all([endsOfChains(reader(), cases), lastPresences(reader(), cases)]);
  for (const id of cases) {
    const [stands, stood] = [`${ends.get(id)} ${typed.get(id)}`, bell.stood.get(id)];
    bell.stood.set(id, stands);
    if (stood !== undefined && stood !== stands) ring(id);
  }
}
