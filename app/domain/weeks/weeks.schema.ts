import { z } from 'zod';

const words = (missing: string) => z.string({ error: missing }).trim().min(1, missing).max(600, 'Use 600 characters or fewer');

/** A mentor's note on one week with a team. */
export const weekSchema = z.strictObject({
  moved: words('Enter what moved this week, or that nothing did'),
  stuck: words('Enter what is stuck, or that nothing is'),
  next: words('Enter what comes next'),
});
export type WeekWritten = z.output<typeof weekSchema>;
