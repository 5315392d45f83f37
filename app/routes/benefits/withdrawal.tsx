import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { benefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { withdrawalSchema } from '#app/domain/benefits/benefits.schema.ts';
import { withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { mayEdit } from '#app/domain/cases/cases.policy.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await benefitPage(reader(), file, params.benefit!)) ?? notFound();
  if (page.view.withdrawn) notFound();
  return mayEdit(file.roles) ? page : forbidden('Only the team can withdraw a promise.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), withdrawalSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const withdrawn = await withdrawBenefit(actor, params.case!, params.benefit!, read.value.reason);
  return withdrawn.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=withdrawn`) : refusal(withdrawn, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Withdraw a promise - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Withdrawal() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${page.case.id}/benefits/${page.view.id}`;
  return (
    <Page title="Withdraw a promise" caption={page.view.title} back={{ to: back, label: page.view.title }} errors={again?.errors ?? []}>
      <p>The record stays, with your reason and your name. It does not count among the promises of this case until the team lead takes it up again.</p>
      <Form method="post" noValidate className="flow">
        <Question id="reason" as="field" title="Why do you withdraw it?" {...errorAt(again?.errors, 'reason')}>
          <LongTextField name="reason" defaultValue={again?.values.reason ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Withdraw the promise</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
