import { Form, Link } from '@remix-run/react';
import { chosen, errorAt } from '#app/lib/forms.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField, ChoicesField, TickField } from '#app/ui/choice-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { FORMS, REGIONS, SERVICES, SIZES } from '#workflows/mentors.ts';
import { choicesOf, dayIn, type FormState } from './fields.tsx';

/** What the directory says of an organisation; `known`: it is in it already. */
export function MentorForm({ errors, values, known, back, button }: FormState & { known: boolean; back: string; button: string }) {
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(errors, id) });
  const group = (id: string) => ({ id, as: 'fieldset' as const, size: 's' as const, ...errorAt(errors, id) });
  return (
    <Form method="post" noValidate className="flow">
      <input type="hidden" name="revision" value={values.revision ?? '0'} />
      <Question {...ask('name')} title="Name"><TextField name="name" defaultValue={values.name ?? ''} /></Question>
      <Question {...ask('about')} title="What it does, in a few sentences"><LongTextField name="about" rows={3} defaultValue={values.about ?? ''} /></Question>
      <Question {...ask('legalForm')} title="Legal form"><SelectField name="legalForm" empty="Select" options={choicesOf(FORMS)} defaultValue={values.legalForm ?? ''} /></Question>
      <Question {...group('services')} title="Kinds of service"><ChoicesField name="services" choices={choicesOf(SERVICES)} defaultValue={chosen(values, 'services')} /></Question>
      <Question {...group('size')} title="Staff"><ChoiceField name="size" choices={choicesOf(SIZES)} defaultValue={values.size ?? ''} /></Question>
      <Question {...ask('region')} title="Region"><SelectField name="region" empty="Select" options={choicesOf(REGIONS)} defaultValue={values.region ?? ''} /></Question>
      <Question {...group('spunOutOn')} title="Left the public sector on" optional hint="Leave it empty when it was never part of it. For example, 1 10 2011"><DateField name="spunOutOn" defaultValue={dayIn(values, 'spunOutOn')} /></Question>
      <TickField name="userLed" label="It says of itself that the people it serves lead it" defaultChecked={values.userLed === 'yes'} />
      {known ? <TickField name="left" label="Take it out of the directory. What it has agreed with teams goes on" defaultChecked={values.left === 'yes'} /> : null}
      <Buttons><PrimaryButton>{button}</PrimaryButton><Link to={back}>Go back</Link></Buttons>
    </Form>
  );
}
