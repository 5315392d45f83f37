import { z } from 'zod';
import { BOARD_ACTIONS, BOARD_VIEWS } from '#workflows/boards.ts';
import { dayBoxes, gathered } from '../decisions/decisions.schema.ts';

const typed = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

/** A board as its chair convenes it. */
export const boardForm = z.preprocess(gathered('meetsOn'), z.strictObject({
  name: typed(120).min(1, 'Enter the name of the board'),
  meetsOn: dayBoxes('The day it meets'),
  quorum: z.string().trim().regex(/^[1-9]\d?$/, 'Enter how many views are needed, from 1 to 99').transform(Number),
  sha256: z.string(),
}));

/** A member's view. `action` is asked of those who cannot take part. */
export const boardViewForm = z
  .strictObject({
    view: z.enum(BOARD_VIEWS, { error: 'Select your view' }),
    words: typed(4000).default(''),
    interest: typed(2000).default(''),
    action: z.enum(BOARD_ACTIONS).optional(),
    sha256: z.string(),
  })
  .refine((form) => form.view !== 'cannotTakePart' || form.interest !== '', { path: ['interest'], message: 'Enter what the interest is' })
  .refine((form) => form.view !== 'cannotTakePart' || form.action !== undefined, { path: ['action'], message: 'Select what you do about it' })
  .refine((form) => form.view === 'support' || form.view === 'cannotTakePart' || form.words !== '', { path: ['words'], message: 'Enter your reasons' })
  .transform(({ view, words, interest, action, sha256 }) => (view === 'cannotTakePart' ? { view, words: interest, action: action ?? null, sha256 } : { view, words, action: null, sha256 }));

export const dissolutionForm = z.strictObject({ reason: typed(2000).min(1, 'Enter the reason') });
