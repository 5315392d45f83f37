import { Form } from '@remix-run/react';
import type { BoardPage } from '#app/domain/boards/board-page.server.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface Props {
  page: BoardPage;
  sha256: string;
  path: string;
  errors: FormError[];
  values: Typed;
}

/** Convening a board: what it is called, the day it meets, and how many views the decision waits for. */
export function ConveneForm({ page, sha256, path, errors, values }: Props) {
  const part = (name: string) => values[`meetsOn.${name}`] ?? '';
  return (
    <Form method="post" action={`${path}/board`} noValidate>
      <h2>Convene the board</h2>
      <p>{`Every board member who has joined is asked for a view on version ${page.version?.number ?? ''}. The decision then waits for as many as you say here. Their views are advice: you record the decision.`}</p>
      <input type="hidden" name="sha256" value={values.sha256 ?? sha256} />
      <Question id="name" as="field" size="s" title="Name of the board" hint="As it stands in a sentence, like the board of Northbridge PCT" {...errorAt(errors, 'name')}>
        <TextField name="name" defaultValue={values.name ?? page.proposed.name} />
      </Question>
      <Question id="meetsOn" as="fieldset" size="s" title="The day it meets" hint="For example 27 3 2027" {...errorAt(errors, 'meetsOn')}>
        <DateField name="meetsOn" defaultValue={{ day: part('day'), month: part('month'), year: part('year') }} />
      </Question>
      <Question id="quorum" as="field" size="s" title="How many views are needed" hint={QUORUM[page.asked ?? 'none']} {...errorAt(errors, 'quorum')}>
        <NumberField name="quorum" width={4} defaultValue={values.quorum ?? String(page.proposed.quorum)} suffix="views" />
      </Question>
      <Buttons><PrimaryButton>Convene the board</PrimaryButton></Buttons>
    </Form>
  );
}

const QUORUM = {
  required: 'This pathway asks for at least the number shown',
  usual: 'A Slipway default, assumed: use the number in your standing orders',
  none: 'Use the number in your standing orders',
} as const;
