import { z } from 'zod';

const line = (empty: string, most: number, name: string) =>
  z.string({ error: empty }).transform((text) => text.replace(/\s+/g, ' ').trim()).pipe(
    z.string().min(1, empty).max(most, `${name} must be ${most} characters or fewer`).regex(/^[^<>"\\]*$/, `${name} must not contain < > " or \\`),
  );

export const personName = line('Enter your full name', 100, 'Full name');
export const jobTitle = line('Enter your job title', 100, 'Job title');

/** An address as people type it, made lower case. One address: no list, no display name, no quoting. */
export const emailAddress = z
  .string({ error: 'Enter an email address' })
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().min(1, 'Enter an email address').max(254, 'Email address must be 254 characters or fewer')
    .pipe(z.email('Enter an email address in the right format, like name@example.nhs.uk')));

const password = (empty: string) => z.string({ error: empty }).min(1, empty);
/** Whether it may be one is asked by `passwordFault`, which knows the person. */
export const newPassword = password('Enter a password');

export const signInSchema = z.strictObject({ email: emailAddress, password: password('Enter your password'), to: z.string().optional() });
const code = z.string({ error: 'Enter the code from your app' }).trim().min(1, 'Enter the code from your app').max(40, 'Code must be 40 characters or fewer');
export const codeSchema = z.strictObject({ code, to: z.string().optional() });
export const secondFactorSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('begin'), password: password('Enter your password'), code: z.string().default('') }),
  z.strictObject({ intent: z.enum(['on', 'codes', 'off']), password: z.string().default(''), code }),
]);
export const signUpSchema = z.strictObject({ name: personName, jobTitle, email: emailAddress });
export const confirmSchema = z.strictObject({ name: personName, jobTitle, password: newPassword });
export const resetSchema = z.strictObject({ email: emailAddress });
export const newPasswordSchema = z.strictObject({ password: newPassword });
export const detailsSchema = z.strictObject({ name: personName, jobTitle });
export const changePasswordSchema = z.strictObject({ currentPassword: password('Enter your current password'), password: newPassword });
export const coloursSchema = z.strictObject({ colours: z.enum(['light', 'dark'], { error: 'Select the colours to use' }) });
