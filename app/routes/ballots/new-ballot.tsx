import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { ballotForm } from '#app/domain/ballots/ballots.schema.ts';
import { setUpBallot } from '#app/domain/ballots/set-up-ballot.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { forbidden, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { titled } from '../stages/titled.ts';
import { BallotFields } from './ballot-fields.tsx';
import { ballotAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const page = await ballotAsked(asked);
  return page.may.lead ? { case: page.case, may: page.may.setUp } : forbidden('Only the team lead can set up a ballot.');
}

export async function action(asked: ActionFunctionArgs) {
  const { request, context, params } = asked;
  await loader(asked); // who may not see or do this is told so, whatever they typed
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, ballotForm);
  if (!read.ok) return refused(read.errors, read.values);
  const set = await setUpBallot(actor, params.case!, read.value);
  return set.ok ? redirect(`/cases/${params.case}/ballot?done=set`) : refusal(set, typed(form));
}

const TITLE = 'Set up a ballot';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function NewBallot() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/ballot`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: path, label: 'Ballot of staff' }} errors={again?.errors ?? []}
      lead={<p>Agree all of this with staff side first. Once it is set up it cannot be changed, only cancelled with a reason.</p>}
    >
      {page.may ? null : <Inset><p>There is a ballot already that has not ended, or the case stands still. You can set up another when that is over.</p></Inset>}
      <Form method="post" noValidate className="flow">
        <BallotFields errors={again?.errors ?? []} values={again?.values ?? {}} />
        <Buttons><PrimaryButton>Set up the ballot</PrimaryButton><Link to={path}>Leave it for now</Link></Buttons>
      </Form>
    </Page>
  );
}
