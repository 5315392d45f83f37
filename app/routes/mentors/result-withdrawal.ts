import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { dropMentorResult } from '#app/domain/mentors/register-mentor.server.ts';
import { notFound, refusal } from '#app/lib/responses.ts';
import { keeperAsked } from './door.server.ts';

export async function action(args: ActionFunctionArgs) {
  const actor = await keeperAsked(args);
  const { organisation, result } = args.params;
  const dropped = await dropMentorResult(actor, organisation!, result!);
  return dropped.ok ? redirect(`/mentors/${organisation}/results`) : refusal(dropped);
}

export const loader = () => notFound();
