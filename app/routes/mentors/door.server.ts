import type { LoaderFunctionArgs } from '@remix-run/node';
import { mayKeepMentors, maySeeQueue } from '#app/domain/mentors/mentors.policy.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** Who keeps the directory; to everybody else these pages are not there. */
export async function keeperAsked({ request, context }: Asked) {
  const actor = await requireActor(request, context);
  return mayKeepMentors(actor) ? actor : notFound();
}

/** Who sees what the support unit works with. */
export async function queueAsked({ request, context }: Asked) {
  const actor = await requireActor(request, context);
  return maySeeQueue(actor) ? actor : notFound();
}
