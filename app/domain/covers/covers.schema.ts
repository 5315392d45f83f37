import { z } from 'zod';
import { dayBoxes, gathered } from '../decisions/decisions.schema.ts';
import { emailAddress } from '../people/people.schema.ts';

const both = (sent: unknown) => gathered('until')(gathered('from')(sent));

/** Who stands in, on which days (both counted) and why. `key`: the form's own. */
export const coverSchema = z.preprocess(both, z.strictObject({
  email: emailAddress,
  from: dayBoxes('The first day'),
  until: dayBoxes('The last day'),
  reason: z.string({ error: 'Enter why cover is needed' }).trim().min(1, 'Enter why cover is needed').max(500, 'Use 500 characters or fewer'),
  key: z.string().min(1).max(80),
}));
export type NewCover = Omit<z.infer<typeof coverSchema>, 'key'>;
