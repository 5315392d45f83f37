import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { today } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { bundleFor } from '#app/domain/programme/evaluation/bundle.server.ts';
import { readMeFor } from '#app/domain/programme/evaluation/evaluation-page.server.ts';
import { zipped } from '#app/domain/programme/evaluation/zip-writer.server.ts';
import { atProgramme } from './door.server.ts';
import { download } from './download.ts';

/** The workbook, written while it is sent: it is never whole in memory. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await atProgramme(args);
  const parts = bundleFor(reader(), scope, await readMeFor(reader(), scope));
  const on = today();
  return new Response(createReadableStreamFromReadable(Readable.from(zipped(parts, on))), { headers: download(`slipway-evaluation-${on}.zip`, 'application/zip') });
}
