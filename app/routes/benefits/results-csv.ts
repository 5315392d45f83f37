import type { LoaderFunctionArgs } from '@remix-run/node';
import { benefitPage } from '#app/domain/benefits/benefit-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { toCsv } from '#app/lib/csv.ts';
import { csvFile, notFound } from '#app/lib/responses.ts';
import { TONES } from '#workflows/spc/chart-in-words.ts';
import { caseAsked } from '../stages/door.server.ts';

/** The numbers behind one chart: the results in force, oldest first. */
export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await benefitPage(reader(), file, asked.params.benefit!)) ?? notFound();
  const { name, unit } = page.view.of;
  const head = ['Period to', `${name}${unit ? ` (${unit})` : ''}`, 'Out of', 'Beside chance', 'Note'];
  return csvFile(`${page.case.reference}-benefit-${page.view.number}`, toCsv([head, ...page.view.chart.points.map(({ on, value, n, tone, note }) => [on, value, n ?? null, TONES[tone], note ?? ''])]));
}
