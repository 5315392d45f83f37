import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { LESSON_READERS, LESSON_WORDS } from '#workflows/lessons.ts';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';

export const TOPICS = MENTOR_TOPICS.map(({ key, title }) => ({ value: key, label: title }));
const READERS = LESSON_READERS.map(({ key, title, hint }) => ({ value: key, label: title, hint }));

interface Props {
  stages: { value: string; label: string }[];
  errors: FormError[];
  values: Typed;
}

/** What a team tells in one lesson, and whom. */
export function LessonFields({ stages, errors, values }: Props) {
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(errors, id) });
  return (
    <>
      <Question {...ask('title')} title="The lesson in one line" hint="For example, freeze the starting figures yourself"><TextField name="title" defaultValue={values.title ?? ''} /></Question>
      <Question {...ask('happened')} title="What happened?"><LongTextField name="happened" words={LESSON_WORDS} rows={6} defaultValue={values.happened ?? ''} /></Question>
      <Question {...ask('differently')} title="What would you do differently?"><LongTextField name="differently" words={LESSON_WORDS} rows={6} defaultValue={values.differently ?? ''} /></Question>
      <Question {...ask('stage')} title="Stage it is about"><SelectField name="stage" empty="Select one" options={stages} defaultValue={values.stage ?? ''} /></Question>
      <Question {...ask('topic')} title="Topic"><SelectField name="topic" empty="Select one" options={TOPICS} defaultValue={values.topic ?? ''} /></Question>
      <Question id="readers" as="fieldset" size="s" title="Who may read it?" {...errorAt(errors, 'readers')}>
        <ChoiceField name="readers" choices={READERS} defaultValue={values.readers ?? ''} />
      </Question>
    </>
  );
}
