import type { LoaderFunctionArgs } from '@remix-run/node';
import { schedulePage, scheduleRows } from '#app/domain/benefits/schedule-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { toCsv } from '#app/lib/csv.ts';
import { csvFile, notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';

/** The schedule of benefits as a table: one benefit a row. */
export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await schedulePage(reader(), file)) ?? notFound();
  return csvFile(`${page.case.reference}-schedule-of-benefits`, toCsv(scheduleRows(page)));
}
