import { crc32, deflateRawSync } from 'node:zlib';

/** One entry to put into a zip; `lies` are sizes its directory states instead of the true ones. */
export interface Entry {
  name: string;
  text?: string | Buffer;
  stored?: boolean;
  encrypted?: boolean;
  lies?: { packed?: number; unpacked?: number };
}

/** A zip by its specification, so that wrong ones can be made too. */
export function zip(entries: Entry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text = '', stored, encrypted, lies } of entries) {
    const [raw, file] = [Buffer.from(text), Buffer.from(name)];
    const packed = stored ? raw : deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(encrypted ? 1 : 0, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(lies?.packed ?? packed.length, 14);
    head.writeUInt32LE(lies?.unpacked ?? raw.length, 18);
    head.writeUInt16LE(file.length, 22);
    locals.push(Buffer.from('PK\u0003\u0004'), head, file, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), head, place, file);
    at += 30 + file.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listing, end]);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const CONTENT: Record<string, string> = {
  docx: `${OFFICE}wordprocessingml.document.main+xml`,
  xlsx: `${OFFICE}spreadsheetml.sheet.main+xml`,
  pptx: `${OFFICE}presentationml.presentation.main+xml`,
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
};
const PART: Record<string, string> = { docx: 'word/document.xml', docm: 'word/document.xml', xlsx: 'xl/workbook.xml', xlsm: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' };

export const office = (kind: keyof typeof CONTENT, more: Entry[] = []): Buffer =>
  zip([
    { name: '[Content_Types].xml', text: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${PART[kind]}" ContentType="${CONTENT[kind]}"/></Types>` },
    { name: PART[kind]!, text: '<?xml version="1.0"?><document>Words</document>' },
    ...more,
  ]);

export const openDocument = (kind: 'text' | 'spreadsheet' | 'graphics', more: Entry[] = []): Buffer =>
  zip([{ name: 'mimetype', text: `application/vnd.oasis.opendocument.${kind}`, stored: true }, { name: 'content.xml', text: '<office/>' }, ...more]);

export const pdf = (inside = ''): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${inside}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`);
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0'), Buffer.alloc(40, 1), Buffer.from([0xff, 0xd9])]);
export const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)]);
/** The old container: .doc, .xls, and any Office file with a password. */
export const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
