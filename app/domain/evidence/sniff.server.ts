import { fileTypeFromBuffer } from 'file-type';
import { zipEntries, zipText, type ZipEntry } from './zip.server.ts';

/** What a file proved to be, or why it is refused: a sentence for the person who chose it. */
export type Sniffed = { ok: true; mediaType: string } | { ok: false; reason: string };

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OPEN = 'application/vnd.oasis.opendocument.';
/** Every kind of file that is taken, by the ending of its name. */
const TYPES: Record<string, readonly string[]> = {
  pdf: ['application/pdf'],
  docx: [`${OFFICE}wordprocessingml.document`],
  xlsx: [`${OFFICE}spreadsheetml.sheet`],
  pptx: [`${OFFICE}presentationml.presentation`],
  odt: [`${OPEN}text`],
  ods: [`${OPEN}spreadsheet`],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  heic: ['image/heic', 'image/heif'],
};
const TEXTS: Record<string, string> = { csv: 'text/csv; charset=utf-8', txt: 'text/plain; charset=utf-8' };

const MUST_BE = 'The selected file must be a PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text or image file';
const DISGUISED = 'The selected file must be what its name says';
const LOCKED = 'The selected file is password protected. Save a copy without a password and select that';
const MACROS = 'The selected file must not have macros in it. Save a copy without macros, such as .docx or .xlsx, and select that';
const BROKEN = 'The selected file must be whole. It ends too early or cannot be read: save a new copy and select that';
const SWOLLEN = 'The selected file must not unpack to so much more than its size. Save a new copy and select that';
const NOT_TEXT = 'The selected file must be plain text. If it is a spreadsheet, save it as “CSV UTF-8” or as Excel';

const no = (reason: string): Sniffed => ({ ok: false, reason });

/** Decides by its bytes what a file is. The name only says what it should be; what the browser declares is not asked. */
export async function sniff(bytes: Buffer, name: string): Promise<Sniffed> {
  if (bytes.length === 0) return no('The selected file is empty');
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const text = TEXTS[ending];
  if (text) return plainText(bytes) ? { ok: true, mediaType: text } : no(NOT_TEXT);
  if (/^(docm|dotm|xlsm|xltm|xlam|pptm|ppsm|potm)$/.test(ending)) return no(MACROS);
  const expected = TYPES[ending];
  if (!expected) return no(MUST_BE);
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  if (/macroenabled/i.test(found)) return no(MACROS);
  // A Word, Excel or PowerPoint file with a password is kept in the old container.
  if (found === 'application/x-cfb' && expected[0]!.startsWith(OFFICE)) return no(LOCKED);
  const wrong = faultOf(bytes, expected[0]!);
  if (wrong) return no(wrong);
  return expected.includes(found) ? { ok: true, mediaType: found } : no(`${DISGUISED}. Its name ends in .${ending}, but it is another kind of file`);
}

const MARKUP = /^\s*(<(!doctype|html|head|body|script|svg|\?xml|!--|iframe|img)|%PDF|\{\\rtf|#!)/i;

function plainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // eslint-disable-next-line no-control-regex
    return !/[\u0000-\u0008\u000e-\u001a\u007f]/.test(text) && !MARKUP.test(text) && !/<(script|svg|iframe)[\s>]/i.test(text);
  } catch {
    return false;
  }
}

/** What is wrong inside a file of this type; undefined when nothing is, or it is not of this type at all. */
function faultOf(bytes: Buffer, type: string): string | undefined {
  if (type.startsWith('application/vnd.') && bytes.toString('latin1', 0, 2) === 'PK') return faultOfZip(bytes, type);
  if (type === 'application/pdf' && bytes.toString('latin1', 0, 5) === '%PDF-') return faultOfPdf(bytes);
  if (type === 'image/png' && bytes.toString('latin1', 1, 4) === 'PNG') return bytes.lastIndexOf('IEND') > 0 ? undefined : BROKEN;
  if (type === 'image/jpeg' && bytes.readUInt8(0) === 0xff) return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0 ? undefined : BROKEN;
  return undefined;
}

function faultOfPdf(bytes: Buffer): string | undefined {
  if (!/startxref\s+\d+\s+%%EOF/.test(bytes.toString('latin1', Math.max(0, bytes.length - 4096)))) return BROKEN;
  if (/<(!doctype html|html|script)[\s>]/i.test(bytes.toString('latin1', 0, 1024))) return `${DISGUISED}. It is a PDF and a web page at once`;
  return bytes.includes('/Encrypt') ? LOCKED : undefined;
}

const MOST_ENTRIES = 5_000;
const MOST_UNPACKED = 300 * 2 ** 20;
const sum = (entries: readonly ZipEntry[], of: 'packed' | 'unpacked') => entries.reduce((total, entry) => total + entry[of], 0);

function faultOfZip(bytes: Buffer, type: string): string | undefined {
  const entries = zipEntries(bytes);
  if (!entries || sum(entries, 'packed') > bytes.length) return BROKEN;
  const unpacked = sum(entries, 'unpacked');
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED || (unpacked > 10 * 2 ** 20 && unpacked > bytes.length * 200)) return SWOLLEN;
  if (entries.some((e) => e.encrypted)) return LOCKED;
  if (entries.some((e) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(e.name))) return BROKEN;
  const macros = type.startsWith(OPEN) ? /^(Basic|Scripts)\// : /vbaProject\.bin$|vbaData\.xml$|macrosheets\//i;
  if (entries.some((e) => macros.test(e.name))) return MACROS;
  const manifest = type.startsWith(OPEN) && entries.find((e) => e.name === 'META-INF/manifest.xml');
  return manifest && /encryption-data/.test(zipText(bytes, manifest)) ? LOCKED : undefined;
}
