import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file to pack: its text or bytes come in pieces, so that it is never all in memory. */
export interface ZipPart {
  name: string;
  text: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}
interface Packed {
  name: string;
  at: number;
  crc: number;
  packed: number;
  unpacked: number;
}

const [LOCAL, SUMS, ENTRY, END] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
/** Bit 3: sums stand after the data; bit 11: names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;

/** A zip as it is written, piece by piece. `on`, YYYY-MM-DD, dates its files. Up to 4 GB, packed and unpacked. */
export async function* zipped(parts: Iterable<ZipPart>, on: string): AsyncGenerator<Buffer> {
  const date = numbers([2, dosDate(on)]);
  const packed: Packed[] = [];
  let at = 0;
  for (const { name, text } of parts) {
    const entry: Packed = { name, at, crc: 0, packed: 0, unpacked: 0 };
    const begin = Buffer.concat([numbers([4, LOCAL], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0]), date, numbers([4, 0], [4, 0], [4, 0], [2, Buffer.byteLength(name)], [2, 0]), Buffer.from(name)]);
    yield begin;
    for await (const piece of deflated(text, entry)) yield piece;
    const sums = numbers([4, SUMS], [4, entry.crc], [4, entry.packed], [4, entry.unpacked]);
    yield sums;
    at += begin.length + entry.packed + sums.length;
    packed.push(entry);
  }
  const directory = Buffer.concat(packed.map((entry) => listed(entry, date)));
  yield directory;
  yield numbers([4, END], [2, 0], [2, 0], [2, packed.length], [2, packed.length], [4, directory.length], [4, at], [2, 0]);
}

/** The pieces of one file, packed; its sums are kept as they pass. */
async function* deflated(text: ZipPart['text'], entry: Packed): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const piece of text) {
      const bytes = Buffer.from(piece);
      entry.crc = crc32(bytes, entry.crc);
      entry.unpacked += bytes.length;
      yield bytes;
    }
  }
  const packing = createDeflateRaw();
  pipeline(Readable.from(counted()), packing, () => undefined); // a fault in the text ends the reading below with it
  for await (const piece of packing as AsyncIterable<Buffer>) {
    entry.packed += piece.length;
    yield piece;
  }
}

const listed = ({ name, at, crc, packed, unpacked }: Packed, date: Buffer) => Buffer.concat([
  numbers([4, ENTRY], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0]), date, numbers([4, crc], [4, packed], [4, unpacked], [2, Buffer.byteLength(name)], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), Buffer.from(name),
]);

/** Numbers in so many bytes each, the least first. */
function numbers(...given: [2 | 4, number][]): Buffer {
  const bytes = Buffer.alloc(given.reduce((sum, [size]) => sum + size, 0));
  given.reduce((at, [size, value]) => bytes.writeUIntLE(value, at, size), 0);
  return bytes;
}

/** A day as zips keep it: years since 1980, month, day. */
const dosDate = (on: string): number => {
  const [year = 1980, month = 1, day = 1] = on.split('-').map(Number);
  return (Math.max(0, year - 1980) << 9) | (month << 5) | day;
};
