import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { withdrawInvite } from '#app/domain/people/invite-person.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';

/** Takes an invitation back. Pressed twice, or after it was accepted, it leads to the list that says how things stand. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const taken = await withdrawInvite(actor, params.case!, params.invitation!);
  if (!taken.ok && taken.status === 404) notFound();
  if (!taken.ok && taken.status === 403) forbidden(taken.reasons[0]?.message ?? '');
  return redirect(`/cases/${params.case}/people`);
}

export const loader = (): never => notFound();
