import { z } from 'zod';
import { STAGES } from '#workflows/definition.ts';
import { many } from '../../lib/forms.ts';

/** The stages a mentor may read; none takes all back. */
export const sharingSchema = z.strictObject({ stages: many(z.enum(STAGES, { error: 'Select the stages to share' })) });

export const interestSchema = z
  .strictObject({
    person: z.string().min(1, 'Select whose interest it is').max(64),
    kind: z.enum(['director', 'shareholder', 'employee', 'other', 'none'], { error: 'Select the interest' }),
    detail: z.string().trim().max(500, 'Use 500 characters or fewer').default(''),
  })
  .refine((form) => form.kind !== 'other' || form.detail !== '', { path: ['detail'], message: 'Enter what the interest is' });
