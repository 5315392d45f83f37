import type { Hold } from '#workflows/deadlines.ts';
import { dayOf } from '../clock.server.ts';

/** Holds as the clocks read them: United Kingdom days. */
export const heldDays = (holds: readonly { from_at: string; until_at: string | null }[]): Hold[] =>
  holds.map((hold) => ({ from: dayOf(hold.from_at), until: hold.until_at === null ? null : dayOf(hold.until_at) }));
