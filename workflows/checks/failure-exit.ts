import { z } from 'zod';
import { addDays, addMonths, dayInWords } from '../dates.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, type Check, type Row } from './check.ts';
import { nameOf } from './contract-tables.ts';

/** Urgent actions past their day and still open. */
export const overdueActions = (value: unknown, today: string): Row[] =>
  asRows(value).filter((row) => row.urgent === 'yes' && !asDay(row.closed) && (asDay(row.due) ?? today) < today);

/** Checks of the exit, the assets and the exercises of a failure plan. */
export const failureExitChecks: Record<string, Check> = {
  /** Two people named in two answers differ. Slipway default. */
  differentPeople: check({
    params: z.strictObject({ question: z.string(), message: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const mine = nameOf((value as Row | undefined)?.name);
      return mine !== '' && mine === nameOf((answer(p.question) as Row | undefined)?.name) ? [{ message: p.message }] : [];
    },
  }),
  /** Advice when a number is over `most`. Slipway default. */
  adviseAbove: check({
    params: z.strictObject({ most: z.number(), message: z.string() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const number = asNumber(value);
      return number !== undefined && number > p.most ? [{ message: p.message }] : [];
    },
  }),
  /** The service could be handed over so many months early. Slipway default, after a handover pulled forward 4 months in 2016. */
  handoverEarlyEnough: check({
    params: z.strictObject({ end: z.string(), months: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const months = asNumber(value);
      if (months === undefined || months >= p.months) return [];
      const end = asDay(answer(p.end));
      const by = end ? `, by ${dayInWords(addMonths(end, -p.months))}` : '';
      return [{ message: `We suggest you could hand over ${p.months} months early${by}. Say in the exit plan what would have to change` }];
    },
  }),
  /** The lists a new provider needs first come within so many hours. Slipway default. */
  listsInTime: check({
    params: z.strictObject({ hours: z.number(), rows: z.array(z.string()) }),
    severity: 'warn',
    run: ({ value, question }, p) => {
      const slow = asRows(value).filter((row) => p.rows.includes(String(row.row)) && (asNumber(row.hours) ?? 0) > p.hours);
      const names = slow.map((row) => question.fixedRows?.find(({ key }) => key === row.row)?.title ?? String(row.row));
      return names.length ? [{ message: `We suggest ${p.hours} hours or fewer to produce these lists: ${names.join(', ')}`, column: 'hours' }] : [];
    },
  }),
  /** An asset bought with NHS money says whether it comes back. Slipway default. */
  assetsComeBack: check({
    params: z.strictObject({ fromPence: z.number() }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) =>
        row.funder === 'nhs' && (asNumber(row.value) ?? 0) >= p.fromPence && !asText(row.reverts)
          ? [{ message: `Say whether this asset comes back if the provider fails: ${asText(row.asset) ?? `row ${i + 1}`}`, row: i, column: 'reverts' }]
          : [],
      ),
  }),
  /** A lender's claim on an asset was agreed. Slipway default: an asset lock does not stop a lender. */
  chargesAgreed: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        row.charge === 'yes' && row.consent !== 'yes'
          ? [{ message: `A lender could take this asset. Get agreement in writing, or free it: ${asText(row.asset) ?? `row ${i + 1}`}`, row: i, column: 'consent' }]
          : [],
      ),
  }),
  /** A date is at least so many days before another. Slipway default. */
  beforeDay: check({
    params: z.strictObject({ question: z.string(), days: z.number(), label: z.string(), otherLabel: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const day = asDay(value);
      const other = asDay(answer(p.question));
      const latest = other && addDays(other, -p.days);
      return day && latest && day > latest
        ? [{ message: `${p.label} should be by ${dayInWords(latest)}, ${p.days} days before ${p.otherLabel}, so that there is time to act on it` }]
        : [];
    },
  }),
  /** A date is at most so many months after another. Slipway default. */
  withinMonthsOf: check({
    params: z.strictObject({ question: z.string(), months: z.number(), label: z.string(), otherLabel: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const day = asDay(value);
      const other = asDay(answer(p.question));
      const latest = other && addMonths(other, p.months);
      return day && latest && day > latest ? [{ message: `${p.label} should be by ${dayInWords(latest)}, ${p.months} months after ${p.otherLabel}` }] : [];
    },
  }),
  /** No date in a column lies in the future. A contradiction: it is said to have happened. */
  rowDatesInPast: check({
    params: z.strictObject({ column: z.string(), label: z.string() }),
    severity: 'block',
    run: ({ value, today }, p) =>
      asRows(value).flatMap((row, i) => ((asDay(row[p.column]) ?? '') > today ? [{ message: `${p.label} must be today or in the past`, row: i, column: p.column }] : [])),
  }),
  /** No urgent action of an exercise is past its day. Slipway default. */
  actionsOverdue: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, today }) => {
      const late = overdueActions(value, today).map((row) => asText(row.action) ?? 'an action');
      return late.length ? [{ message: `These urgent actions are late. Close them or the exercise does not count: ${late.join(', ')}` }] : [];
    },
  }),
};
