import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { publishStatement } from '#app/domain/statements/publish-statement.server.ts';
import { publicationSchema } from '#app/domain/statements/statements.schema.ts';
import { parseForm, typed } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';

export { default, handle, loader, meta } from './statement.tsx';

/** Publishes the statement that was read in the preview. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const read = parseForm(form, publicationSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const published = await publishStatement(actor, params.case!, read.value);
  return published.ok ? redirect(`/statements/${published.value.address}`) : refusal(published, typed(form));
}
