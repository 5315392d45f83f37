import { Readable } from 'node:stream';
import { cleanFileName } from '#app/domain/evidence/file-names.ts';
import { decodeText } from '#app/domain/results/decode-text.ts';
import { typed, type FormError, type Typed } from '#app/lib/forms.ts';

const MOST_BYTES = 2 * 2 ** 20;
// The lines between the parts, and the names of the fields.
const MOST_BESIDE = 2 ** 16;

type Received = { ok: true; text: string; fileName: string } | { ok: false; errors: FormError[]; values: Typed };
const no = (id: string, message: string, values: Typed = {}): Received => ({ ok: false, errors: [{ id, message }], values });

/** Reads the form of a table of results: rows pasted in, or a file of text. What was pasted comes back when it is refused. */
export async function receiveTable(request: Request): Promise<Received> {
  const body = await readWithin(request, MOST_BYTES + MOST_BESIDE);
  if (!body) return no('main', 'That is more than 2 MB. Send fewer rows at a time. Nothing was saved');
  const form = await formIn(request, body);
  if (!form) return no('main', 'This form could not be read. Open the page again and try once more');
  const values = typed(form);
  const [file, pasted] = [form.get('file'), form.get('pasted')];
  const sent = file instanceof File && file.name !== '' ? file : undefined;
  const rows = typeof pasted === 'string' ? pasted : '';
  if (sent && rows.trim() !== '') return no('pasted', 'Paste the rows or select a file, not both', values);
  if (!sent) return rows.trim() === '' ? no('pasted', 'Paste the rows, or select a file', values) : { ok: true, text: rows, fileName: '' };
  if (sent.size > MOST_BYTES) return no('file', 'The selected file must be smaller than 2 MB. Send fewer rows at a time', values);
  const decoded = decodeText(new Uint8Array(await sent.arrayBuffer()));
  return decoded.ok ? { ok: true, text: decoded.text, fileName: cleanFileName(sent.name) } : no('file', decoded.message, values);
}

/** The body when it is at most so long; what is beyond is let go by, so that the sender can finish and read why. */
async function readWithin(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!request.body) return new Uint8Array();
  const kept: Uint8Array[] = [];
  let arrived = 0;
  for await (const chunk of Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]) as AsyncIterable<Uint8Array>) {
    arrived += chunk.byteLength;
    if (arrived <= most) kept.push(chunk);
    else kept.length = 0;
  }
  return arrived <= most ? new Uint8Array(Buffer.concat(kept)) : undefined;
}

const formIn = (request: Request, body: Uint8Array<ArrayBuffer>): Promise<FormData | undefined> =>
  new Response(body, { headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' } }).formData().catch(() => undefined);
