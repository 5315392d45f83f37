import { z } from 'zod';
import { many } from '../../lib/forms.ts';
import { choiceName, NOTICES, pacesOf, type Kind, type Pace } from './kinds.ts';

/** The notices ticked, none to all. */
export const readNoticesSchema = z.strictObject({ notice: many(z.string().max(60)), all: z.literal('yes').optional() });

const choice = (kind: Kind, title: string) =>
  z.enum(pacesOf(kind) as [Pace, ...Pace[]], { error: `Select when to email you: ${title.charAt(0).toLowerCase()}${title.slice(1)}` });

/** One choice for every kind of notice. */
export const noticeChoicesSchema = z.strictObject(Object.fromEntries(NOTICES.map((line) => [choiceName(line), choice(line.kind, line.title)])));
