import { Form } from '@remix-run/react';
import type { DecisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import { BLOCKS, type ConditionAsked } from '#app/domain/decisions/decisions.schema.ts';
import { errorAt, type FormError, type Typed } from '#app/lib/forms.ts';
import { Buttons, SecondaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface Props {
  owners: DecisionDesk['owners'];
  condition: Partial<ConditionAsked>;
  button: string;
  errors?: FormError[];
  values?: Typed;
}

/** One condition: what must be true, what shows it, who meets it, by when, and what waits for it. */
export function ConditionForm({ owners, condition, button, errors = [], values = {} }: Props) {
  const [year = '', month = '', day = ''] = (condition.dueOn ?? '').split('-');
  const part = (name: string, kept: string) => values[`dueOn.${name}`] ?? (kept && String(Number(kept)));
  return (
    <Form method="post" noValidate>
      <Question id="text" as="field" size="s" title="What must be true" {...errorAt(errors, 'text')}>
        <LongTextField name="text" rows={3} defaultValue={values.text ?? condition.text ?? ''} />
      </Question>
      <Question id="evidence" as="field" size="s" title="Evidence that will show it" hint="For example board minutes or a signed letter" {...errorAt(errors, 'evidence')}>
        <TextField name="evidence" defaultValue={values.evidence ?? condition.evidence ?? ''} />
      </Question>
      <Question id="ownerId" as="field" size="s" title="Who must meet it" {...errorAt(errors, 'ownerId')}>
        <SelectField name="ownerId" empty="Select a person" defaultValue={values.ownerId ?? condition.ownerId ?? ''} options={owners.map((o) => ({ value: o.id, label: o.name }))} />
      </Question>
      <Question id="dueOn" as="fieldset" size="s" title="By when" hint="For example 27 3 2027" {...errorAt(errors, 'dueOn')}>
        <DateField name="dueOn" defaultValue={{ day: part('day', day), month: part('month', month), year: part('year', year) }} />
      </Question>
      <Question id="blocks" as="fieldset" size="s" title="What waits for it" {...errorAt(errors, 'blocks')}>
        <ChoiceField name="blocks" defaultValue={values.blocks ?? condition.blocks ?? ''} choices={BLOCKS.map(([value, label]) => ({ value, label }))} />
      </Question>
      <Buttons><SecondaryButton>{button}</SecondaryButton></Buttons>
    </Form>
  );
}
