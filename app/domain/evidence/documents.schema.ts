import { z } from 'zod';
import { wordCount } from '#workflows/scalars.ts';
import { AUDIENCES, type Audience } from './documents.policy.ts';

const audiences = AUDIENCES.map(([key]) => key) as [Audience, ...Audience[]];

const shared = {
  title: z.string('Enter a name for the document').trim().min(1, 'Enter a name for the document').max(200, 'The name of the document must be 200 characters or fewer'),
  seenBy: z.enum(audiences, 'Select who may see the document'),
  personalData: z.enum(['yes', 'no'], 'Select whether the document holds personal data').transform((said) => said === 'yes'),
};

/** A document to add. `what`, one of these: its stage and kind, as "business-case:board-minute". */
export const newDocumentSchema = (what: readonly string[]) => z.strictObject({ what: z.enum(what as [string, ...string[]], 'Select what the document is'), ...shared });

/** Where stage and kind are known: evidence of a condition, and a new version. */
export const knownDocumentSchema = z.strictObject(shared);

/** The words of staff side. */
export const statementForm = z.strictObject({ words: z.string('Enter your statement').trim().min(1, 'Enter your statement').max(20_000, 'Use 20,000 characters or fewer').refine((words) => wordCount(words) <= 1000, 'Your statement must be 1,000 words or fewer') });
