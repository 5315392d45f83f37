import { z } from 'zod';
import { readScalar } from '#workflows/scalars.ts';
import { CONDITION_MOVES } from './conditions.policy.ts';

const box = z.string().default('');

/** One move of one condition. The date is asked for when more time is given. */
export const moveForm = z
  .strictObject({
    type: z.enum(CONDITION_MOVES.map((m) => m.type), { error: 'Select what to do' }),
    note: z.string().trim().max(4000, 'Use 4,000 characters or fewer').default(''),
    words: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default(''),
    'until.day': box, 'until.month': box, 'until.year': box,
  })
  .transform((sent, context) => {
    if (sent.type === 'askWords') return { type: sent.type, note: sent.note, words: sent.words };
    if (sent.type !== 'extend') return { type: sent.type, note: sent.note };
    const read = readScalar({ title: 'The new date', type: 'date' }, { whole: '', day: sent['until.day'], month: sent['until.month'], year: sent['until.year'] });
    if (read.ok && read.value !== null) return { type: sent.type, note: sent.note, until: String(read.value) };
    context.addIssue({ code: 'custom', message: read.ok ? 'Enter the new date, like 27 3 2027' : read.message, path: ['until'] });
    return z.NEVER;
  });
