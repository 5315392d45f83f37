import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { cancelMeeting } from '#app/domain/meetings/change-meeting.server.ts';
import { cancelForm } from '#app/domain/meetings/meetings.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { titled } from '../stages/titled.ts';
import { changingAsked } from './door.server.ts';

export const handle = { script: false };
export const loader = (asked: LoaderFunctionArgs) => changingAsked(asked);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), cancelForm);
  if (!read.ok) return refused(read.errors, read.values);
  const cancelled = await cancelMeeting(actor, params.case!, params.meeting!, read.value.reason);
  return cancelled.ok ? redirect(`/cases/${params.case}/meetings/${params.meeting}?done=cancelled`) : refusal(cancelled, read.value);
}

const TITLE = 'Cancel the meeting';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function Cancellation() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const path = `/cases/${page.case.id}/meetings/${page.id}`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: path, label: `Meeting with ${page.who}` }} errors={again?.errors ?? []}
      lead={<p>{`${page.who} is told at once, with your reason.${page.when ? ` It was agreed for ${page.when}.` : ''}`}</p>}
    >
      <Form method="post" noValidate>
        <Question id="reason" as="field" size="s" title="Why are you cancelling it?" {...errorAt(again?.errors, 'reason')}><LongTextField name="reason" rows={3} defaultValue={again?.values.reason ?? ''} /></Question>
        <Buttons><PrimaryButton>Cancel the meeting</PrimaryButton><Link to={path}>Leave it as it is</Link></Buttons>
      </Form>
    </Page>
  );
}
