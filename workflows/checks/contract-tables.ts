import { z } from 'zod';
import { fillLabels } from '../labels.ts';
import { asNumber, asRows, asText, check, type Check, type Row } from './check.ts';

/** Two names are the same service or liability whatever the case and the spaces. */
export const nameOf = (value: unknown): string => (asText(value) ?? '').trim().replaceAll(/\s+/g, ' ').toLowerCase();
const isFilled = (value: unknown) => asText(value) !== undefined || asNumber(value) !== undefined;

/** Checks of tables: given rows, holders of liabilities. */
export const contractTableChecks: Record<string, Check> = {
  /** One given row has at least so much in a column. Source: the rule's `because`. */
  rowAtLeast: check({
    params: z.strictObject({ row: z.string(), column: z.string(), least: z.number(), label: z.string(), unit: z.string(), because: z.string() }),
    severity: 'warn',
    run: ({ value, question }, p) => {
      const number = asNumber(asRows(value).find(({ row }) => row === p.row)?.[p.column]);
      const row = Math.max(0, question.fixedRows?.findIndex(({ key }) => key === p.row) ?? 0);
      return number !== undefined && number < p.least
        ? [{ message: `${p.label} has ${number}${p.unit}, under ${p.least}${p.unit}: ${p.because}`, row, column: p.column }]
        : [];
    },
  }),
  /** Every given row has something in every column that is not optional. A table left half empty is not an answer. */
  allRowsAnswered: check({
    params: z.strictObject({ noun: z.string() }),
    severity: 'block',
    run: ({ value, question, pathway }, p) => {
      const needed = (question.columns ?? []).filter(({ optional }) => !optional);
      const isFull = (row: Row | undefined) => row !== undefined && needed.every(({ key }) => isFilled(row[key]));
      const open = (question.fixedRows ?? []).filter(({ key }) => !isFull(asRows(value).find(({ row }) => row === key)));
      const titles = open.map(({ title }) => title).join(', ');
      return open.length ? [{ message: fillLabels(`Answer the rest of the ${p.noun}: ${titles}`, pathway.labels) }] : [];
    },
  }),
  /** Names the given rows whose choice is not one of `settled`. Slipway default. */
  rowsSettled: check({
    params: z.strictObject({ column: z.string(), settled: z.array(z.string()), message: z.string() }),
    severity: 'warn',
    run: ({ value, question, pathway }, p) => {
      const titleOf = (row: Row) => question.fixedRows?.find(({ key }) => key === row.row)?.title ?? String(row.row);
      const open = asRows(value).filter((row) => asText(row[p.column]) && !p.settled.includes(String(row[p.column])));
      const titles = open.map(titleOf).join(', ');
      return open.length ? [{ message: fillLabels(`${p.message}: ${titles}`, pathway.labels), column: p.column }] : [];
    },
  }),
  /** Every liability has a holder, and what the new body holds is covered. Source: National Audit Office, HC 1088, 2011. */
  liabilitiesHeld: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) => {
        const name = asText(row.liability) ?? `Row ${i + 1}`;
        if (row.after === 'open') return [{ message: `Agree who holds this liability: ${name}`, row: i, column: 'after' }];
        return row.after === 'enterprise' && (asNumber(row.amount) ?? 0) > 0 && (asText(row.cover) ?? 'none') === 'none'
          ? [{ message: `Say what covers this liability, such as insurance or reserves: ${name}`, row: i, column: 'cover' }]
          : [];
      }),
  }),
  /** Every liability of an earlier table is here too. Source: National Audit Office, HC 1088, 2011. */
  liabilitiesCarried: check({
    params: z.strictObject({ question: z.string(), column: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const here = new Set(asRows(value).map((row) => nameOf(row[p.column])));
      const missing = asRows(answer(p.question)).flatMap((row) => asText(row[p.column]) ?? []).filter((name) => !here.has(nameOf(name)));
      return missing.length ? [{ message: `You told us about these liabilities in the business case. Add each one: ${missing.join(', ')}` }] : [];
    },
  }),
};
