import { z } from 'zod';

const words = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

/** One comment on one answer. `proposed` is the wording a suggestion offers. */
export const commentSchema = z.strictObject({
  kind: z.enum(['question', 'suggestion', 'mustChange'], { error: 'Select what kind of comment this is' }),
  text: words(4000).min(1, 'Enter your comment'),
  proposed: words(8000).default(''),
});
export const replySchema = z.strictObject({ reply: words(4000) });
