/** The law of meetings between a team and its mentor: one side offers times, the other chooses one. */
export const MOST_SLOTS = 5;
export const MEETING_MINUTES = [30, 45, 60, 90, 120] as const;
export const MEETING_STATES = ['offered', 'agreed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** A time that is taken, or offered: two instants. */
export interface Span {
  from: string;
  until: string;
}
export const spanOf = (from: string, minutes: number): Span => ({ from, until: new Date(Date.parse(from) + minutes * 60_000).toISOString() });
const overlap = (a: Span, b: Span) => a.from < b.until && b.from < a.until;

/** What is wrong with the times somebody offers; `slot` counts from 0. `busy`: their own agreed meetings. */
export function slotFaults(slots: readonly Span[], busy: readonly Span[], now: string): { slot: number; message: string }[] {
  if (slots.length === 0) return [{ slot: 0, message: 'Enter at least one time' }];
  const last = new Date(Date.parse(now) + 365 * 86_400_000).toISOString();
  return slots.flatMap((slot, i) => {
    const same = slots.findIndex((other) => overlap(slot, other));
    if (slot.from <= now) return [{ slot: i, message: `Time ${i + 1} has passed. Enter a time still to come` }];
    if (slot.from > last) return [{ slot: i, message: `Time ${i + 1} is more than a year away. Enter an earlier one` }];
    if (same < i) return [{ slot: i, message: `Time ${i + 1} overlaps time ${same + 1}. Offer times apart from each other` }];
    return busy.some((other) => overlap(slot, other)) ? [{ slot: i, message: `You have another meeting at time ${i + 1}. Enter another time` }] : [];
  });
}

/** What the rules about one meeting may know. */
export interface MeetingFacts {
  state: MeetingState;
  now: string;
  /** A session of it is written down. */
  held: boolean;
  /** The reader stands on the side that offered the times now on offer. */
  offeredIt: boolean;
  slots: readonly Span[];
  /** The agreed meetings of who chooses, and of the other person with their name; this one left out. */
  mine: readonly Span[];
  theirs: { name: string; busy: readonly Span[] };
}
export type MeetingAct = { type: 'choose'; from: string } | { type: 'cancel' | 'move'; reason: string };

/** Why a time may not be chosen, or a meeting not moved or cancelled, now; null when it may. */
export function whyNot(f: MeetingFacts, act: MeetingAct): string | null {
  if (f.state === 'cancelled') return 'This meeting was cancelled. Offer times for a new one';
  if (f.held) return 'This meeting took place and is written down';
  if (act.type !== 'choose') return act.reason.trim() === '' ? 'Enter the reason' : null;
  if (f.state === 'agreed') return 'A time is agreed already';
  if (f.offeredIt) return 'Your side offered these times, so the other side chooses';
  const slot = f.slots.find(({ from }) => from === act.from);
  if (!slot) return 'Select one of the times on offer';
  if (slot.from <= f.now) return 'That time has passed. Choose another, or suggest other times';
  if (f.mine.some((other) => overlap(slot, other))) return 'You have another meeting at that time. Choose another, or suggest other times';
  return f.theirs.busy.some((other) => overlap(slot, other)) ? `${f.theirs.name} has another meeting at that time. Choose another, or suggest other times` : null;
}
