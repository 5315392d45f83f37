import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { takeBackStage } from '#app/domain/stages/read-submission.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';

/** Takes a version back while nobody on the approver's side has opened it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const taken = await takeBackStage(actor, params.case!, params.stage!);
  const path = `/cases/${params.case}/stages/${params.stage}`;
  if (taken.ok) return redirect(path);
  if (taken.status === 404) notFound();
  if (taken.status === 403) forbidden(taken.reasons.map((r) => r.message).join(' '));
  return redirect(`${path}/sent?opened=yes`);
}

export const loader = ({ params }: { params: Record<string, string | undefined> }) => redirect(`/cases/${params.case}/stages/${params.stage}`);
