import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Row } from '#db/schema.ts';
import { checkImport, type Against } from '#app/domain/results/check-import.server.ts';

/** As much of a benefit as a table of results is held against. */
const benefit = (number: number, title: string, unit: string) => ({ id: `b${number}`, number, title, unit, baseline_on: '2026-12-31', withdrawn_at: null }) as Row<'benefits'>;
const AGAINST: Against = { benefits: [benefit(1, 'Shorter waits', 'weeks'), benefit(2, 'Seen soon', '%')], inForce: [], whyNot: () => null, today: '2027-12-31' };

const odd = fc.string({ unit: fc.constantFrom('1', '2', '0', '-', '/', '%', '£', '.', ',', '=', '@', ' ', 'w', 'é', '"', '\n', '😀'), maxLength: 12 });
const day = fc.constantFrom('2027-01-31', '28/02/2027', '31 3 2027', '30 April 2027', '2027-13-01', '01/02/2028');
const cell = fc.oneof(odd, day, fc.constantFrom('12', '50%', '1', '2', 'Shorter waits', 'B', ''));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const HEAD = ['Benefit', 'Period from', 'Period to', 'Result', 'Numerator', 'Denominator', 'People or cases', 'Quality', 'Note'];

it('answers to any table, says of each row what it is, and calls new only what can be recorded as it stands', () => {
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { maxLength: 12 }), (rows) => {
    const checked = checkImport([HEAD, ...rows].map((row) => row.map(quoted).join(',')).join('\n'), AGAINST);
    if (!checked.ok) return expect(checked.message).not.toBe('');
    expect(checked.rows.length + checked.empty).toBeLessThanOrEqual(rows.length);
    for (const row of checked.rows) expect(row.status).toBe(Object.keys(row.wrong).length ? 'error' : 'new');
    const fresh = checked.rows.filter((row) => row.status === 'new');
    for (const { form } of fresh) expect([typeof form!.value, form!.periodOn <= AGAINST.today, form!.periodOn > '2026-12-31']).toEqual(['number', true, true]);
    const ends = fresh.map(({ benefit: of, form }) => `${of!.id} ${form!.periodOn}`);
    expect(new Set(ends).size).toBe(ends.length);
    const notes = fresh.map(({ form }) => form!.note);
    expect(notes.filter((note) => /^[=+\-@]/.test(note) && !/^-[\d.,\s]*\d\s*%?$/.test(note))).toEqual([]);
  }), { numRuns: 2000 });
});

it('takes columns in any order and by other names, and names those it does not read', () => {
  const checked = checkImport('Comments\tDATA QUALITY\tValue\tPeriod end\tBenefit no.\tWard\nfine\tA\t12\t2027-01-31\t1\tElm\n', AGAINST);
  expect(checked).toMatchObject({ ok: true, unread: ['Ward'], rows: [{ line: 2, status: 'new', form: { value: 12, periodOn: '2027-01-31', quality: 'A', note: 'fine' } }] });
});

it('finds a benefit by its title alone, and refuses a number that belongs to another title', () => {
  expect(checkImport('Title,Period to,Result,Quality\nseen soon ,2027-01-31,x,A\n', AGAINST)).toMatchObject({ rows: [{ benefit: { number: 2 } }] });
  expect(checkImport('Benefit,Title,Period to,Result,Quality\n2,Shorter waits,2027-01-31,12,A\n', AGAINST)).toMatchObject({ rows: [{ wrong: { title: 'Benefit 2 is called “Seen soon”. Check the number' } }] });
});
