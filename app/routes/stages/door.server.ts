import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { caseForActor, type CaseFile } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor, type Actor } from '#app/domain/people/actor.server.ts';
import { asksInterest } from '#app/domain/stages/reviews.policy.ts';
import { notFound } from '#app/lib/responses.ts';

type Asked = Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>;

/** Who asks, and the case through them: what every page of a case begins with. */
export async function caseAsked({ request, context, params }: Asked): Promise<{ actor: Actor; file: CaseFile }> {
  const actor = await requireActor(request, context);
  return { actor, file: (await caseForActor(reader(), actor, params.case!)) ?? notFound() };
}

/** The same for pages that show what was sent: a judge says first whether they have an interest. */
export async function readingAsked(asked: Asked): Promise<{ actor: Actor; file: CaseFile }> {
  const { actor, file } = await caseAsked(asked);
  if (asksInterest(file)) {
    const { pathname, search } = new URL(asked.request.url);
    throw redirect(`/cases/${file.case.id}/stages/${asked.params.stage}/interest?to=${encodeURIComponent(pathname + search)}`);
  }
  return { actor, file };
}
