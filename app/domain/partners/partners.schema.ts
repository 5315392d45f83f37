import { z } from 'zod';
import { many } from '../../lib/forms.ts';

export const partnersForm = z.strictObject({ people: many(z.string().max(60)) });
/** What the partner had before them when they pressed. */
export const confirmForm = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'Open the page again and confirm the text that is there now') });
