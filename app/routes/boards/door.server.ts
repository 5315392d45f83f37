import type { LoaderFunctionArgs } from '@remix-run/node';
import { boardPage, type BoardPage } from '#app/domain/boards/board-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { readingAsked } from '../stages/door.server.ts';

/** The board of a stage for who asks, or the end of the request. */
export async function boardAsked(asked: LoaderFunctionArgs): Promise<BoardPage> {
  const { file } = await readingAsked(asked);
  const found = await boardPage(reader(), file, asked.params.stage!);
  if (found.ok) return found.page;
  return found.status === 403 ? forbidden('Only the people who advise and decide follow a board. Its views are in the decision record.') : notFound();
}
