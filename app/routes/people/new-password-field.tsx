import { errorAt, type FormError } from '#app/lib/forms.ts';
import { PasswordField } from '#app/ui/password-field.tsx';
import { Question } from '#app/ui/question.tsx';

/** The address, unseen and not sent, at the start of a form that asks for a password: password managers look for it. */
export const Username = ({ email }: { email: string }) => (
  <input type="email" className="visually-hidden" value={email} autoComplete="username" readOnly tabIndex={-1} aria-hidden="true" />
);

/** Choosing a password. */
export const NewPassword = ({ errors }: { errors?: FormError[] | undefined }) => (
  <Question id="password" as="field" size="s" title="New password" hint="12 characters or more: three random words make a good one" {...errorAt(errors, 'password')}>
    <PasswordField name="password" autoComplete="new-password" />
  </Question>
);
