import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { moveMeeting } from '#app/domain/meetings/change-meeting.server.ts';
import { moveForm } from '#app/domain/meetings/meetings.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { errorAt, parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { LongTextField } from '#app/ui/long-text-field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { titled } from '../stages/titled.ts';
import { changingAsked } from './door.server.ts';
import { SlotFields } from './slot-fields.tsx';

export const handle = { script: false };
export const loader = (asked: LoaderFunctionArgs) => changingAsked(asked);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, moveForm);
  if (!read.ok) return refused(read.errors, read.values);
  const moved = await moveMeeting(actor, params.case!, params.meeting!, read.value);
  return moved.ok ? redirect(`/cases/${params.case}/meetings/${params.meeting}?done=moved`) : refusal(moved, typed(form));
}

const TITLE = 'Suggest other times';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.case.title);

export default function OtherTimes() {
  const page = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const [errors, values] = [again?.errors ?? [], again?.values ?? {}];
  const path = `/cases/${page.case.id}/meetings/${page.id}`;
  const effect = page.when ? `The meeting of ${page.when} is off, and ${page.who} chooses one of the times you offer now.` : `They take the place of the times on offer, and ${page.who} chooses one.`;
  return (
    <Page title={TITLE} caption={page.case.title} back={{ to: path, label: `Meeting with ${page.who}` }} errors={errors} lead={<p>{effect}</p>}>
      <Form method="post" noValidate className="flow">
        <Question id="reason" as="field" size="s" title="Why do you suggest other times?" {...errorAt(errors, 'reason')}><LongTextField name="reason" rows={3} defaultValue={values.reason ?? ''} /></Question>
        <SlotFields errors={errors} values={values} />
        <Buttons><PrimaryButton>Offer these times</PrimaryButton><Link to={path}>Leave it as it is</Link></Buttons>
      </Form>
    </Page>
  );
}
