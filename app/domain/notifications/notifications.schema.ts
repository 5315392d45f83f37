import { z } from 'zod';
import { many } from '../../lib/forms.ts';

/** The notices ticked, none to all. */
export const readNoticesSchema = z.strictObject({ notice: many(z.string().max(60)) });
