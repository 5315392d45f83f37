import { z } from 'zod';
import { addMonths, dayInWords } from '../dates.ts';
import { fillLabels } from '../labels.ts';
import { asKeys, asNumber, asRows, asText, check, type Check, type Row } from './check.ts';
import { promiseChecks } from './promises.ts';

const pounds = (pence: number) => `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 0 })}`;
/** The rows of a payer table that pay today. */
const payingNow = (value: unknown, p: { timing: string; now: string }): Row[] =>
  asRows(value).filter((row) => row[p.timing] === p.now);
const sumOf = (rows: Row[], column: string) => rows.reduce((sum, row) => sum + (asNumber(row[column]) ?? 0), 0);
const timing = { timing: z.string(), now: z.string() };

export const readinessProposalChecks: Record<string, Check> = {
  ...promiseChecks,

  /** Advice that an answer calls for: says `message` when a choice or yes/no answer is one of `is`. The rule's author names the source. */
  adviseWhen: check({
    params: z.strictObject({ is: z.array(z.string()).min(1), message: z.string() }),
    severity: 'note',
    run: ({ value, pathway }, p) => {
      const chosen = typeof value === 'string' ? [value] : asKeys(value);
      return chosen.some((key) => p.is.includes(key)) ? [{ message: fillLabels(p.message, pathway.labels) }] : [];
    },
  }),
  /** Advice when nothing but these options is chosen, such as leaving only to avoid a takeover. Source: The King's Fund, 2011. */
  adviseWhenOnly: check({
    params: z.strictObject({ keys: z.array(z.string()).min(1), message: z.string() }),
    severity: 'note',
    run: ({ value, pathway }, p) => {
      const chosen = asKeys(value);
      return chosen.length > 0 && chosen.every((key) => p.keys.includes(key)) ? [{ message: fillLabels(p.message, pathway.labels) }] : [];
    },
  }),
  /** Advice when a number is at or under `most`. Slipway default. */
  adviseAtMost: check({
    params: z.strictObject({ most: z.number(), message: z.string() }),
    severity: 'note',
    run: ({ value, pathway }, p) => {
      const number = asNumber(value);
      return number !== undefined && number <= p.most ? [{ message: fillLabels(p.message, pathway.labels) }] : [];
    },
  }),
  /** Names the options not chosen, after `message`: "Say how you will meet these: staff control". The rule's author names the source. */
  includesAll: check({
    params: z.strictObject({ keys: z.array(z.string()).min(1), titles: z.array(z.string()).min(1), message: z.string() }),
    severity: 'warn',
    run: ({ value, pathway }, p) => {
      const chosen = asKeys(value);
      const missing = p.titles.filter((_, i) => !chosen.includes(p.keys[i]!));
      return missing.length ? [{ message: fillLabels(`${p.message}: ${missing.join(', ')}`, pathway.labels) }] : [];
    },
  }),
  /** A table has as many rows as we suggest. Slipway default. */
  rowsAtLeast: check({
    params: z.strictObject({ least: z.number(), noun: z.string() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const count = asRows(value).length;
      return count < p.least ? [{ message: `We suggest at least ${p.least} ${p.noun}. You have ${count}` }] : [];
    },
  }),
  /** What today's payers pay adds up to the budget, within a tolerance. Slipway default. */
  currentIncomeMatches: check({
    params: z.strictObject({ ...timing, amount: z.string(), question: z.string(), tolerancePercent: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const rows = payingNow(value, p);
      const budget = asNumber(answer(p.question));
      if (rows.length === 0 || !budget) return [];
      const paid = sumOf(rows, p.amount);
      if (Math.abs(paid - budget) <= (budget * p.tolerancePercent) / 100) return [];
      const both = `Today's payers add up to ${pounds(paid)}, but the budget is ${pounds(budget)}`;
      return [{ message: `${both}. Change one, or say who pays the rest`, column: p.amount }];
    },
  }),
  /** The shares of today's payers add up to 100%, give or take 1 for rounding. Arithmetic. */
  currentSharesAddUp: check({
    params: z.strictObject({ ...timing, share: z.string() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const rows = payingNow(value, p);
      const total = Math.round(sumOf(rows, p.share) * 100) / 100;
      return rows.length > 0 && Math.abs(total - 100) > 1
        ? [{ message: `Shares of today's payers must add up to 100%. They add up to ${total}%`, column: p.share }]
        : [];
    },
  }),
  /** One payer gives more than `over` percent of today's income. Source: National Audit Office, HC 1088, 2011; the figure is a Slipway default. */
  largestPayer: check({
    params: z.strictObject({ ...timing, payer: z.string(), share: z.string(), over: z.number() }),
    severity: 'note',
    run: ({ value }, p) => {
      const largest = payingNow(value, p).reduce<Row | undefined>(
        (most, row) => ((asNumber(row[p.share]) ?? 0) > (asNumber(most?.[p.share]) ?? 0) ? row : most),
        undefined,
      );
      const share = asNumber(largest?.[p.share]);
      return share !== undefined && share > p.over
        ? [{ message: `${asText(largest?.[p.payer]) ?? 'One payer'} gives ${share}% of your income. Plan for what happens if they pay late or stop` }]
        : [];
    },
  }),
  /** The dates of a fixed table follow each other in the order of `rows`. Empty dates are passed over. Slipway default. */
  datesInOrder: check({
    params: z.strictObject({ column: z.string(), rows: z.array(z.strictObject({ key: z.string(), title: z.string() })).min(2) }),
    severity: 'warn',
    run: ({ value }, p) => {
      const dated = p.rows
        .map((step) => ({ ...step, on: asText(asRows(value).find((row) => row.row === step.key)?.[p.column]) }))
        .filter((step): step is typeof step & { on: string } => step.on !== undefined);
      return dated.slice(1).flatMap((step, i) => {
        const before = dated[i]!;
        if (step.on >= before.on) return [];
        const row = asRows(value).findIndex((r) => r.row === step.key);
        return [{ message: `${step.title} comes before ${before.title}. Check both dates`, row, column: p.column }];
      });
    },
  }),
  /** A date in a fixed table leaves at least `months` from today. Slipway default. */
  notSooner: check({
    params: z.strictObject({ row: z.string(), column: z.string(), months: z.int().positive(), title: z.string() }),
    severity: 'warn',
    run: ({ value, today }, p) => {
      const row = asRows(value).findIndex((r) => r.row === p.row);
      const on = asText(asRows(value)[row]?.[p.column]);
      const earliest = addMonths(today, p.months);
      if (!on || on >= earliest) return [];
      const advice = `We suggest ${dayInWords(earliest)} or later. Say in your plan how you will be ready`;
      return [{ message: `${p.title} is less than ${p.months} months away. ${advice}`, row, column: p.column }];
    },
  }),
  /** Every declared interest has an action. Source: NHS England, Managing conflicts of interest in the NHS. */
  interestsHandled: check({
    params: z.strictObject({ person: z.string(), action: z.string() }),
    severity: 'block',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) =>
        asText(row[p.action])
          ? []
          : [{ message: `Select what will be done about the interest of ${asText(row[p.person]) ?? `person ${i + 1}`}`, row: i, column: p.action }],
      ),
  }),
};
