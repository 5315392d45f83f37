import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { placesFor } from '#app/domain/search/go-to.server.ts';

/** What the palette lists, for its script alone: the same as the pages of tasks, cases and search would show this person. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200);
  return Response.json({ places: await placesFor(reader(), actor, typed) }, { headers: { 'Cache-Control': 'private, no-store' } });
}
