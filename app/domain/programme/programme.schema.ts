import { z } from 'zod';
import { many } from '../../lib/forms.ts';
import { day, figure } from '../benefits/fields.schema.ts';

const text = (max: number, missing: string) => z.string().trim().min(1, missing).max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

/** Something the programme is for, and how it will be seen. */
export const objectiveSchema = z.strictObject({
  title: text(200, 'Enter what the programme is for'),
  indicator: text(300, 'Enter how you will see it'),
});

/** Why an objective no longer stands. */
export const objectiveEndSchema = z.strictObject({ reason: text(1000, 'Enter the reason it no longer stands') });

/** The objectives a case serves, by id. */
export const taggingSchema = z.strictObject({ objectives: many(z.string().max(60)) });

/** A newer value of a figure. The date is one box: 27 3 2027. */
export const newerFigureSchema = z.strictObject({
  value: figure('Value').refine((v) => v !== null, 'Enter the value'),
  unit: text(40, 'Enter what is counted, like teams'),
  asAtOn: day('As at').refine((d) => d !== null, 'Enter the day the value is of'),
  definition: text(500, 'Enter what exactly is counted'),
  source: text(300, 'Enter where the value comes from'),
});
/** A figure of the whole programme with its day, definition and source. */
export const figureSchema = newerFigureSchema.extend({ title: text(120, 'Enter what the figure is') });
export type NewerFigure = z.output<typeof newerFigureSchema>;
