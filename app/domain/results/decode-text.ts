/** Text out of bytes, or why not: a sentence for the person who chose the file. */
export type Decoded = { ok: true; text: string } | { ok: false; message: string };

const NOT_TEXT = 'The selected file must be text. In your spreadsheet choose “Save as”, then “CSV UTF-8”, and select that file';
const UNREADABLE = 'Some letters in the selected file cannot be read, so nothing was taken from it. Save it as “CSV UTF-8” and select that file';
/** Bytes that Windows-1252 gives no letter. */
const NO_LETTER = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252 where every byte is a letter of it. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, message: 'The selected file is empty' };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, message: NOT_TEXT };
  const marked = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
  const text = decoded(bytes, marked ?? 'utf-8') ?? (!marked && !bytes.some((byte) => NO_LETTER.has(byte)) ? decoded(bytes, 'windows-1252') : undefined);
  if (text === undefined) return { ok: false, message: UNREADABLE };
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) ? { ok: false, message: NOT_TEXT } : { ok: true, text };
}

const startsWith = (bytes: Uint8Array, ...begin: number[]) => begin.every((byte, i) => bytes[i] === byte);

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
