import type { ReactNode } from 'react';
import { chosen, errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { ChoiceField, ChoicesField, TickField } from '#app/ui/choice-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';
import { MEETS } from '#workflows/mentors.ts';

export const choicesOf = (list: readonly { key: string; title: string }[]) => list.map(({ key, title }) => ({ value: key, label: title }));

export interface FormState {
  errors: FormError[];
  values: Typed;
}

export const dayIn = (values: Typed, name: string) => ({ day: values[`${name}.day`] ?? '', month: values[`${name}.month`] ?? '', year: values[`${name}.year`] ?? '' });

/** Topics as boxes to tick. */
export const TopicsQuestion = ({ errors, values, title, hint }: FormState & { title: string; hint?: string }) => (
  <Question id="topics" as="fieldset" size="s" title={title} {...(hint && { hint })} {...errorAt(errors, 'topics')}>
    <ChoicesField name="topics" choices={choicesOf(MENTOR_TOPICS)} defaultValue={chosen(values, 'topics')} />
  </Question>
);

/** What an adviser offers: the same for themself and for the support unit. */
export function OfferFields({ errors, values, own, children }: FormState & { own: boolean; children?: ReactNode }) {
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(errors, id) });
  return (
    <>
      <input type="hidden" name="revision" value={values.revision ?? '0'} />
      <TopicsQuestion errors={errors} values={values} title={own ? 'What can you help with?' : 'What can they help with?'} />
      <Question {...ask('places')} title="Teams at once" hint="0 when no team can be taken on"><NumberField name="places" width={4} defaultValue={values.places ?? ''} /></Question>
      <Question {...ask('hours')} title="Hours a month"><NumberField name="hours" width={4} suffix="hours" defaultValue={values.hours ?? ''} /></Question>
      <Question id="meets" as="fieldset" size="s" title="Meets a team" {...errorAt(errors, 'meets')}><ChoiceField name="meets" choices={choicesOf(MEETS)} defaultValue={values.meets ?? ''} /></Question>
      <Question id="freeFrom" as="fieldset" size="s" title="Free from" optional hint="Leave it empty when it is now. For example, 1 9 2027" {...errorAt(errors, 'freeFrom')}><DateField name="freeFrom" defaultValue={dayIn(values, 'freeFrom')} /></Question>
      <Question {...ask('about')} title="A few words for teams" optional><LongTextField name="about" rows={3} defaultValue={values.about ?? ''} /></Question>
      <TickField name="away" label={own ? 'I take no requests for now' : 'Takes no requests for now'} defaultChecked={values.away === 'yes'} />
      {children}
    </>
  );
}
