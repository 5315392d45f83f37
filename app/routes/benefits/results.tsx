import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { benefitPage, type BenefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { readingSchema } from '#app/domain/benefits/readings.schema.ts';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { Readings } from './readings.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return (await benefitPage(reader(), file, params.benefit!)) ?? notFound();
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, readingSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const added = await addReading(actor, params.case!, params.benefit!, read.value);
  return added.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}/results`) : refusal(added, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Results - ${page.view.title} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Results() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title="Results" caption={page.view.title} back={{ to: `/cases/${page.case.id}/benefits/${page.view.id}`, label: page.view.title }} errors={again?.errors ?? []} wide lead={page.view.sentence ? <p>{page.view.sentence}</p> : undefined}>
      <Readings readings={page.readings} />
      {page.mayRecord ? <NewReading page={page} again={again} /> : null}
    </Page>
  );
}

const QUALITY = [
  { value: 'A', label: 'A: checked by somebody independent' },
  { value: 'B', label: 'B: from a system in daily use' },
  { value: 'C', label: 'C: from a sample or a survey' },
  { value: 'D', label: 'D: an estimate' },
];

function NewReading({ page, again }: { page: BenefitPage; again: Again | undefined }) {
  const was = again?.values ?? {};
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  return (
    <section>
      <h2>Add a result</h2>
      <Form method="post" noValidate className="flow">
        <Question {...ask('periodOn')} title="Last day of the period" hint="For example, 30 4 2027"><TextField name="periodOn" width={10} defaultValue={was.periodOn ?? ''} /></Question>
        <Question {...ask('value')} title="Result"><NumberField name="value" decimal {...(page.unit && { suffix: page.unit })} defaultValue={was.value ?? ''} /></Question>
        {page.unit === '%' ? (
          <>
            <Question {...ask('numerator')} title="How many reached it" optional><NumberField name="numerator" defaultValue={was.numerator ?? ''} /></Question>
            <Question {...ask('denominator')} title="Out of how many" optional><NumberField name="denominator" defaultValue={was.denominator ?? ''} /></Question>
          </>
        ) : null}
        <Question {...ask('n')} title="Number of people or cases behind it" optional={page.unit !== '%'}><NumberField name="n" defaultValue={was.n ?? ''} /></Question>
        <Question id="quality" as="fieldset" size="s" title="How good is the data?" {...errorAt(again?.errors, 'quality')}><ChoiceField name="quality" choices={QUALITY} defaultValue={was.quality ?? ''} /></Question>
        <Question {...ask('note')} title="Note" hint="What happened in the period, such as a move of clinic" optional><TextField name="note" defaultValue={was.note ?? ''} /></Question>
        <Buttons><PrimaryButton>Add the result</PrimaryButton></Buttons>
      </Form>
    </section>
  );
}
