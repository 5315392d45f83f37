import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { mentoringPage } from '#app/domain/mentoring/mentoring-pages.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';

/** Who asks, and the mentoring as they see it. */
export async function mentoringAsked({ request, context, params }: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>) {
  const actor = await requireActor(request, context);
  return { actor, page: (await mentoringPage(reader(), actor, params.mentoring!)) ?? notFound() };
}
