import { Link } from '@remix-run/react';
import type { ResultsPage } from '#app/domain/results/results-page.server.ts';
import { QUALITIES } from '#app/domain/benefits/benefits.schema.ts';
import { chosen, errorAt, type Typed } from '#app/lib/forms.ts';
import type { Again } from '#app/lib/responses.ts';
import { ChoiceField, ChoicesField } from '#app/ui/choice-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface Props {
  page: Pick<ResultsPage, 'case' | 'benefit' | 'documents'>;
  was: Typed;
  errors: Again['errors'] | undefined;
}

/** The figures of one result: a new one, or one put right. */
export function ResultFields({ page: { benefit }, was, errors }: Props) {
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(errors, id) });
  const share = benefit.unit === '%';
  return (
    <>
      <Question {...ask('periodFrom')} title="First day of the period" hint="For example, 1 4 2027" optional><TextField name="periodFrom" width={10} defaultValue={was.periodFrom ?? ''} /></Question>
      <Question {...ask('periodOn')} title="Last day of the period" hint="For example, 30 4 2027"><TextField name="periodOn" width={10} defaultValue={was.periodOn ?? ''} /></Question>
      <Question {...ask('value')} title="Result"><NumberField name="value" decimal {...(benefit.unit && { suffix: benefit.unit })} defaultValue={was.value ?? ''} /></Question>
      <Question {...ask('numerator')} title="How many reached it" {...(benefit.numerator && { hint: benefit.numerator })} optional><NumberField name="numerator" defaultValue={was.numerator ?? ''} /></Question>
      <Question {...ask('denominator')} title="Out of how many" {...(benefit.denominator && { hint: benefit.denominator })} optional><NumberField name="denominator" defaultValue={was.denominator ?? ''} /></Question>
      <Question {...ask('n')} title="Number of people or cases behind it" optional={!share}><NumberField name="n" defaultValue={was.n ?? ''} /></Question>
      <Question id="quality" as="fieldset" size="s" title="How good is the data?" {...errorAt(errors, 'quality')}>
        <ChoiceField name="quality" choices={QUALITIES.map(([value, label]) => ({ value, label }))} defaultValue={was.quality ?? ''} />
      </Question>
    </>
  );
}

/** Documents of the case to tick. They are uploaded on their own page, so that a file too large loses no figure. */
export function DocumentChoices({ page, was, errors }: Props) {
  const add = `/cases/${page.case.id}/documents/new`;
  if (page.documents.length === 0) return <p>To show where a figure comes from, <Link to={add}>add a document</Link> first. Then select it here.</p>;
  return (
    <Question id="documents" as="fieldset" size="s" title="Documents that show it" optional {...errorAt(errors, 'documents')}>
      <ChoicesField name="documents" choices={page.documents} defaultValue={chosen(was, 'documents')} />
      <p><Link to={add}>Add another document</Link></p>
    </Question>
  );
}
