import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { coverPage } from '#app/domain/covers/cover-page.server.ts';
import { endCoverEarly } from '#app/domain/covers/name-deputy.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { forbidden, notFound, refusal, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await coverPage(reader(), file, params.part!)) ?? notFound();
  if (page === 'forbidden') forbidden('Only the approver themself or the support unit can end a cover early.');
  const cover = page.covers.find((c) => c.id === params.cover) ?? notFound();
  return { case: page.case, part: page.part, name: page.own ? 'you' : page.name, cover };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const ended = await endCoverEarly(actor, params.case!, params.part!, params.cover!);
  return ended.ok ? redirect(`/cases/${params.case}/people`) : refusal(ended);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `End the cover by ${page.cover.deputy} - ${page.case.title} - Slipway` : 'Slipway' }];

export default function CoverEnding() {
  const { case: of, part, name, cover } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const back = `/cases/${of.id}/people/${part}/cover`;
  return (
    <Page title={`End the cover by ${cover.deputy}`} caption={of.title} back={{ to: back, label: 'Cover' }} errors={again?.errors ?? []}>
      <p>{`${cover.deputy} stands in for ${name}, ${cover.days}. ${cover.open ? `Once it ends, they can no longer decide for ${name}, nor open the case by this part.` : 'This cover has ended already.'}`}</p>
      <p>What they decided stands, and the record that they stood in stays too.</p>
      {cover.open ? <Form method="post"><Buttons><PrimaryButton>End the cover</PrimaryButton><Link to={back}>Go back</Link></Buttons></Form> : null}
    </Page>
  );
}
