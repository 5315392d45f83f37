import { z } from 'zod';
import { guidance } from '#workflows/guidance.ts';

const words = (max: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

/** A mentor's answer in words for anybody. */
export const proposalSchema = z.strictObject({
  title: words(120, 'Enter what it answers, in one line'),
  text: words(3000, 'Enter the answer in words for anybody'),
  topic: z.enum(guidance.map(({ key }) => key) as [string, ...string[]], { error: 'Select the page of guidance it belongs to' }),
});
export type GuidanceProposed = z.output<typeof proposalSchema>;

export const consentSchema = z.strictObject({ consent: z.enum(['yes', 'no'], { error: 'Select whether you agree' }) });
