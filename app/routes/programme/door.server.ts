import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { scopeOf } from '#app/domain/programme/programme-scope.server.ts';
import { notFound } from '#app/lib/responses.ts';

/** Who asks, and what of the programme they see; to everybody else no programme is there. */
export async function atProgramme({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const actor = await requireActor(request, context);
  return { actor, scope: (await scopeOf(reader(), actor)) ?? notFound(), asked: new URL(request.url).searchParams };
}
