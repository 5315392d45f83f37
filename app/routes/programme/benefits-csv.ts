import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { reader } from '#app/domain/database.server.ts';
import { benefitsCsv } from '#app/domain/programme/evaluation/bundle.server.ts';
import { filterOf } from '#app/domain/programme/programme-scope.server.ts';
import { searchIn } from '#app/domain/programme/programme-search.ts';
import { STEPS, stepOf } from '#app/domain/programme/steps.ts';
import { atProgramme } from './door.server.ts';
import { download } from './download.ts';

/** The benefits of a list, all pages of it, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, asked } = await atProgramme(args);
  const step = stepOf(asked.get('step') ?? '') ?? STEPS[0]!;
  const { filter } = await filterOf(reader(), scope, searchIn(asked));
  return new Response(createReadableStreamFromReadable(Readable.from(benefitsCsv(reader(), filter, step.places))), { headers: download(`benefits-${step.key}.csv`, 'text/csv; charset=utf-8') });
}
