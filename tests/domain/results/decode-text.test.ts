import { describe, expect, it } from 'vitest';
import { decodeText } from '#app/domain/results/decode-text.ts';

const bytes = (...all: (number[] | string | Buffer)[]) => new Uint8Array(Buffer.concat(all.map((part) => Buffer.from(part as string))));
const TEXT = 'Benefit,Note\n1,Café £5 – “so”\n';

describe('text out of bytes', () => {
  it.each([
    ['UTF-8', bytes(TEXT)],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], TEXT)],
    ['UTF-16 little end first', bytes([0xff, 0xfe], Buffer.from(TEXT, 'utf16le'))],
    ['UTF-16 big end first', bytes([0xfe, 0xff], Buffer.from(TEXT, 'utf16le').swap16())],
    ['Windows-1252', bytes('Benefit,Note\n1,Caf', [0xe9], ' ', [0xa3], '5 ', [0x96], ' ', [0x93], 'so', [0x94], '\n')],
  ])('%s', (_, given) => expect(decodeText(given)).toEqual({ ok: true, text: TEXT }));

  it.each([
    ['a byte that is no letter in any of them', bytes('1,Caf', [0xe9, 0x81]), /cannot be read/],
    ['UTF-16 that ends in half a letter', bytes([0xff, 0xfe, 0x41, 0x00, 0x41]), /cannot be read/],
    ['UTF-16 without its mark', bytes(Buffer.from(TEXT, 'utf16le')), /cannot be read|must be text/],
    ['a workbook', bytes([0x50, 0x4b, 0x03, 0x04], 'xl/workbook.xml'), /must be text/],
    ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /must be text/],
    ['nothing', bytes(''), /is empty/],
  ])('refuses %s', (_, given, message) => expect(decodeText(given)).toEqual({ ok: false, message: expect.stringMatching(message) }));
});
