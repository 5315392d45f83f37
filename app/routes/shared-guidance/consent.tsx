import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { consentToGuidance } from '#app/domain/guidance/consent-guidance.server.ts';
import { consentSchema } from '#app/domain/guidance/guidance.schema.ts';
import { parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { sharedAsked } from './door.server.ts';
import { loader as shared, meta, OneShared } from './shared.tsx';

export const handle = { script: false };
export { meta };
export const loader = (args: LoaderFunctionArgs) => shared(args);

/** The mentor or the team lead says yes or no. */
export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await sharedAsked(args);
  const read = parseForm(await args.request.formData(), consentSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const said = await consentToGuidance(actor, page.id, read.value.consent === 'yes');
  return said.ok ? redirect(`/guidance/shared/${page.id}?done=${read.value.consent === 'no' ? 'ended' : said.value.published ? 'published' : 'agreed'}`) : refusal(said);
}

export default function Consent() {
  return <OneShared page={useLoaderData<typeof loader>().page} errors={useActionData<typeof action>()?.errors ?? []} />;
}
