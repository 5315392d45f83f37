import { z } from 'zod';

/** Why a whole case is moved; whether a reason must be given is for the law. */
export const moveSchema = z.strictObject({ reason: z.string().trim().max(2000, 'Use 2,000 characters or fewer').default('') });
