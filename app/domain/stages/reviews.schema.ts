import { z } from 'zod';

const words = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

/** A specialist's review of one version. */
export const opinionSchema = z.strictObject({
  role: z.enum(['finance', 'hr', 'quality', 'legal', 'support', 'staffSide']),
  verdict: z.enum(['supported', 'supportedWithComments', 'notSupported', 'statement'], { error: 'Select your view' }),
  comment: words(8000).default(''),
  sha256: z.string(),
});
/** The second line's word on a first-line decision. */
export const assuranceSchema = z.strictObject({
  act: z.enum(['assure', 'query', 'stop'], { error: 'Select what you decide' }),
  reason: words(4000).default(''),
  sha256: z.string(),
});
/** An interest in the new organisation, declared before reading. */
export const interestSchema = z
  .strictObject({
    kind: z.enum(['none', 'other', 'director', 'shareholder', 'employee'], { error: 'Select whether you have an interest in the new organisation' }),
    detail: words(2000).default(''),
    to: z.string().optional(),
  })
  .refine((i) => i.kind === 'none' || i.detail !== '', { path: ['detail'], message: 'Enter what the interest is' });
export const reasonSchema = z.strictObject({ reason: words(4000).min(1, 'Enter the reason') });
