import { errorAt, type FormError } from '#app/lib/forms.ts';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** A code of six digits, or one of the recovery codes, in one box. */
export const CodeQuestion = ({ errors, hint = 'Six digits, or a recovery code' }: { errors: FormError[] | undefined; hint?: string }) => (
  <Question id="code" as="field" size="s" title="Code from your app" hint={hint} {...errorAt(errors, 'code')}>
    <TextField name="code" width={10} autoComplete="one-time-code" spellCheck={false} />
  </Question>
);
