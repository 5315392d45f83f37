import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { dissolutionForm } from '#app/domain/boards/boards.schema.ts';
import { dissolveBoard } from '#app/domain/boards/convene-board.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { forbidden, refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { titled } from '../stages/titled.ts';
import { boardAsked } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const page = await boardAsked(asked);
  if (!page.may.dissolve) forbidden('The approver can dissolve a board while no view is in.');
  return page;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), dissolutionForm);
  if (!read.ok) return refused(read.errors, read.values);
  const dissolved = await dissolveBoard(actor, params.case!, params.stage!, read.value.reason);
  return dissolved.ok ? redirect(`/cases/${params.case}/stages/${params.stage}/board?done=dissolved`) : refusal(dissolved, read.value);
}

const TITLE = 'Dissolve the board';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function Dissolution() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}/board`;
  return (
    <Page title={TITLE} caption={page.case.title} back={{ to: path, label: `Board for the ${page.stage.noun}` }} errors={again?.errors ?? []}>
      <p>Its members are told that their views are no longer asked for. That it was convened and dissolved stays on record, with your reason. You can convene another.</p>
      <Form method="post" noValidate>
        <Question id="reason" as="field" size="s" title="Why are you dissolving it?" {...errorAt(again?.errors, 'reason')}>
          <LongTextField name="reason" rows={4} defaultValue={again?.values.reason ?? ''} />
        </Question>
        <Buttons><PrimaryButton>Dissolve the board</PrimaryButton><Link to={path}>Leave it as it is</Link></Buttons>
      </Form>
    </Page>
  );
}
