import { z } from 'zod';
import { dayBoxes, gathered } from '../decisions/decisions.schema.ts';
import { KINDS } from './organisations.policy.ts';

const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** Told beside every other fault, not after it. */
const when = () => true;

/** Which body takes over, from which day and why: one of the list, or a new one with its name and kind. */
export const successionSchema = z.preprocess(gathered('on'), z.strictObject({
  successor: z.string().max(64).default(''),
  successorName: z.string().transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(z.string().max(200, 'Use 200 characters or fewer')).default(''),
  kind: z.union([z.enum(kinds), z.literal('')], { error: 'Select what kind of body it is' }).default(''),
  on: dayBoxes('The first day of the successor'),
  reason: z.string({ error: 'Enter why, or under which act or order' }).trim().min(1, 'Enter why, or under which act or order').max(500, 'Use 500 characters or fewer'),
}))
  .refine((form) => !!form.successor || !!form.successorName, { path: ['successor'], when, message: 'Select the body that takes over, or enter the name of a new one' })
  .refine((form) => !form.successor || !form.successorName, { path: ['successorName'], when, message: 'Select a body from the list or enter a new one, not both' })
  .refine((form) => !form.successorName || !!form.kind, { path: ['kind'], when, message: 'Select what kind of body it is' });
export type NewSuccession = z.infer<typeof successionSchema>;
