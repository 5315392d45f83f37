import { z } from 'zod';
import { many } from '../../lib/forms.ts';
import { dayBoxes, gathered } from '../decisions/decisions.schema.ts';

const words = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

/** One comment on one answer. `proposed` is the wording a suggestion offers; `mention` are people chosen. */
export const commentSchema = z
  .strictObject({
    kind: z.enum(['question', 'suggestion', 'mustChange'], { error: 'Select what kind of comment this is' }),
    text: words(4000).min(1, 'Enter your comment'),
    proposed: words(8000).default(''),
    audience: z.enum(['team', 'mentor', 'reviewers'], { error: 'Select who sees your comment' }).optional(),
    mention: many(z.string().max(60)),
  })
  .refine(({ kind, proposed }) => kind === 'suggestion' || proposed === '', { path: ['kind'], message: 'Select Suggestion to offer other words, or take those words out' });
export const replySchema = z.strictObject({ reply: words(4000) });
export const wordsSchema = z.strictObject({ proposed: words(8000) });
export const declineSchema = z.strictObject({ reason: words(4000).default('') });
/** The page of a section may come along. */
export const takingSchema = z.object({ revision: z.string().regex(/^\d{1,9}$/, 'Open the page again, then choose').transform(Number) });
export const taskSchema = z.preprocess(gathered('dueOn'), z.strictObject({
  text: words(300).min(1, 'Enter what is to be done'),
  owner: z.string({ error: 'Select who does it' }).min(1, 'Select who does it').max(60),
  dueOn: dayBoxes('The day it is due'),
}));
