import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { refusalOf } from '#app/domain/outbox/mail-page.server.ts';
import { liftRefusal } from '#app/domain/outbox/mend-mail.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';

/** A person says that their own address works again; nothing to do when it was never refused. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const refusal = await refusalOf(actor);
  if (refusal) await liftRefusal(actor, refusal.id);
  return redirect('/account?done=address');
}

export const loader = (): never => notFound();
