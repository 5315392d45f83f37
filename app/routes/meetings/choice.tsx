import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { chooseSlot } from '#app/domain/meetings/change-meeting.server.ts';
import { choiceForm } from '#app/domain/meetings/meetings.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { loader, meta } from './meeting.tsx';
import { OneMeeting } from './one-meeting.tsx';

export const handle = { script: false };
export { loader, meta };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), choiceForm);
  if (!read.ok) return refused(read.errors, read.values);
  const agreed = await chooseSlot(actor, params.case!, params.meeting!, read.value.slot);
  return agreed.ok ? redirect(`/cases/${params.case}/meetings/${params.meeting}?done=agreed`) : refusal(agreed);
}

export default function Choice() {
  return <OneMeeting page={useLoaderData<typeof loader>().page} done={null} errors={useActionData<typeof action>()?.errors ?? []} />;
}
