import fc from 'fast-check';
import { expect, it } from 'vitest';
import { periodClashes, type Spanned } from '#app/domain/results/import-periods.ts';
import { addDays } from '#workflows/dates.ts';

const spanned = fc.record({ inFile: fc.boolean(), from: fc.option(fc.nat(40)), length: fc.nat(12) }).map(({ inFile, from, length }, ) => ({ inFile, from, to: (from ?? 20) + length }));
const day = (n: number) => addDays('2027-01-01', n);

/** Asked of every pair, as slowly as it can be. */
function bySlow(periods: readonly Spanned[]): Set<number> {
  const meets = (a: Spanned, b: Spanned) => a.to === b.to || ((a.from ?? a.to) <= b.to && (b.from ?? b.to) <= a.to);
  return new Set(periods.flatMap((a) => (a.line !== null && periods.some((b) => b !== a && meets(a, b)) ? [a.line] : [])));
}

it('finds every period that meets another, and no other', () => {
  fc.assert(fc.property(fc.array(spanned, { maxLength: 12 }), (given) => {
    const periods = given.map(({ inFile, from, to }, i): Spanned => ({ line: inFile ? i : null, from: from === null ? null : day(from), to: day(to) }));
    const found = periodClashes(periods);
    // Of three that meet, each is told of one of the others: once that is put right, the next is told.
    expect(new Set(found.map(({ row }) => row.line))).toEqual(bySlow(periods));
  }), { numRuns: 1000 });
});
