import type { LoaderFunctionArgs } from '@remix-run/node';
import { newsSoFar } from '#app/domain/live/case-news.server.ts';
import { caseStream } from '#app/domain/live/case-stream.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { caseAsked } from '../stages/door.server.ts';

/** What happens in the case while a page of it is open. A browser that was cut off says what it heard last. */
export async function loader(asked: LoaderFunctionArgs) {
  const { actor, file } = await caseAsked(asked);
  const after = Number(asked.request.headers.get('Last-Event-ID') ?? new URL(asked.request.url).searchParams.get('after'));
  return caseStream(asked.request, actor.id, file.case.id, Number.isSafeInteger(after) && after > 0 ? after : await newsSoFar(reader(), file.case.id));
}
