import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import type { CaseFile } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { decisionDesk, type DecisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { readingAsked } from '../stages/door.server.ts';

/** The signer's desk, or the end of the request: not theirs to see, not theirs to decide, or decided already. */
export async function deskAsked(asked: LoaderFunctionArgs): Promise<{ actor: Actor; file: CaseFile; desk: DecisionDesk }> {
  const { actor, file } = await readingAsked(asked);
  const found = await decisionDesk(reader(), file, asked.params.stage!);
  if (found.ok) return { actor, file, desk: found.desk };
  if (found.status === 404) notFound();
  if (found.status === 403) forbidden(`${found.reason}.`);
  throw redirect(`/cases/${file.case.id}/stages/${asked.params.stage}/decision/done`);
}

/** The desk on the pages after the first: without an outcome the first page asks for it. */
export async function chosenDesk(asked: LoaderFunctionArgs): Promise<{ actor: Actor; file: CaseFile; desk: DecisionDesk & { draft: { outcome: NonNullable<DecisionDesk['draft']['outcome']> } } }> {
  const { actor, file, desk } = await deskAsked(asked);
  const { outcome } = desk.draft;
  if (!outcome) throw redirect(`/cases/${file.case.id}/stages/${asked.params.stage}/decision`);
  return { actor, file, desk: { ...desk, draft: { ...desk.draft, outcome } } };
}
