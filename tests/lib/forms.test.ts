import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chosen, errorAt, many, parseForm } from '#app/lib/forms.ts';

const formOf = (...fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};
const schema = z.strictObject({
  name: z.string({ error: 'Enter a name' }).min(1, 'Enter a name'),
  stages: many(z.enum(['proposal', 'contract'])),
  password: z.string().optional(),
});

describe('reading a form', () => {
  test('gives what the schema makes of it', () => {
    expect(parseForm(formOf(['name', 'Ann'], ['stages', 'proposal'], ['stages', 'contract']), schema)).toEqual({ ok: true, value: { name: 'Ann', stages: ['proposal', 'contract'] } });
    expect(parseForm(formOf(['name', 'Ann'], ['stages', 'proposal']), schema)).toMatchObject({ value: { stages: ['proposal'] } });
    expect(parseForm(formOf(['name', 'Ann']), schema)).toMatchObject({ value: { stages: [] } });
  });

  test('keeps what was typed, all but passwords', () => {
    const read = parseForm(formOf(['name', ''], ['stages', 'proposal'], ['stages', 'contract'], ['password', 'secret']), schema);
    expect(read).toEqual({ ok: false, errors: [{ id: 'name', message: 'Enter a name' }], values: { name: '', stages: 'proposal\ncontract' } });
    expect(!read.ok && chosen(read.values, 'stages')).toEqual(['proposal', 'contract']);
    expect(!read.ok && errorAt(read.errors, 'name')).toEqual({ error: 'Enter a name' });
    expect(errorAt([], 'name')).toEqual({});
  });

  test('refuses a field sent twice where one is asked for, and one that is not asked for', () => {
    expect(parseForm(formOf(['name', 'Ann'], ['name', 'Ben']), schema)).toMatchObject({ ok: false, errors: [{ id: 'name' }] });
    const unknown = parseForm(formOf(['name', 'Ann'], ['posts', 'admin']), schema);
    expect(unknown).toMatchObject({ ok: false, errors: [{ id: 'main', message: 'This form has changed since you opened it. Reload the page and try again' }] });
    expect(parseForm(formOf(['name', 'Ann'], ['__proto__', 'x']), schema)).toMatchObject({ ok: false });
    expect(parseForm(formOf(['name', 'Ann'], ['constructor', 'x']), schema)).toMatchObject({ ok: false });
  });

  test('makes lines end one way and leaves out what PostgreSQL and pages cannot hold', () => {
    expect(parseForm(formOf(['name', 'a\r\nb\rc\u0000\u0007d\te']), schema)).toMatchObject({ value: { name: 'a\nb\ncd\te' } });
  });
});
