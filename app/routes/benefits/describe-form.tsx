import { Form } from '@remix-run/react';
import type { BenefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { CATEGORIES, DIRECTIONS, UNITS } from '#app/domain/benefits/benefits.schema.ts';
import { errorAt } from '#app/lib/forms.ts';
import type { Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField, TickField } from '#app/ui/choice-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const A_DAY = 'For example, 27 3 2027';
const optionsOf = (pairs: readonly (readonly [string, string])[]) => pairs.map(([value, label]) => ({ value, label }));

/** How a promise is measured. Anything may wait: the thread says what is still missing. */
export function DescribeForm({ page, again }: { page: BenefitPage; again: Again | undefined }) {
  const was: Record<string, string> = { ...page.form, ...again?.values };
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  const doubtful = again?.errors.some(({ id, message }) => id === 'target' && message.startsWith('Target must be')) || was.sure === 'yes';
  return (
    <section>
      <h2>How it is measured</h2>
      <p>Leave empty what you do not know yet. It counts as measurable once the measure, the starting figure with its source, and the target with its date are there.</p>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="revision" value={was.revision} />
        <Question {...ask('title')} title="What will get better?"><TextField name="title" defaultValue={was.title ?? ''} /></Question>
        <Question {...ask('beneficiary')} title="For whom?"><TextField name="beneficiary" defaultValue={was.beneficiary ?? ''} /></Question>
        <Question {...ask('category')} title="Kind of benefit"><SelectField name="category" empty="Select one" options={optionsOf(CATEGORIES)} defaultValue={was.category ?? ''} /></Question>
        <Question {...ask('measure')} title="What is counted or timed?" hint="For example, weeks from referral to first appointment, median of the month"><TextField name="measure" defaultValue={was.measure ?? ''} /></Question>
        <Question {...ask('unit')} title="Unit"><SelectField name="unit" empty="Not said yet" options={unitsWith(was.unit)} defaultValue={was.unit ?? ''} /></Question>
        <Question id="direction" as="fieldset" size="s" title="Which way is better?" {...errorAt(again?.errors, 'direction')}>
          <ChoiceField name="direction" choices={optionsOf(DIRECTIONS)} defaultValue={was.direction ?? ''} />
        </Question>
        <Question {...ask('baseline')} title="Starting figure"><NumberField name="baseline" decimal defaultValue={was.baseline ?? ''} /></Question>
        <Question {...ask('baselineOn')} title="Date of the starting figure" hint={A_DAY}><TextField name="baselineOn" width={10} defaultValue={was.baselineOn ?? ''} /></Question>
        <Question {...ask('baselineSource')} title="Where the starting figure comes from"><TextField name="baselineSource" defaultValue={was.baselineSource ?? ''} /></Question>
        <Question {...ask('target')} title="Target"><NumberField name="target" decimal defaultValue={was.target ?? ''} /></Question>
        {doubtful ? <TickField name="sure" label="The target is right as it is: it is worse than the starting figure, or the same" defaultChecked={was.sure === 'yes'} /> : null}
        <Question {...ask('targetOn')} title="Target date" hint={A_DAY}><TextField name="targetOn" width={10} defaultValue={was.targetOn ?? ''} /></Question>
        <Question {...ask('valuePerYear')} title="Value a year, when it saves money" optional><NumberField name="valuePerYear" prefix="£" decimal defaultValue={was.valuePerYear ?? ''} /></Question>
        <Buttons><PrimaryButton>Save</PrimaryButton></Buttons>
      </Form>
    </section>
  );
}

/** The usual units, and the one in use when it is another. */
const unitsWith = (used: string | undefined) =>
  [...new Set([...UNITS, ...(used ? [used] : [])])].map((unit) => ({ value: unit, label: unit }));
