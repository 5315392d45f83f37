import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { withdrawalSchema } from '#app/domain/benefits/benefits.schema.ts';
import { reinstateBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { mayLead } from '#app/domain/cases/cases.policy.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { asking } from './asking.ts';
import { benefitAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file, page } = await benefitAsked(asked);
  if (!page.view.withdrawn) notFound();
  return mayLead(file.roles) ? page : forbidden('Only the team lead can take up a promise again.');
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), withdrawalSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const reinstated = await reinstateBenefit(actor, params.case!, params.benefit!, read.value.reason);
  return reinstated.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=reinstated`) : refusal(reinstated, read.value);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Take up a promise again - ${page.view.title} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Reinstatement() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const { ask, of } = asking({}, again);
  const back = `/cases/${page.case.id}/benefits/${page.view.id}`;
  return (
    <Page title="Take up a promise again" caption={page.view.title} back={{ to: back, label: page.view.title }} errors={again?.errors ?? []}>
      <p>{page.view.withdrawn}</p>
      <p>It counts among the promises of this case again. Whether it is in the contract is asked anew.</p>
      <Form method="post" noValidate className="flow">
        <Question {...ask('reason')} title="Why do you take it up again?"><LongTextField {...of('reason')} /></Question>
        <Buttons><PrimaryButton>Take up the promise</PrimaryButton><Link to={back}>Go back</Link></Buttons>
      </Form>
    </Page>
  );
}
