import { z } from 'zod';

/** Making or ending the address of one calendar. */
export const feedForm = z.strictObject({ of: z.string().min(1).max(64), act: z.enum(['make', 'end'], { error: 'Use the buttons of the page' }) });
