import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { wordsSchema } from '#app/domain/comments/comments.schema.ts';
import { suggestWords } from '#app/domain/comments/suggestions.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { refusal, refused } from '#app/lib/responses.ts';
import { CommentOnAnswer } from './comment-on-answer.tsx';
import { loader as comment, meta } from './comment.tsx';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => comment(asked);

/** Words are offered for the answer: a question becomes a suggestion. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), wordsSchema);
  if (!read.ok) return refused(read.errors, read.values);
  const offered = await suggestWords(actor, params.case!, params.comment!, read.value.proposed);
  return offered.ok ? redirect(`/cases/${params.case}/comments/${params.comment}?done=offered`) : refusal(offered, read.value);
}

export default function Words() {
  const again = useActionData<typeof action>();
  return <CommentOnAnswer page={useLoaderData<typeof loader>().page} errors={again?.errors ?? []} values={again?.values ?? {}} />;
}
