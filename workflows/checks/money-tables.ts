import { z } from 'zod';
import { cell, fiveYears, hasFigure, type Answers } from '../computed/five-year-model.ts';
import { listed, pounds } from '../computed/money-words.ts';
import { isSmallTeam } from '../small-team.ts';
import { asNumber, asRows, check, columnSum, type Check, type CheckInput, type Row } from './check.ts';

/** Sums this close are the same: people round to the pound. */
const ROUNDING_PENCE = 100;
const table = { column: z.string(), question: z.string(), row: z.string().optional(), otherColumn: z.string(), label: z.string(),
  otherLabel: z.string() };

/** How many years of figures this team gives: 3 for a small team, else 5. */
const yearsAsked = ({ answer, pathway }: Pick<CheckInput, 'answer' | 'pathway'>): number =>
  isSmallTeam(asNumber(answer('eoi.headcount')), asNumber(answer('eoi.budget')), pathway.smallTeam) ? 3 : 5;

/** A column of another table, or one line of it. Undefined when it has no figure. */
function otherFigure(answer: Answers, p: { question: string; row?: string | undefined; otherColumn: string }): number | undefined {
  if (p.row !== undefined) return cell(answer, p.question, p.row, p.otherColumn);
  const rows = asRows(answer(p.question));
  return hasFigure(rows, p.otherColumn) ? columnSum(rows, p.otherColumn) : undefined;
}

/** Cost and income lines of one year of the model against the totals the team states. */
function totalsAgainstLines({ value, answer }: CheckInput, wrong: (lines: number, stated: number) => boolean,
  say: (name: string, year: number, lines: string, stated: string) => string) {
  return asRows(value).flatMap((row, index) =>
    fiveYears(answer).flatMap((year) => {
      const column = `y${year.year}`;
      const stated = asNumber(row[column]);
      const lines = row.row === 'income' ? year.income : row.row === 'cost' ? year.cost : undefined;
      if (stated === undefined || lines === undefined || !wrong(lines, stated)) return [];
      return [{ message: say(String(row.row), year.year, pounds(lines), pounds(stated)), row: index, column }];
    }),
  );
}

const indexOf = (rows: readonly Row[], key: string): number | undefined => {
  const index = rows.findIndex((row) => row.row === key);
  return index < 0 ? undefined : index;
};
const at = (row: number | undefined, column: string) => (row === undefined ? { column } : { row, column });

