import { z } from 'zod';
import { readScalar } from '#workflows/scalars.ts';

/** The kinds of benefit, as a commissioner groups them. `quality` and `value`: the two the contract should each have one of. */
export const CATEGORIES = [
  ['patient-outcome', 'Better health for patients'],
  ['access', 'Shorter waits or easier access'],
  ['safety', 'Safer care'],
  ['experience', 'Better experience of care'],
  ['staff', 'A better place to work'],
  ['productivity', 'More done with the same'],
  ['cash-saving', 'Money saved'],
  ['cost-avoidance', 'Costs avoided'],
  ['integration', 'Care that is joined up'],
  ['inequality', 'Fairer care'],
  ['social-value', 'Good for the community'],
] as const;
export const UNITS = ['%', 'days', 'weeks', 'hours', 'minutes', 'days per person', 'per 1,000', 'count', 'count a month', '£ a year', 'score', 'ratio'] as const;
export const DIRECTIONS = [['down', 'Lower is better'], ['up', 'Higher is better'], ['maintain', 'Stay the same'], ['band', 'Stay within a range']] as const;
export const FREQUENCIES = [['monthly', 'Every month'], ['quarterly', 'Every 3 months'], ['yearly', 'Every year']] as const;
export const TREATMENTS = [
  ['contracted', 'In the contract'],
  ['monitored', 'Reported on, but not in the contract'],
  ['notContracted', 'Not in the contract'],
] as const;

const keys = <const T extends readonly (readonly [string, string])[]>(pairs: T) => pairs.map(([key]) => key) as { [K in keyof T]: T[K][0] };
const maybe = (max: number) => z.string().trim().max(max, `Use ${max} characters or fewer`).transform((text) => text || null).optional().transform((text) => text ?? null);

/** One typed value read like an answer's; blank for not said yet. */
const typed = <T>(title: string, type: 'decimal' | 'money' | 'date') =>
  z.string().optional().transform((text, context) => {
    const read = readScalar({ title, type }, { whole: text ?? '' });
    if (read.ok) return read.value as T | null;
    context.addIssue({ code: 'custom', message: read.message });
    return z.NEVER;
  });
const figure = (title: string) => typed<number>(title, 'decimal');
const day = (title: string) => typed<string>(title, 'date');
const oneOf = <const T extends readonly string[]>(values: T) => z.union([z.literal(''), z.enum(values)]).optional().transform((v) => (v ? v : null));

/** The two fields of the catcher under a long answer. */
export const promiseSchema = z.strictObject({
  title: z.string().trim().min(1, 'Enter what will get better').max(160, 'Use 160 characters or fewer'),
  beneficiary: z.string().trim().min(1, 'Enter who will gain').max(160, 'Use 160 characters or fewer'),
});

/** Why a promise is withdrawn. */
export const withdrawalSchema = z.strictObject({ reason: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default('') });

/** A whole benefit record as its page edits it. Dates are one box: 27 3 2027. Blank means not said yet. */
export const benefitSchema = promiseSchema.extend({
  category: z.enum(keys(CATEGORIES), 'Select the kind of benefit'),
  measure: maybe(300),
  unit: maybe(40),
  direction: oneOf(keys(DIRECTIONS)),
  baseline: figure('Starting figure'),
  baselineSource: maybe(300),
  baselineOn: day('Date of the starting figure'),
  target: figure('Target'),
  targetOn: day('Target date'),
  valuePerYear: typed<number>('Value a year', 'money'),
  /** The person was asked whether a target on the worse side is right, and says it is. */
  sure: z.literal('yes').optional(),
  revision: z.coerce.number().int(),
});
export type BenefitForm = z.output<typeof benefitSchema>;

/** Whether a promise is in the contract. */
export const treatmentSchema = z.strictObject({
  treatment: z.enum(keys(TREATMENTS), 'Select whether this benefit is in the contract'),
  clause: maybe(200),
  frequency: oneOf(keys(FREQUENCIES)),
  consequence: maybe(500),
  reason: maybe(1000),
  revision: z.coerce.number().int(),
});
export type TreatmentForm = z.output<typeof treatmentSchema>;

/** One measured result. */
export const readingSchema = z.strictObject({
  periodOn: day('Last day of the period').refine((d) => d !== null, 'Enter the last day of the period'),
  value: figure('Result').refine((v) => v !== null, 'Enter the result'),
  numerator: figure('Numerator'),
  denominator: figure('Denominator'),
  n: figure('Number of people or cases'),
  quality: z.enum(['A', 'B', 'C', 'D'], 'Select how good the data is'),
  note: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default(''),
});
export type ReadingForm = z.output<typeof readingSchema>;
