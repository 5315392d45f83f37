import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { agreementSchema } from '#app/domain/benefits/benefits.schema.ts';
import { agreeLeavingOut } from '#app/domain/benefits/settle-benefit.server.ts';
import { mayAgreeLeavingOut } from '#app/domain/cases/cases.policy.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { forbidden, notFound, refusal, refused, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { benefitAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file, page } = await benefitAsked(asked);
  if (!mayAgreeLeavingOut(file.roles, file.exclusion)) forbidden(`${file.exclusion?.replace('decide', 'agree to this') ?? "Only the people on the approver's side can agree to this"}.`);
  if (page.view.withdrawn || (page.view.waits === null && page.view.offRamp === null)) notFound();
  return page;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), agreementSchema);
  if (!read.ok) return refused(read.errors);
  const agreed = await agreeLeavingOut(actor, params.case!, params.benefit!, read.value.revision);
  return agreed.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=agreed`) : refusal(agreed);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Agree to leave it out - ${page.view.title} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Agreement() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${page.case.id}/benefits/${page.view.id}`;
  return (
    <Page title="Does this stay out of the contract?" caption={page.view.title} back={{ to: back, label: page.view.title }} errors={again?.errors ?? []}>
      <p>{page.view.waits ?? page.view.offRamp}</p>
      {page.view.waits ? (
        <>
          <p>If it stays out, nobody has to deliver it. Your name stands beside the reason. No contract needs every promise in it: what matters is that nothing is left out in silence.</p>
          <Form method="post">
            <input type="hidden" name="revision" value={page.form.revision} />
            <Buttons><PrimaryButton>I agree that this stays out of the contract</PrimaryButton><Link to={`${back}/contract`}>Put it in the contract instead</Link></Buttons>
          </Form>
        </>
      ) : <p>This has been agreed. <Link to={`${back}/contract`}>Change the decision</Link></p>}
    </Page>
  );
}
