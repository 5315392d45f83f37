import { z } from 'zod';

const words = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

const SUPPORT = ['supported', 'supportedWithComments', 'notSupported'] as const;
export type CriterionView = { criterion: string; verdict: (typeof SUPPORT)[number] };

/** A specialist's review of one version, sent or kept for later; `criteria`: the keys of those they may judge, each or none. */
export const opinionForm = (criteria: readonly string[]) =>
  z
    .strictObject({
      role: z.enum(['finance', 'hr', 'quality', 'legal', 'support', 'staffSide']),
      intent: z.enum(['send', 'later']).default('send'),
      verdict: z.enum([...SUPPORT, 'statement']).optional(),
      comment: words(8000).default(''),
      sha256: z.string(),
      ...(Object.fromEntries(criteria.map((key) => [`criterion-${key}`, z.enum([...SUPPORT, '']).default('')])) as Record<`criterion-${string}`, z.ZodDefault<z.ZodEnum<{ supported: 'supported'; supportedWithComments: 'supportedWithComments'; notSupported: 'notSupported'; '': '' }>>>),
    })
    .refine((o) => o.intent === 'later' || o.verdict !== undefined, { path: ['verdict'], message: 'Select your view' })
    .transform(({ role, intent, verdict = null, comment, sha256, ...views }) => ({
      role, intent, verdict, comment, sha256,
      criteria: criteria.flatMap((criterion): CriterionView[] => {
        const view = (views as Record<string, CriterionView['verdict'] | ''>)[`criterion-${criterion}`];
        return view ? [{ criterion, verdict: view }] : [];
      }),
    }));
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
