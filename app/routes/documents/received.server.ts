import { data } from '@remix-run/node';
import type { z } from 'zod';
import { isFull, storeFile, type Stored } from '#app/domain/evidence/file-store.server.ts';
import { receiveUpload, type Upload } from '#app/domain/evidence/uploads.server.ts';
import { parseForm, typed, type FormError, type Typed } from '#app/lib/forms.ts';
import type { Again } from '#app/lib/responses.ts';

/** A file that is stored, as the commands take it. */
interface StoredFile {
  fileName: string;
  mediaType: string;
  stored: Stored;
}
type Arrived<T> =
  | { ok: true; value: T; file: StoredFile; values: Typed }
  | { ok: false; errors: FormError[]; values: Typed; status: 422 | 503 };

/** Reads a form with a file by its schema, and stores the file when all is well. What was typed comes back whichever part is refused. */
export async function receive<S extends z.ZodType>(request: Request, schema: S): Promise<Arrived<z.output<S>>> {
  try {
    return await receiveUpload(request, (upload) => settle(upload, schema));
  } catch (error) {
    return notRead(error);
  }
}

async function settle<S extends z.ZodType>({ form, file }: Upload, schema: S): Promise<Arrived<z.output<S>>> {
  const [read, values] = [parseForm(form, schema), typed(form)];
  if (!read.ok || !file.ok) {
    // A browser never keeps the file of a form that comes back.
    const about = file.ok ? 'Select the file again, because the page could not keep it' : file.reason;
    return { ok: false, errors: [...(read.ok ? [] : read.errors), { id: 'file', message: about }], values, status: 422 };
  }
  try {
    const { bytes, ...named } = file.value;
    return { ok: true, value: read.value, file: { ...named, stored: await storeFile([bytes]) }, values };
  } catch (error) {
    if (isFull(error)) return full(values);
    throw error;
  }
}

const UNREADABLE = /^(FormDataParseError|Max\w+ExceededError)$/;

function notRead(error: unknown): Arrived<never> {
  if (isFull(error)) return full({});
  const { name, code } = error as { name?: string; code?: string };
  if (code === 'ABORT_ERR') return { ok: false, errors: [{ id: 'file', message: 'The file arrived too slowly and was not added. Try again on a faster connection, or with a smaller file' }], values: {}, status: 422 };
  if (UNREADABLE.test(name ?? '')) return { ok: false, errors: [{ id: 'main', message: 'This form could not be read. Open the page again and add one file at a time' }], values: {}, status: 422 };
  throw error;
}

/** The file could not be written: nothing is wrong with what was sent. */
const full = (values: Typed): Arrived<never> => ({
  ok: false, values, status: 503,
  errors: [{ id: 'file', message: 'Files cannot be stored just now, so this one was not added. Try again in a few minutes, or tell the support unit' }],
});

/** The same page again, with what to mend. */
export const again = ({ errors, values, status }: { errors: FormError[]; values: Typed; status: number }) =>
  data<Again>({ errors, values }, { status, ...(status === 503 && { headers: { 'Retry-After': '60' } }) });
