import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { dropView } from '#app/domain/views/saved-views.server.ts';
import { notFound, refusal } from '#app/lib/responses.ts';

export async function action({ request, context, params }: ActionFunctionArgs) {
  const dropped = await dropView(await requireActor(request, context), params.view!);
  return dropped.ok ? redirect(dropped.value.to) : refusal(dropped);
}

export const loader = () => notFound();
