import { z } from 'zod';
import { ROLES, STAGES } from '#workflows/definition.ts';
import { many } from '../../lib/forms.ts';
import { LEVELS } from '../cases/cases.policy.ts';
import { emailAddress, jobTitle, newPassword, personName } from './people.schema.ts';

/** Who to invite, and as what. `stages`: for a mentor, the stages shared with them; `level`: for the team, what they may do in every stage. */
export const invitationSchema = z.strictObject({
  name: personName,
  email: emailAddress,
  role: z.enum(ROLES, { error: 'Select what they will do in this case' }),
  stages: many(z.enum(STAGES, { error: 'Select the stages to share' })),
  level: z.enum(LEVELS, { error: 'Select what they may do' }).optional(),
});
export type NewInvitation = z.infer<typeof invitationSchema>;

/** What somebody without an account adds when they accept. */
export const newcomerSchema = z.strictObject({ name: personName, jobTitle, password: newPassword });
