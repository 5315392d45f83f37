import { errorAt, type FormError } from '#app/lib/forms.ts';
import { PasswordField } from '#app/ui/password-field.tsx';
import { Question } from '#app/ui/question.tsx';

/** Choosing a password. The address stands beside it, unseen, for password managers. */
export const NewPassword = ({ errors, username }: { errors?: FormError[] | undefined; username: string }) => (
  <>
    <input type="email" className="visually-hidden" value={username} autoComplete="username" readOnly tabIndex={-1} aria-hidden="true" />
    <Question id="password" as="field" size="s" title="New password" hint="12 characters or more: three random words make a good one" {...errorAt(errors, 'password')}>
      <PasswordField name="password" autoComplete="new-password" />
    </Question>
  </>
);
