import { data } from '@remix-run/node';
import type { z } from 'zod';
import { isFull } from '#app/domain/evidence/file-store.server.ts';
import { receiveUpload, type Received } from '#app/domain/evidence/uploads.server.ts';
import { parseForm, typed, type FormError, type Typed } from '#app/lib/forms.ts';
import type { Again } from '#app/lib/responses.ts';

type Arrived<T> =
  | { ok: true; value: T; file: Received; values: Typed }
  | { ok: false; errors: FormError[]; values: Typed; status: 422 | 503 };

/** Reads a form with a file by its schema. What was typed comes back whichever part is refused. */
export async function receive<S extends z.ZodType>(request: Request, schema: S): Promise<Arrived<z.output<S>>> {
  try {
    const { form, file } = await receiveUpload(request);
    const read = parseForm(form, schema);
    if (read.ok && file.ok) return { ok: true, value: read.value, file: file.value, values: typed(form) };
    // A browser never keeps the file of a form that comes back.
    const about = file.ok ? 'Select the file again, because the page could not keep it' : file.reason;
    return { ok: false, errors: [...(read.ok ? [] : read.errors), { id: 'file', message: about }], values: typed(form), status: 422 };
  } catch (error) {
    return notRead(error);
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
export const full = (values: Typed): Arrived<never> & { ok: false } => ({
  ok: false, values, status: 503,
  errors: [{ id: 'file', message: 'Files cannot be stored just now, so this one was not added. Try again in a few minutes, or tell the support unit' }],
});

/** The same page again, with what to mend. */
export const again = ({ errors, values, status }: { errors: FormError[]; values: Typed; status: number }) =>
  data<Again>({ errors, values }, { status, ...(status === 503 && { headers: { 'Retry-After': '60' } }) });
