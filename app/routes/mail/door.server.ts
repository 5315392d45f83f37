import type { LoaderFunctionArgs } from '@remix-run/node';
import { maySeeMail } from '#app/domain/outbox/mail.policy.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';

/** Who asks; to all but the support unit and administrators there is no such page. */
export async function atMail({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) {
  const actor = await requireActor(request, context);
  return maySeeMail(actor) ? actor : notFound();
}
