import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { finishAction } from '#app/domain/meetings/log-session.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';

/** Marks an action as done. Pressed twice it leads to the list that says so. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const finished = await finishAction(actor, params.case!, params.action!);
  if (!finished.ok && finished.status === 404) notFound();
  if (!finished.ok && finished.status === 403) forbidden(`${finished.reasons[0]?.message}.`);
  return redirect(`/cases/${params.case}/meetings?done=action`);
}

export const loader = (): never => notFound();
