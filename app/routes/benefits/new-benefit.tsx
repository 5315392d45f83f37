import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { promiseSchema } from '#app/domain/benefits/benefits.schema.ts';
import { promiseBenefit } from '#app/domain/benefits/promise-benefit.server.ts';
import { newBenefitPage } from '#app/domain/benefits/new-benefit-page.server.ts';
import { caseForActor, type CaseFile } from '#app/domain/cases/case-file.server.ts';
import { mayEdit } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: false };

/** Where the promise was caught stands in the address, so that the form has two fields and nothing hidden. */
const askedIn = (request: Request, file: CaseFile) => {
  const asked = new URL(request.url).searchParams;
  const said = (name: string) => asked.get(name) ?? '';
  return newBenefitPage(file, { stage: said('stage'), section: said('section'), question: said('question') });
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return mayEdit(file.roles) ? askedIn(request, file) : forbidden('Only the team can promise a benefit.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), promiseSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = askedIn(request, file);
  const promised = await promiseBenefit(actor, file.case.id, { ...read.value, category: '', stage: page.stage, question: page.question || null });
  if (!promised.ok) return refusal(promised, read.value);
  return redirect(page.question ? page.back.to : `/cases/${file.case.id}/benefits/${promised.value.benefitId}?done=promised`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Add a benefit - ${page.case.title} - Slipway` : 'Slipway' }];

export default function NewBenefit() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  return (
    <Page title="Add a benefit" caption={page.case.title} back={page.back} errors={again?.errors ?? []} lead={<p>A promise in your own words. You say later how it is measured, and you never type it again.</p>}>
      {page.asked ? <Inset><p>{`Promised in your answer to: ${page.asked}`}</p></Inset> : null}
      <Form method="post" noValidate className="flow">
        <Question id="title" as="field" size="s" title="What will get better?" hint="For example, shorter waits for a first physiotherapy appointment" {...errorAt(again?.errors, 'title')}>
          <TextField name="title" defaultValue={again?.values.title ?? ''} />
        </Question>
        <Question id="beneficiary" as="field" size="s" title="For whom?" hint="For example, adults referred by their GP" {...errorAt(again?.errors, 'beneficiary')}>
          <TextField name="beneficiary" defaultValue={again?.values.beneficiary ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Add the benefit</PrimaryButton><Link to={page.back.to}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
