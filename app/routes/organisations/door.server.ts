import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayNameSuccessor } from '#app/domain/organisations/organisations.policy.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';

/** Who asks; to all but the support unit and administrators there is no list of bodies. */
export async function atOrganisations({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const actor = await requireActor(request, context);
  return mayNameSuccessor(actor) ? actor : notFound();
}
