import { z } from 'zod';
import { dayBoxes, gathered } from '../decisions/decisions.schema.ts';

const day = dayBoxes('The day it is due');

/** Who writes a section, '' for nobody, and by when, three empty boxes for no day of its own. */
export const assignmentForm = z.preprocess((sent) => {
  const { dueOn, ...rest } = gathered('dueOn')(sent) as { dueOn: Record<string, unknown> };
  const given = Object.values(dueOn).some((part) => typeof part === 'string' && part.trim() !== '');
  return { ...rest, dueOn: given ? dueOn : null };
}, z.strictObject({ person: z.string({ error: 'Select who writes it' }).max(60), dueOn: day.nullable() }));
