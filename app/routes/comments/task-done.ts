import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { tickTask } from '#app/domain/comments/comment-tasks.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound, refusal } from '#app/lib/responses.ts';

/** There is no page at this address. */
export const loader = (): never => notFound();

/** A task is ticked off; pressed twice, it stays so. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const ticked = await tickTask(actor, params.case!, params.comment!, params.task!);
  return ticked.ok || ticked.status === 409 ? redirect(`/cases/${params.case}/comments/${params.comment}?done=ticked`) : refusal(ticked);
}
