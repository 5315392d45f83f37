import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { commitImport } from '#app/domain/results/commit-import.server.ts';
import { commitSchema } from '#app/domain/results/results.schema.ts';
import { parseForm } from '#app/lib/forms.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { loader as draft, meta } from './draft.tsx';
import { Preview } from './preview.tsx';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => draft(asked);

/** Saves every row of a draft, or none. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), commitSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const saved = await commitImport(actor, params.case!, params.draft!, read.value.seen);
  return saved.ok ? redirect(`/cases/${params.case}/results?saved=${saved.value.saved}`) : refusal(saved);
}

export default function Commit() {
  return <Preview page={useLoaderData<typeof loader>()} errors={useActionData<Again>()?.errors ?? []} />;
}
