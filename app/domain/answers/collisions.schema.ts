import { z } from 'zod';

/** Which of two wordings to keep; `text` is read when they are combined. The section's other fields may come along. */
export const collisionSchema = z.object({ keep: z.enum(['current', 'other', 'combined'], 'Choose which version to keep'), text: z.string().default('') });
