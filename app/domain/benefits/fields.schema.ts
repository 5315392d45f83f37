import { z } from 'zod';
import { readScalar } from '#workflows/scalars.ts';

/* The fields that the forms of benefits share. Blank is null: not said yet. */

/** The keys of a list of key and words. */
export const keys = <const T extends readonly (readonly [string, ...string[]])[]>(pairs: T) => pairs.map(([key]) => key) as { [K in keyof T]: T[K][0] };
export const maybe = (max: number) => z.string().trim().max(max, `Use ${max} characters or fewer`).transform((text) => text || null).optional().transform((text) => text ?? null);

/** One typed value read like an answer's; blank for not said yet. */
const typed = <T>(title: string, type: 'decimal' | 'money' | 'date' | 'whole') =>
  z.string().optional().transform((text, context) => {
    const read = readScalar({ title, type }, { whole: text ?? '' });
    if (read.ok) return read.value as T | null;
    context.addIssue({ code: 'custom', message: read.message });
    return z.NEVER;
  });
export const figure = (title: string) => typed<number>(title, 'decimal');
export const day = (title: string) => typed<string>(title, 'date');
export const oneOf = <const T extends readonly string[]>(values: T) => z.union([z.literal(''), z.enum(values)]).optional().transform((v) => (v ? v : null));
/** Pence, from pounds. */
export const money = (title: string) => typed<number>(title, 'money');
export const whole = (title: string) => typed<number>(title, 'whole');
