import { inflateRawSync } from 'node:zlib';

/** A zip as somebody else's program reads it: by its directory, each file checked by its own sum. Nothing of ours is used. */
export const filesIn = (zip: Buffer): Map<string, string> => new Map([...bytesIn(zip)].map(([name, bytes]) => [name, bytes.toString('utf8')]));

export function bytesIn(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('the directory is broken');
    const [crc, packed, unpacked, nameLength, begin] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (zip.readUInt32LE(begin) !== 0x04034b50) throw new Error(`${name} does not begin where it should`);
    const from = begin + 30 + zip.readUInt16LE(begin + 26) + zip.readUInt16LE(begin + 28);
    const bytes = inflateRawSync(zip.subarray(from, from + packed));
    if (bytes.length !== unpacked || sumOf(bytes) !== crc) throw new Error(`${name} is damaged`);
    files.set(name, bytes);
    at += 46 + nameLength;
  }
  return files;
}

/** The cyclic redundancy sum of zips, by its definition. */
function sumOf(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** Comma-separated text by RFC 4180, as rows of cells. */
export function cellsIn(text: string): string[][] {
  const [rows, plain]: [string[][], string] = [[], text.replace(/^\uFEFF/, '')];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i]!;
    if (quoted && sign === '"' && plain[i + 1] === '"') [cell, i] = [`${cell}"`, i + 1];
    else if (sign === '"') quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === ',') [row, cell] = [[...row, cell], ''];
    else if (sign === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')]);
      [row, cell] = [[], ''];
    } else cell += sign;
  }
  if (quoted || cell || row.length) throw new Error('the file breaks off');
  return rows;
}

/** The same as records by the names in the first row. */
export function recordsIn(text: string): Record<string, string>[] {
  const [names = [], ...rows] = cellsIn(text);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}
