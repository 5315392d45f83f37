import { z } from 'zod';
import { readScalar } from '#workflows/scalars.ts';
import { FUNDS, PACKAGE_KINDS, type PackageKind } from '#workflows/support-packages.ts';

const asked = (max: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);
const hours = z.string({ error: 'Enter whole hours from 1 to 500' }).trim().regex(/^\d{1,3}$/, 'Enter whole hours from 1 to 500').transform(Number).refine((n) => n >= 1 && n <= 500, 'Enter whole hours from 1 to 500');

/** How many hours each package holds from now on; a larger package holds more. */
export const packageHoursSchema = z
  .strictObject(Object.fromEntries(PACKAGE_KINDS.map((kind) => [kind, hours])) as Record<PackageKind, typeof hours>)
  .refine(({ light, standard }) => light < standard, { path: ['standard'], message: 'A standard package must hold more hours than a light one' })
  .refine(({ standard, intensive }) => standard < intensive, { path: ['intensive'], message: 'An intensive package must hold more hours than a standard one' });

export const packageSchema = z.strictObject({ kind: z.enum(PACKAGE_KINDS, { error: 'Select a package' }), reason: asked(1000, 'Enter why this package') });
export type PackageGiven = z.output<typeof packageSchema>;

const read = (control: { title: string; type: 'date' | 'decimal' | 'money'; min?: number; max?: number }, missing: string) =>
  z.string({ error: missing }).transform((text, context) => {
    const found = readScalar(control, { whole: text });
    if (found.ok && found.value !== null) return found.value;
    context.addIssue({ code: 'custom', message: found.ok ? missing : found.message });
    return z.NEVER;
  });

/** Help that was paid for. Hours may be quarters; no hours and no pounds are said as 0. */
export const boughtSchema = z
  .strictObject({
    boughtOn: read({ title: 'The day', type: 'date' }, 'Enter the day, like 27 3 2027'),
    what: asked(300, 'Enter what was bought'),
    supplier: asked(200, 'Enter who gave the help'),
    hours: read({ title: 'Hours', type: 'decimal', min: 0, max: 1000 }, 'Enter the hours, or 0'),
    cost: read({ title: 'The cost', type: 'money', min: 0, max: 10_000_000 }, 'Enter the cost in pounds, or 0'),
    fund: z.enum(FUNDS.map(({ key }) => key), { error: 'Select who paid' }),
  })
  .transform(({ boughtOn, hours, cost, ...help }) => ({ ...help, boughtOn: String(boughtOn), minutes: Math.round(Number(hours) * 60), pence: Number(cost) }));
export type HelpPaidFor = z.output<typeof boughtSchema>;
