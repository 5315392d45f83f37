import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { recordPage } from '#app/domain/decisions/record-page.server.ts';
import { recordPaper } from '#app/domain/papers/record-paper.ts';
import { notFound } from '#app/lib/responses.ts';
import { readingAsked } from '../stages/door.server.ts';
import { pdfFile } from './paper-file.server.ts';

/** The record of a decision as a PDF. */
export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  return pdfFile(recordPaper((await recordPage(reader(), file, asked.params.stage!, asked.params.decision!)) ?? notFound()));
}
