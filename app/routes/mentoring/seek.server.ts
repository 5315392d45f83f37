import type { LoaderFunctionArgs } from '@remix-run/node';
import { maySeekMentor, maySeeSearch } from '#app/domain/mentoring/mentoring.policy.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';

/** The case, for who looks for its mentor: the lead or the support unit. To those who judge it the search is not there. */
export async function seekAsked(args: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>) {
  const asked = await caseAsked(args);
  if (!maySeeSearch(asked.file.roles)) notFound();
  return maySeekMentor(asked.file.roles) ? asked : forbidden('Only the team lead or the support unit can look for a mentor.');
}
