import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { declineSchema } from '#app/domain/comments/comments.schema.ts';
import { declineSuggestion } from '#app/domain/comments/suggestions.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { CommentOnAnswer } from './comment-on-answer.tsx';
import { loader as comment, meta } from './comment.tsx';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => comment(asked);

/** The team keeps its own words, and says why. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), declineSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const declined = await declineSuggestion(actor, params.case!, params.comment!, read.value.reason);
  return declined.ok ? redirect(`/cases/${params.case}/comments/${params.comment}?done=declined`) : refusal(declined, read.value);
}

export default function Declining() {
  const again = useActionData<typeof action>();
  return <CommentOnAnswer page={useLoaderData<typeof loader>().page} errors={again?.errors ?? []} values={again?.values ?? {}} />;
}
