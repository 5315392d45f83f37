import { z } from 'zod';
import { many } from '../../lib/forms.ts';
import { readingSchema } from '../benefits/readings.schema.ts';

/** Documents of the case by id, those ticked. */
const documents = many(z.string().max(60));
const note = z.string().trim().max(1000, 'Use 1,000 characters or fewer').default('');

/** One result with the documents behind it. */
export const resultSchema = readingSchema.extend({ documents });

/** A correction: its note says why the earlier result was wrong. */
export const correctionSchema = readingSchema.extend({ documents, note: z.string().trim().min(1, 'Enter why the earlier result was wrong').max(1000, 'Use 1,000 characters or fewer') });

/** What is said of a recorded result. */
export const checkSchema = z.strictObject({ kind: z.enum(['confirmed', 'queried', 'sourceAsked', 'answered'], 'Select what you want to say'), note, documents });
export type CheckForm = z.output<typeof checkSchema>;

/** Saving a table: what its preview showed. */
export const commitSchema = z.strictObject({ seen: z.string().max(60) });
