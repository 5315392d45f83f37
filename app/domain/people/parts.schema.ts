import { z } from 'zod';
import { STAGES, type StageKey } from '#workflows/definition.ts';
import { many } from '../../lib/forms.ts';
import { dayBoxes, gathered } from '../decisions/decisions.schema.ts';
import { LEVELS } from '../cases/cases.policy.ts';

/** The stages a mentor may read and the last day they may; none takes all back at once, whatever the day. */
export const sharingSchema = z.preprocess(dayOnlyWithStages, z.strictObject({
  stages: many(z.enum(STAGES, { error: 'Select the stages to share' })),
  until: dayBoxes('The last day they can read it').optional(),
}));

function dayOnlyWithStages(sent: unknown) {
  const { until, ...rest } = gathered('until')(sent);
  return 'stages' in rest ? { ...rest, until } : rest;
}

/** What somebody of the team may do in each stage. */
export const accessSchema = z.strictObject(Object.fromEntries(STAGES.map((stage) => [stage, z.enum(LEVELS, { error: 'Select what they may do' })])) as Record<StageKey, z.ZodEnum<{ edit: 'edit'; comment: 'comment'; view: 'view' }>>);

export const interestSchema = z
  .strictObject({
    person: z.string().min(1, 'Select whose interest it is').max(64),
    kind: z.enum(['director', 'shareholder', 'employee', 'other', 'none'], { error: 'Select the interest' }),
    detail: z.string().trim().max(500, 'Use 500 characters or fewer').default(''),
  })
  .refine((form) => form.kind !== 'other' || form.detail !== '', { path: ['detail'], message: 'Enter what the interest is' });
