import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { mayInvite } from '#app/domain/cases/cases.policy.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { partPage } from '#app/domain/people/part-pages.server.ts';
import { forbidden, notFound, refusal, type Again } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await partPage(reader(), file, params.part!)) ?? notFound();
  if (!page.own && !mayInvite(file.roles)) forbidden("Only the team lead or the support unit can end somebody's part.");
  return page;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const ended = await endPart(actor, params.case!, params.part!);
  if (!ended.ok) return refusal(ended);
  const still = await caseForActor(reader(), actor, params.case!);
  return redirect(still ? `/cases/${params.case}/people` : '/');
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${titleOf(page)} - ${page.case.title} - Slipway` : 'Slipway' }];
const titleOf = (page: { own: boolean; name: string }) => (page.own ? 'Leave this case' : `End ${page.name}'s part`);

export default function Ending() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const people = `/cases/${page.case.id}/people`;
  return (
    <Page title={titleOf(page)} caption={page.case.title} back={{ to: people, label: 'People' }} errors={again?.errors ?? []}>
      <p>{page.own ? `You are ${page.roleTitle} of this case. Once you leave, you can no longer open it.` : `${page.name} is ${page.roleTitle} of this case. Once their part ends, they can no longer open it by that part.`}</p>
      <p>What they wrote and decided stays. The record that they took part stays too: somebody who was ever in the team can never decide on the case.</p>
      <Form method="post"><Buttons><PrimaryButton>{titleOf(page)}</PrimaryButton><Link to={people}>Go back</Link></Buttons></Form>
    </Page>
  );
}
