import type { ActionFunctionArgs } from '@remix-run/node';
import { notePresence } from '#app/domain/live/presence.server.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';

export const loader = () => notFound();

/** The page says where its person types. There is nothing to keep when their session has ended. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = (await actorOf(request, context)) ?? notFound();
  const noted = await notePresence(actor, params.case!, String((await request.formData()).get('question') ?? ''));
  return new Response(null, { status: noted.ok ? 204 : noted.status });
}
