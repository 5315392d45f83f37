import { z } from 'zod';
import { asNumber, asRows, asText, check, columnSum, type Check } from './check.ts';

const pounds = (pence: number) => `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })}`;

/** Checks any question may cite. `label` is the name of the thing in the sentence: "Contract end". */
export const coreChecks: Record<string, Check> = {
  /** The date must be after the date given to another question. */
  dateAfter: check({
    params: z.strictObject({ question: z.string(), label: z.string(), otherLabel: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const mine = asText(value);
      const other = asText(answer(p.question));
      return mine && other && mine <= other ? [{ message: `${p.label} must be after ${p.otherLabel}` }] : [];
    },
  }),
  /** The date must not be after today. */
  dateInPast: check({
    params: z.strictObject({ label: z.string() }),
    severity: 'block',
    run: ({ value, today }, p) => {
      const mine = asText(value);
      return mine && mine > today ? [{ message: `${p.label} must be today or in the past` }] : [];
    },
  }),
  /** The number must not be more than another answer's. */
  notMoreThan: check({
    params: z.strictObject({ question: z.string(), label: z.string(), otherLabel: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const mine = asNumber(value);
      const other = asNumber(answer(p.question));
      return mine !== undefined && other !== undefined && mine > other
        ? [{ message: `${p.label} must not be more than ${p.otherLabel}` }]
        : [];
    },
  }),
  /** A table column of percentages or weights must add up to `total`. */
  columnAddsUpTo: check({
    params: z.strictObject({ column: z.string(), label: z.string(), total: z.number().default(100) }),
    severity: 'block',
    run: ({ value }, p) => {
      const sum = columnSum(value, p.column);
      return asRows(value).length > 0 && Math.abs(sum - p.total) > 0.005
        ? [{ message: `${p.label} must add up to ${p.total}. They add up to ${Math.round(sum * 100) / 100}`, column: p.column }]
        : [];
    },
  }),
  /** A table column of money must add up to a money answer elsewhere, within `tolerancePence`. */
  columnMatchesMoney: check({
    params: z.strictObject({ column: z.string(), question: z.string(), label: z.string(), otherLabel: z.string(), tolerancePence: z.number().default(0) }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const other = asNumber(answer(p.question));
      const sum = columnSum(value, p.column);
      return other !== undefined && Math.abs(sum - other) > p.tolerancePence
        ? [{ message: `${p.label} add up to ${pounds(sum)}, but ${p.otherLabel} is ${pounds(other)}`, column: p.column }]
        : [];
    },
  }),
  /** The table needs one row at least for each of these option keys in `column`. */
  rowsInclude: check({
    params: z.strictObject({ column: z.string(), keys: z.array(z.string()), titles: z.array(z.string()) }),
    severity: 'block',
    run: ({ value }, p) => {
      const present = new Set(asRows(value).map((row) => row[p.column]));
      const missing = p.titles.filter((_, i) => !present.has(p.keys[i]!));
      return missing.length ? [{ message: `Add a row for each of these: ${missing.join(', ')}`, column: p.column }] : [];
    },
  }),
};
