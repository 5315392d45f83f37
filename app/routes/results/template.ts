import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { disposition } from '#app/domain/evidence/file-names.ts';
import { importPage, templateRows } from '#app/domain/results/import-page.server.ts';
import { toCsv } from '#app/lib/csv.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';

/** A table of what is due, to be filled in and sent back. */
export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await importPage(reader(), file)) ?? notFound();
  if (!page.mayImport) forbidden('Only the team and the people named to record results can add them.');
  return new Response(toCsv(await templateRows(reader(), file)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': disposition(`${page.case.reference} results.csv`), 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' },
  });
}
