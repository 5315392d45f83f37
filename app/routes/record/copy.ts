import { createReadableStreamFromReadable, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { today } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { zipped } from '#app/domain/programme/evaluation/zip-writer.server.ts';
import { caseBundle, noteCopy } from '#app/domain/record/case-bundle.server.ts';
import { notFound, refusal } from '#app/lib/responses.ts';
import { download } from '../programme/download.ts';

/** The whole case as one zip, written while it is sent. That it was taken is in the record, and in the copy. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const noted = await noteCopy(actor, params.case!);
  if (!noted.ok) return refusal(noted);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const on = today();
  const zip = Readable.from(zipped(await caseBundle(reader(), file), on));
  return new Response(createReadableStreamFromReadable(zip), { headers: download(`${noted.value.reference}-${on}.zip`, 'application/zip') });
}

export const loader = ({ params }: { params: Record<string, string | undefined> }) => redirect(`/cases/${params.case}/record`);
