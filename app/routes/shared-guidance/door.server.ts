import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { sharedPage } from '#app/domain/guidance/shared-pages.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';

/** Who asks, and the proposal as they see it: it is there for those who have a say in it. */
export async function sharedAsked({ request, context, params }: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>) {
  const actor = await requireActor(request, context);
  return { actor, page: (await sharedPage(reader(), actor, params.shared!)) ?? notFound() };
}
