import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { benefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { FREQUENCIES, TREATMENTS, treatmentSchema } from '#app/domain/benefits/benefits.schema.ts';
import { settleBenefit } from '#app/domain/benefits/settle-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await benefitPage(reader(), file, params.benefit!)) ?? notFound();
  if (page.view.withdrawn) notFound();
  return page.maySettle ? page : forbidden("Only the team lead and the people on the approver's side can record this.");
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, treatmentSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const settled = await settleBenefit(actor, params.case!, params.benefit!, read.value);
  return settled.ok ? redirect(`/cases/${params.case}/benefits`) : refusal(settled, typed(form));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Is it in the contract? - ${page.case.title} - Slipway` : 'Slipway' }];

const pairs = (of: readonly (readonly [string, string])[]) => of.map(([value, label]) => ({ value, label }));

export default function BenefitContract() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const was: Record<string, string> = { ...page.form, ...again?.values };
  const ask = (id: string) => ({ id, as: 'field' as const, size: 's' as const, ...errorAt(again?.errors, id) });
  return (
    <Page title="Is it in the contract?" caption={page.view.title} back={{ to: `/cases/${page.case.id}/benefits/${page.view.id}`, label: page.view.title }} errors={again?.errors ?? []} lead={<p>If a promise is left out of the contract, nobody has to deliver it. So it is put in, or left out with a reason that stays on record with your name.</p>}>
      <Form method="post" noValidate className="flow">
        <input type="hidden" name="revision" value={was.revision} />
        <Question id="treatment" as="fieldset" title="Is it in the contract?" {...errorAt(again?.errors, 'treatment')}>
          <ChoiceField name="treatment" choices={pairs(TREATMENTS)} defaultValue={was.treatment ?? ''} />
        </Question>
        <h2>If it is in the contract</h2>
        <Question {...ask('clause')} title="Clause or schedule" hint="For example, schedule 4, part C, 2"><TextField name="clause" defaultValue={was.clause ?? ''} /></Question>
        <Question {...ask('frequency')} title="How often it is reported"><SelectField name="frequency" empty="Select one" options={pairs(FREQUENCIES)} defaultValue={was.frequency ?? ''} /></Question>
        <Question {...ask('consequence')} title="What follows if it is missed" optional><TextField name="consequence" defaultValue={was.consequence ?? ''} /></Question>
        <h2>If it is not</h2>
        <Question {...ask('reason')} title="Why is it not in the contract?"><LongTextField name="reason" defaultValue={was.reason ?? ''} /></Question>
        <Buttons><PrimaryButton>Record this</PrimaryButton></Buttons>
      </Form>
    </Page>
  );
}
