import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { noteSharedReading } from '#app/domain/cases/shared-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { documentPage } from '#app/domain/evidence/documents-page.server.ts';
import { disposition } from '#app/domain/evidence/file-names.ts';
import { openFile } from '#app/domain/evidence/file-store.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';

/** A stored file, to be saved and never shown in the browser: what is in it is somebody else's. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const { document } = (await documentPage(reader(), file, params.document!)) ?? notFound();
  if (document.stage) await noteSharedReading(file, document.stage.key);
  const bytes = await openFile(document.sha256);
  return new Response(createReadableStreamFromReadable(bytes), {
    headers: {
      'Content-Type': document.mediaType,
      'Content-Length': String(document.bytes),
      'Content-Disposition': disposition(document.fileName),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store, no-transform',
    },
  });
}
