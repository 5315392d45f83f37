import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { endConflict } from '#app/domain/mentors/declare-conflict.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound, refusal } from '#app/lib/responses.ts';

export async function action({ request, context, params }: ActionFunctionArgs) {
  const ended = await endConflict(await requireActor(request, context), params.conflict!);
  return ended.ok ? redirect('/mentoring/conflicts') : refusal(ended);
}

export const loader = () => notFound();
