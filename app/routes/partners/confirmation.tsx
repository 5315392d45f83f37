import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { confirmStage } from '#app/domain/partners/confirm-stage.server.ts';
import { confirmForm } from '#app/domain/partners/partners.schema.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { PartnersOf } from './partners-of.tsx';
import { loader, meta } from './partners.tsx';

export const handle = { script: false };
export { loader, meta };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), confirmForm);
  if (!read.ok) return refused(read.errors, read.values);
  const confirmed = await confirmStage(actor, params.case!, params.stage!, read.value.hash);
  return confirmed.ok ? redirect(`/cases/${params.case}/stages/${params.stage}/partners`) : refusal(confirmed);
}

export default function Confirmation() {
  return <PartnersOf page={useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors ?? []} />;
}
