import { z } from 'zod';

/**
 * Which of two wordings to keep; `text` is read when they are merged. `revision`: of the answer that the page showed beside
 * the other. The section's other fields may come along.
 */
export const collisionSchema = z.object({
  keep: z.enum(['current', 'other', 'combined'], 'Choose which version to keep'),
  text: z.string().default(''),
  revision: z.string().regex(/^\d{1,9}$/).transform(Number).optional(),
});
