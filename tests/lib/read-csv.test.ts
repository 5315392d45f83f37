import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#app/lib/read-csv.ts';

const cells = (text: string) => {
  const read = readCsv(text);
  return read.ok ? read.rows.map((row) => row.cells) : read.message;
};

describe('rows out of text', () => {
  it.each([
    ['commas and CRLF', 'a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2']]],
    ['tabs, as a spreadsheet copies', 'a\tb, c\n1\t2\n', [['a', 'b, c'], ['1', '2']]],
    ['semicolons, as some spreadsheets save', 'a;b\n1;2,5', [['a', 'b'], ['1', '2,5']]],
    ['a lone CR ends a line too', 'a,b\r1,2', [['a', 'b'], ['1', '2']]],
    ['quotes hold marks, breaks and quotes', 'a,b\n"1, 2","He said ""no""\r\ntwice"', [['a', 'b'], ['1, 2', 'He said "no"\r\ntwice']]],
    ['a quote inside a cell is a letter', 'a,b\n5" pipe,2', [['a', 'b'], ['5" pipe', '2']]],
    ['what follows a closing quote belongs to the cell', 'a,b\n"1" x,2', [['a', 'b'], ['1 x', '2']]],
    ['marks inside a quoted heading do not count', '"a;b;c",d\n1,2', [['a;b;c', 'd'], ['1', '2']]],
    ['empty cells stay', 'a,b,c\n,,', [['a', 'b', 'c'], ['', '', '']]],
    ['one column', 'a\n1', [['a'], ['1']]],
    ['nothing', '', []],
  ] as const)('%s', (_, text, rows) => expect(cells(text)).toEqual(rows));

  it('counts the rows as a spreadsheet does: blank ones too, and a cell over two lines once', () => {
    const read = readCsv('a,b\n\n"1\n1",2\n3,4');
    expect(read.ok && read.rows.map((row) => row.line)).toEqual([1, 3, 4]);
  });

  it('says which quote is never closed, and where there are too many rows', () => {
    expect(cells('a,b\n"1,2\n3,4')).toMatch(/row 2 and is never closed/);
    expect(readCsv('a\n1\n2', 1)).toEqual({ ok: false, message: expect.stringMatching(/more than 1 rows/) });
    expect(readCsv('a\n1\n2', 2).ok).toBe(true);
  });

  const mark = fc.constantFrom(',', '\t', ';');
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '\t', ';', '"', '\n', '\r', 'é', '😀') });
  it('reads back every table that was written by RFC 4180', () => {
    fc.assert(fc.property(mark, fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (by, table) => {
      const head = table[0]!.map((_, i) => `h${i}`);
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      expect(cells([head, ...table].map((row) => row.map(quote).join(by)).join('\r\n').replace(/"h(\d)"/g, 'h$1'))).toEqual([head, ...table]);
    }), { numRuns: 500 });
  });

  it('answers to any text at all, and loses no letter outside quotes', () => {
    fc.assert(fc.property(cell, (text) => {
      const read = readCsv(text);
      expect(read.ok || read.message.includes('never closed')).toBe(true);
      if (read.ok && !text.includes('"')) expect(read.rows.flatMap((row) => row.cells).join('').replace(/[,;\t\s]/g, '')).toBe(text.replace(/[,;\t\s]/g, ''));
    }), { numRuns: 2000 });
  });
});
