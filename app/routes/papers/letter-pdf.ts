import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { letterFor } from '#app/domain/papers/letter.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { readingAsked } from '../stages/door.server.ts';
import { pdfFile } from './paper-file.server.ts';

/** The letter to the team as a PDF. */
export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  return pdfFile(((await letterFor(reader(), file, asked.params.stage!, asked.params.decision!)) ?? notFound()).paper);
}
