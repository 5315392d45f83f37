import { MOST_SLOTS } from '#workflows/meetings.ts';

/** How many times a form has room to offer, and how many actions to write down: their numbers. */
export const SLOTS = Array.from({ length: MOST_SLOTS }, (_, i) => i + 1);
export const ACTIONS = [1, 2, 3];
