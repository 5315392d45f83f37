import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { discardComment } from '#app/domain/comments/comments.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { refusal } from '#app/lib/responses.ts';
import { CommentOnAnswer } from './comment-on-answer.tsx';
import { loader as comment, meta } from './comment.tsx';

export const handle = { script: false };
export { meta };
export const loader = (asked: LoaderFunctionArgs) => comment(asked);

/** Its author deletes a draft that nobody else has seen. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const gone = await discardComment(actor, params.case!, params.comment!);
  return gone.ok ? redirect(`/cases/${params.case}/stages/${gone.value.stage}/review?done=discarded`) : refusal(gone);
}

export default function Removal() {
  return <CommentOnAnswer page={useLoaderData<typeof loader>().page} errors={useActionData<typeof action>()?.errors ?? []} />;
}
