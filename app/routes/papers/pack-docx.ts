import type { LoaderFunctionArgs } from '@remix-run/node';
import { packAsked } from './pack-asked.server.ts';
import { docxFile } from './paper-file.server.ts';

/** The chosen parts of a board pack as a Word file. */
export const loader = async (asked: LoaderFunctionArgs) => docxFile((await packAsked(asked)).paper);
