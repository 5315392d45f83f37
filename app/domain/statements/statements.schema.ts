import { z } from 'zod';
import { many } from '../../lib/forms.ts';

const text = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

/** What its owners choose: words of their own, and which of the stories they may show. The results are not theirs to choose. */
export const statementSchema = z.strictObject({
  words: text(2000).min(1, 'Enter a paragraph in your own words'),
  stories: many(z.string().max(60)),
});
/** The same, with the form's key and the hash of the statement they read. */
export const publicationSchema = statementSchema.extend({ key: z.string().min(1).max(64), saw: z.string().max(64) });
export const statementWithdrawalSchema = z.strictObject({ reason: text(1000).min(1, 'Enter the reason you withdraw it') });

export type StatementForm = z.output<typeof statementSchema>;
export type PublicationForm = z.output<typeof publicationSchema>;
