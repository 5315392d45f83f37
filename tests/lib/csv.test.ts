import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#app/lib/csv.ts';

/** A reader of RFC 4180 written for the test: every quote, comma and line end by the letter. */
function read(file: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], '', false];
  for (let i = 0; i < file.length; i += 1) {
    const c = file[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (file[i + 1] === '"') [cell, i] = [cell + '"', i + 1];
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === ',') [row, cell] = [[...row, cell], ''];
    else if (c === '\r' && file[i + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell, i] = [[], '', i + 1];
    } else cell += c;
  }
  expect([row, cell, quoted], 'the last line has its end').toEqual([[], '', false]);
  return rows;
}

describe('a CSV file', () => {
  it('begins with the mark of UTF-8, and each line ends with CRLF', () => {
    expect(toCsv([['code', 'n'], ['£5, "so"', 3]])).toBe('\uFEFFcode,n\r\n"£5, ""so""",3\r\n');
    expect([...new TextEncoder().encode(toCsv([])).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
  it.each([
    ['=1+1', `'=1+1`], ['+44 20', `'+44 20`], ['-2+3', `'-2+3`], ['@SUM(A1)', `'@SUM(A1)`], ['\t=1', `'\t=1`], ['\r=1', `"'\r=1"`], ['=A1,"x"', `"'=A1,""x"""`],
    ['a=1', 'a=1'], ['', ''], [' =1', ' =1'], ['two\nlines', '"two\nlines"'],
  ])('writes the text %j as %j', (text, cell) => expect(toCsv([[text]])).toBe(`\uFEFF${cell}\r\n`));
  it.each([[-2.5, '-2.5'], [0, '0'], [1e6, '1000000'], [3.55, '3.55'], [null, ''], [Number.NaN, ''], [-Infinity, '']])('writes %s as %j', (value, cell) => expect(toCsv([[value]])).toBe(`\uFEFF${cell}\r\n`));

  it('gives back what was written, and no cell that a spreadsheet would run', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', 'a', 'é') }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (rows) => {
      const back = read(toCsv(rows).slice(1));
      expect(back).toEqual(rows.map((row) => row.map((value) => (typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '')))));
      rows.forEach((row, r) => row.forEach((value, c) => {
        if (typeof value === 'number') expect(Number(back[r]![c])).toBe(Object.is(value, -0) ? 0 : value);
        else expect(back[r]![c]).not.toMatch(/^[=+\-@\t\r]/);
      }));
    }), { numRuns: 2000 });
  });
});
