/** Text out of bytes, or why not: a sentence for the person who chose the file. */
export type Decoded = { ok: true; text: string } | { ok: false; message: string };

const NOT_TEXT = 'The selected file must be text. In your spreadsheet choose “Save as”, then “CSV UTF-8”, and select that file';
const UNREADABLE = 'Some letters in the selected file cannot be read, so nothing was taken from it. Save it as “CSV UTF-8” and select that file';
/** The letters of Windows-1252 from 0x80 to 0x9f. Five bytes have none. */
const LETTERS = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252 where every byte is a letter of it. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, message: 'The selected file is empty' };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, message: NOT_TEXT };
  const marked = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
  const text = decoded(bytes, marked ?? 'utf-8') ?? (marked ? undefined : windows1252(bytes));
  if (text === undefined || text.includes('\ufffd')) return { ok: false, message: UNREADABLE };
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

// Node 20 reads windows-1252 as Latin-1, so what differs is put in here.
const windows1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009f]/g, (letter) => LETTERS[letter.charCodeAt(0) - 0x80]!);
