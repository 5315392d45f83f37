import { z } from 'zod';
import { day, figure, keys, whole } from './fields.schema.ts';
import { QUALITIES } from './benefits.schema.ts';

/** One measured result. */
export const readingSchema = z.strictObject({
  periodFrom: day('First day of the period'),
  periodOn: day('Last day of the period').refine((d) => d !== null, 'Enter the last day of the period'),
  value: figure('Result').refine((v) => v !== null, 'Enter the result'),
  numerator: figure('Numerator'),
  denominator: figure('Denominator'),
  n: whole('Number of people or cases'),
  quality: z.enum(keys(QUALITIES), 'Select how good the data is'),
  note: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default(''),
});
/** `wrote`: the result as it was typed, with the unit that stood beside it. */
export type ReadingForm = z.output<typeof readingSchema> & { wrote?: string | undefined };
