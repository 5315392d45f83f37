import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { acknowledgeAlert } from '#app/domain/alerts/close-alert.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';

/** Whoever must act on a warning says that they have seen it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const seen = await acknowledgeAlert(actor, params.case!, params.alert!);
  if (!seen.ok && seen.status === 404) notFound();
  if (!seen.ok && seen.status === 403) forbidden(seen.reasons.map((r) => r.message).join(' '));
  return redirect(`/cases/${params.case}/alerts`);
}

export const loader = () => notFound();
