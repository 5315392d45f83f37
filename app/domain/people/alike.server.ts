import { setTimeout as pause } from 'node:timers/promises';

const FLOOR = 250;

/** Takes a quarter of a second at least: an answer must not tell by its speed whether an account exists. */
export async function alike<T>(work: () => Promise<T>): Promise<T> {
  const [value] = await Promise.all([work(), pause(FLOOR)]);
  return value;
}
