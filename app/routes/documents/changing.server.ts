import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { documentPage, type DocumentPage } from '#app/domain/evidence/documents-page.server.ts';
import { requireActor, type Actor } from '#app/domain/people/actor.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';

/** The document of the address, for someone who may replace or withdraw it; anyone else is told that they may not. */
export async function documentToChange({ request, context, params }: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>): Promise<{ actor: Actor; page: DocumentPage }> {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await documentPage(reader(), file, params.document!)) ?? notFound();
  return page.mayChange ? { actor, page } : forbidden('Only the team, or the person who added it, can change this document.');
}

/** The loader of a page that changes a document: one no longer in force leads to what became of it. */
export async function loadToChange(args: LoaderFunctionArgs): Promise<DocumentPage> {
  const { page } = await documentToChange(args);
  if (page.document.state !== 'current') throw redirect(`/cases/${page.case.id}/documents/${page.document.id}`);
  return page;
}
