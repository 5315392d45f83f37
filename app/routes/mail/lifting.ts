import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { liftRefusal } from '#app/domain/outbox/mend-mail.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { atMail } from './door.server.ts';

/** Says that a refused address works again. Pressed twice, it leads to the page that says how things stand. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const lifted = await liftRefusal(await atMail({ request, context }), params.refusal!);
  if (!lifted.ok && lifted.status === 404) notFound();
  return redirect('/mail?done=lifted');
}

export const loader = (): never => notFound();
