import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { settleComment } from '#app/domain/comments/comments.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { refusal } from '#app/lib/responses.ts';
import { CommentOnAnswer } from './comment-on-answer.tsx';
import { loader as comment, meta } from './comment.tsx';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => comment(asked);

/** The person who opened a comment, or the approver, settles it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const settled = await settleComment(actor, params.case!, params.comment!);
  return settled.ok ? redirect(`/cases/${params.case}/comments/${params.comment}?done=settled`) : refusal(settled);
}

export default function Settlement() {
  return <CommentOnAnswer page={useLoaderData<typeof loader>().page} errors={useActionData<typeof action>()?.errors ?? []} />;
}
