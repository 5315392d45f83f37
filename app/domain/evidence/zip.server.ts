import { inflateRawSync } from 'node:zlib';

/** One entry of a zip's own directory. Sizes in bytes, as the directory states them. */
export interface ZipEntry {
  name: string;
  packed: number;
  unpacked: number;
  encrypted: boolean;
  /** How it is packed: 0 not at all, 8 deflate. */
  method: number;
  /** Where its local header begins. */
  at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_LISTED = 20_000;

/** The directory of a zip; undefined when it has none or it is broken off. Nothing is unpacked. */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  const count = bytes.readUInt16LE(end + 10);
  while (entries.length < Math.min(count, MOST_LISTED)) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The text of one entry, at most a megabyte of it; empty when it cannot be read. */
export function zipText(bytes: Buffer, entry: ZipEntry): string {
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL) return '';
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed.toString('utf8', 0, 2 ** 20);
  try {
    return inflateRawSync(packed, { maxOutputLength: 2 ** 20 }).toString('utf8');
  } catch {
    return '';
  }
}

// The record at the end may be followed by a comment of up to 65,535 bytes.
function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return undefined;
}
