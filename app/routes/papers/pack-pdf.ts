import type { LoaderFunctionArgs } from '@remix-run/node';
import { packAsked } from './pack-asked.server.ts';
import { pdfFile } from './paper-file.server.ts';

/** The chosen parts of a board pack as one PDF. */
export const loader = async (asked: LoaderFunctionArgs) => pdfFile((await packAsked(asked)).paper);
