import { z } from 'zod';
import { addDays, addMonths } from '../dates.ts';
import { pounds } from '../show.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, columnSum, type Check, type Row } from './check.ts';

/** Categories that save money or time, in the words benefits may be filed under. */
export const VALUE_CATEGORIES = ['efficiency', 'finance', 'productivity', 'cash-saving', 'cost-avoidance', 'value', 'money', 'savings'];
export const categoryOf = (row: Row): string => (asText(row.category) ?? '').toLowerCase().replaceAll(/[_ ]/g, '-');
export const isContracted = (row: Row): boolean => row.treatment === 'contracted';

/** Whole months a contract lasts, a part month counted as one; undefined while a date is missing. */
export function monthsBetween(start: unknown, end: unknown): number | undefined {
  const [first, last] = [asDay(start), asDay(end)];
  if (!first || !last || last < first) return undefined;
  let months = 1;
  while (months < 1200 && addDays(addMonths(first, months), -1) < last) months += 1;
  return months;
}

/** Checks of price, payment and savings. */
export const contractMoneyChecks: Record<string, Check> = {
  /** The price covers the cost and has not dropped far below today's budget. Slipway default. */
  priceCoversCost: check({
    params: z.strictObject({ cost: z.string(), budget: z.string(), dropPercent: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const price = asNumber(value);
      const cost = asNumber(answer(p.cost));
      const budget = asNumber(answer(p.budget));
      if (price === undefined) return [];
      if (cost !== undefined && price < cost) {
        return [{ message: `The price, ${pounds(price)}, is ${pounds(cost - price)} a year less than the cost. Raise the price, cut the work or show where the money comes from` }];
      }
      const drop = budget ? Math.round((1 - price / budget) * 100) : 0;
      return drop > p.dropPercent
        ? [{ message: `The price is ${drop}% below today's budget, ${pounds(budget!)}. Say how the service can be run for less` }]
        : [];
    },
  }),
  /** The years listed add up to the length of the contract. A contradiction, but part years are often agreed late. */
  yearsFillTerm: check({
    params: z.strictObject({ column: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const months = monthsBetween(answer('con.start'), answer('con.end'));
      const listed = columnSum(value, p.column);
      return months !== undefined && asRows(value).length > 0 && listed !== months
        ? [{ message: `The years you list cover ${listed} months, but the contract lasts ${months}. Add or change a year`, column: p.column }]
        : [];
    },
  }),
  /** The first full year is worth what the yearly value says. Slipway default for the tolerance. */
  fullYearMatches: check({
    params: z.strictObject({ question: z.string(), tolerancePercent: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const yearly = asNumber(answer(p.question));
      const row = asRows(value).findIndex(({ months }) => months === 12);
      const listed = asNumber(asRows(value)[row]?.value);
      return yearly && listed !== undefined && Math.abs(listed - yearly) > (yearly * p.tolerancePercent) / 100
        ? [{ message: `The first full year is ${pounds(listed)}, but you said a full year is worth ${pounds(yearly)}. Change one, or say why they differ`, row, column: 'value' }]
        : [];
    },
  }),
  /** Savings in the price are the cashable benefits in the contract, within a tolerance. Slipway default. */
  savingsMatchBenefits: check({
    params: z.strictObject({ column: z.string(), tolerancePercent: z.number(), categories: z.array(z.string()).default(VALUE_CATEGORIES) }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const most = Math.max(0, ...asRows(value).map((row) => asNumber(row[p.column]) ?? 0));
      const promised = asRows(answer('benefits')).filter((row) => isContracted(row) && p.categories.includes(categoryOf(row)));
      const sum = columnSum(promised, 'valuePerYear');
      return most > 0 && sum > 0 && Math.abs(most - sum) > (sum * p.tolerancePercent) / 100
        ? [{ message: `Savings reach ${pounds(most)} a year, but the savings promised in the contract come to ${pounds(sum)} a year. Say why they differ`, column: p.column }]
        : [];
    },
  }),
  /** Hours of reporting fit the size of the team. Slipway default. */
  reportingFits: check({
    params: z.strictObject({ staff: z.string(), hoursPerStaff: z.number(), least: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const hours = asNumber(value);
      const staff = asNumber(answer(p.staff));
      const limit = staff === undefined ? undefined : Math.max(p.least, staff * p.hoursPerStaff);
      return hours !== undefined && limit !== undefined && hours > limit
        ? [{ message: `${hours} hours a month is a lot for ${staff} staff. We suggest ${limit} or fewer. Ask which reports could go` }]
        : [];
    },
  }),
};
