import { errorAt, type FormError } from '#app/lib/forms.ts';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';

export const TOPICS = MENTOR_TOPICS.map(({ key, title }) => ({ value: key, label: title }));

interface Props {
  mentors: { value: string; label: string }[];
  errors: FormError[];
  value: string | undefined;
  title: string;
}

/** Which mentor it is about: asked only where there are several. */
export function MentorField({ mentors, errors, value, title }: Props) {
  const only = mentors.length === 1 ? mentors[0] : undefined;
  if (only) return <input type="hidden" name="mentor" value={only.value} />;
  return <Question id="mentor" as="field" size="s" title={title} {...errorAt(errors, 'mentor')}><SelectField name="mentor" empty="Select one" options={mentors} defaultValue={value ?? ''} /></Question>;
}