/** Checks on tables of money: nothing left blank, and every sum agrees with the others. */
export const moneyTableChecks: Record<string, Check> = {
  /** Each year has a figure: 5 years, or 3 for a small team. Slipway default. */
  yearsFilled: check({
    params: z.strictObject({ label: z.string() }),
    severity: 'warn',
    run: (input, p) => {
      const rows = asRows(input.value);
      const empty = Array.from({ length: yearsAsked(input) }, (_, i) => i + 1).filter((year) => !hasFigure(rows, `y${year}`));
      if (rows.length === 0 || empty.length === 0) return [];
      return [{
        message: `Enter ${p.label} for ${listed(empty.map((year) => `year ${year}`))}, or 0 if there is none`, column: `y${empty[0]}`,
      }];
    },
  }),
  /** Irrecoverable VAT has a figure in every year asked for. Source: Value Added Tax Act 1994, section 41 and schedule 9; asking for it is a Slipway default. */
  vatFilled: check({
    params: z.strictObject({}),
    severity: 'block',
    run: (input) => {
      const rows = asRows(input.value);
      return Array.from({ length: yearsAsked(input) }, (_, i) => i + 1).flatMap((year) => {
        const row = indexOf(rows, `y${year}`);
        const filled = row !== undefined && asNumber(rows[row]?.vat) !== undefined;
        return filled ? [] : [{
          message: `Enter the VAT you cannot get back in year ${year}. Enter 0 only if your adviser says there is none`,
          ...at(row, 'vat'),
        }];
      });
    },
  }),
  /** VAT is the rate times the spending that carries it times the share not recovered. Source: Value Added Tax Act 1994, section 2. */
  vatAddsUp: check({
    params: z.strictObject({ rate: z.number().positive() }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, index) => {
        const [spend, share, vat] = [asNumber(row.vatable), asNumber(row.share), asNumber(row.vat)];
        if (spend === undefined || share === undefined || vat === undefined) return [];
        const expected = (spend * p.rate * share) / 10_000;
        if (Math.abs(expected - vat) <= Math.max(ROUNDING_PENCE, expected * 0.01)) return [];
        const how = `${p.rate}% of ${pounds(spend)}, with ${share}% not recovered, is ${pounds(expected)}`;
        return [{
          message: `VAT in year ${String(row.row).slice(1)} is ${pounds(vat)}, but ${how}. Change one of them`,
          row: index, column: 'vat',
        }];
      }),
  }),
  /** A column adds up to no more than a figure of another table. A part larger than the whole is a contradiction. */
  columnWithinTable: check({
    params: z.strictObject(table),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const sum = columnSum(value, p.column);
      const other = otherFigure(answer, p);
      return other !== undefined && sum > other + ROUNDING_PENCE
        ? [{
          message: `${p.label} add up to ${pounds(sum)}, more than ${p.otherLabel}, ${pounds(other)}. Correct one of them`,
          column: p.column,
        }] : [];
    },
  }),
  /** A column reaches a figure of another table within 1%. Slipway default. */
  columnReachesTable: check({
    params: z.strictObject(table),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const sum = columnSum(value, p.column);
      const other = otherFigure(answer, p);
      return other !== undefined && sum < other * 0.99 - ROUNDING_PENCE
        ? [{
          message: `${p.label} add up to ${pounds(sum)}, less than ${p.otherLabel}, ${pounds(other)}. Add what is missing`,
          column: p.column,
        }] : [];
    },
  }),
  /** A column adds up to no more than a number answered elsewhere, such as posts and staff in scope. A contradiction. */
  columnWithinAnswer: check({
    params: z.strictObject({ column: z.string(), question: z.string(), label: z.string(), otherLabel: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const sum = Math.round(columnSum(value, p.column) * 100) / 100;
      const other = asNumber(answer(p.question));
      return other !== undefined && sum > other
        ? [{
          message: `${p.label} add up to ${sum.toLocaleString('en-GB')}, more than ${p.otherLabel}, ${other.toLocaleString('en-GB')}. Correct one of them`,
          column: p.column,
        }] : [];
    },
  }),
  /** Lines add up to no more than the total the team states for the year. A part larger than the whole is a contradiction. */
  linesWithinTotals: check({
    params: z.strictObject({ percent: z.number() }),
    severity: 'block',
    run: (input, p) =>
      totalsAgainstLines(
        input,
        (lines, stated) => lines > stated * (1 + p.percent / 100) + ROUNDING_PENCE,
        (name, year, lines, stated) =>
          `Your ${name} lines for year ${year} add up to ${lines}, more than the total you give, ${stated}. Correct the lines or the total`,
      ),
  }),
  /** Lines reach the total the team states for the year, within a tolerance. Slipway default. */
  linesReachTotals: check({
    params: z.strictObject({ percent: z.number() }),
    severity: 'warn',
    run: (input, p) =>
      totalsAgainstLines(
        input,
        (lines, stated) => lines < stated * (1 - p.percent / 100) - ROUNDING_PENCE,
        (name, year, lines, stated) =>
          `Your ${name} lines for year ${year} add up to ${lines}, less than the total you give, ${stated}. Add the missing lines or correct the total`,
      ),
  }),
  /** A line is 0 in every year after `lastYear`. Slipway default: one-off money must not prop up later years. */
  zeroAfterYear: check({
    params: z.strictObject({ row: z.string(), lastYear: z.int(), label: z.string() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const row = indexOf(asRows(value), p.row);
      const late = [1, 2, 3, 4, 5].filter((year) => year > p.lastYear && (asNumber(asRows(value)[row ?? -1]?.[`y${year}`]) ?? 0) > 0);
      return late.length
        ? [{
          message: `${p.label} must end after year ${p.lastYear}. Enter 0 in ${listed(late.map((year) => `year ${year}`))}`,
          ...at(row, `y${late[0]}`),
        }] : [];
    },
  }),
  /** Shares of one whole add up to 100% at most. A contradiction. */
  sharesWithinWhole: check({
    params: z.strictObject({ column: z.string(), label: z.string() }),
    severity: 'block',
    run: ({ value }, p) => {
      const sum = Math.round(columnSum(value, p.column) * 10) / 10;
      return sum > 100 ? [{ message: `${p.label} must add up to 100% or less. They add up to ${sum}%`, column: p.column }] : [];
    },
  }),
};
