import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { keepReading } from '#app/domain/stages/reading.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { refusal } from '#app/lib/responses.ts';

const review = ({ case: id, stage }: Record<string, string | undefined>) => `/cases/${id}/stages/${stage}/review`;

/** Keeps a reader's own ticks: the sections they have read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const sections = (await request.formData()).getAll('read').map(String);
  const kept = await keepReading(actor, params.case!, params.stage!, sections);
  return kept.ok ? redirect(`${review(params)}?done=read`) : refusal(kept);
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(review(params));
