import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { withdrawGuidance } from '#app/domain/guidance/consent-guidance.server.ts';
import { notFound, refusal } from '#app/lib/responses.ts';
import { sharedAsked } from './door.server.ts';

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await sharedAsked(args);
  const gone = await withdrawGuidance(actor, page.id);
  return gone.ok ? redirect(`/guidance/shared/${page.id}?done=ended`) : refusal(gone);
}

export const loader = () => notFound();
