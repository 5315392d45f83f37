import { z } from 'zod';
import { cashMonths, monthInWords } from '../computed/cash-flow.ts';
import { fiveYears } from '../computed/five-year-model.ts';
import { pounds } from '../computed/money-words.ts';
import { asNumber, asRows, asText, check, columnSum, type Check } from './check.ts';

/** Checks on cash, set-up money, loans, old debts and bad years. */
export const cashAndDebtChecks: Record<string, Check> = {
  /** Cash stays at or above £0 from one month to another. Slipway default. */
  cashStaysPositive: check({
    params: z.strictObject({ from: z.int(), to: z.int() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const first = cashMonths(answer).find((m) => m.month >= p.from && m.month <= p.to && m.closing < 0);
      if (!first) return [];
      const row = asRows(value).findIndex((r) => r.row === `m${first.month}`);
      return [{
        message: `Cash falls to ${pounds(first.closing)} in ${monthInWords(answer, first.month)}. Bring money in sooner, spend later or agree a loan`,
        ...(row >= 0 && { row }), column: 'payments',
      }];
    },
  }),
  /** Money in over a full year is near the income of that year. Slipway default tolerance. */
  receiptsNearIncome: check({
    params: z.strictObject({ year: z.int(), percent: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const income = fiveYears(answer)[p.year - 1]?.income;
      const filled = asRows(value).filter((row) => asNumber(row.receipts) !== undefined).length;
      const received = columnSum(value, 'receipts');
      return income && filled === 12 && Math.abs(received - income) > (income * p.percent) / 100
        ? [{
          message: `Money in over year ${p.year} is ${pounds(received)}, but your income is ${pounds(income)}. Check the timing, or correct one of them`,
          column: 'receipts',
        }] : [];
    },
  }),
  /** What is owned on day one is at least what is owed soon. Slipway default: no organisation should start unable to pay its debts. */
  dayOneNotInDebt: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ value }) => {
      const net = asNumber(value);
      return net !== undefined && net < 0
        ? [{
          message: `On day one you would owe ${pounds(-net)} more than you own. Agree more cash, or leave debts with your employer, before you send this`,
        }] : [];
    },
  }),
  /** Every set-up cost has someone who agreed to pay it. Slipway default. */
  setUpFunded: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, question }) =>
      asRows(value).flatMap((row, index) => {
        const title = question.fixedRows?.find((r) => r.key === row.row)?.title ?? 'This cost';
        const cost = asNumber(row.cost) ?? 0;
        if (cost <= 0) return [];
        if (!asText(row.when)) return [{ message: `Select when you pay for ${title.toLowerCase()}`, row: index, column: 'when' }];
        return row.agreed === 'yes' ? []
          : [{ message: `Get it in writing who pays ${pounds(cost)} for ${title.toLowerCase()}`, row: index, column: 'agreed' }];
      }),
  }),
  /** Dividends stay within the share of surplus that a community interest company may pay. Source: Community Interest Company Regulations 2005. */
  plannedDividendWithinCap: check({
    params: z.strictObject({ percent: z.number() }),
    severity: 'warn',
    run: ({ answer }, p) =>
      fiveYears(answer).flatMap((year) =>
        year.dividend > (Math.max(0, year.surplus) * p.percent) / 100
          ? [{
            message: `The dividend of ${pounds(year.dividend)} in year ${year.year} is more than ${p.percent}% of the surplus. A community interest company may not pay that much`, column: `y${year.year}`,
          }]
          : [],
      ),
  }),
  /** The longest loan is repaid before the contract ends. Slipway default. */
  loanWithinContract: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, answer }) => {
      const loan = asNumber(value);
      const contract = asNumber(answer('bc.contract_years'));
      return loan !== undefined && contract !== undefined && loan > contract
        ? [{ message: `The loan lasts ${loan} years and the contract ${contract}. Say how you repay it if the contract ends` }] : [];
    },
  }),
  /** Old debts that come to the new organisation have an indemnity or cash, and each has a holder. Source: National Audit Office, HC 1088, 2011. */
  oldDebtsCovered: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, index) => {
        const name = asText(row.liability) ?? `Debt ${index + 1}`;
        if (row.after === 'open') return [{ message: `Agree who holds "${name}" after the move`, row: index, column: 'after' }];
        if (row.after !== 'enterprise' || row.cover !== 'none' || (asNumber(row.amount) ?? 0) <= 0) return [];
        return [{
          message: `Get an indemnity or cash for "${name}", ${pounds(asNumber(row.amount)!)}, before you take it on`,
          row: index, column: 'cover',
        }];
      }),
  }),
  /** A test that empties the bank has a response worth at least the gap. Slipway default. */
  testsSurvived: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, question }) =>
      asRows(value).flatMap((row, index) => {
        const gap = -(asNumber(row.cash) ?? 0);
        if (gap <= 0) return [];
        const title = question.fixedRows?.find((r) => r.key === row.row)?.title ?? `Test ${index + 1}`;
        if (!asText(row.response)) return [{
          message: `"${title}" empties the bank by ${pounds(gap)}. Say what you would do`,
          row: index, column: 'response',
        }];
        const worth = asNumber(row.worth) ?? 0;
        return worth < gap ? [{
          message: `What you would do in "${title}" is worth ${pounds(worth)}, less than the gap of ${pounds(gap)}. Find more`,
          row: index, column: 'worth',
        }] : [];
      }),
  }),
  /** The contract length is within what the pathway allows. Source: the pathway's own contract rule. */
  contractWithinPathway: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, pathway: { contractMonths } }) => {
      const months = (asNumber(value) ?? NaN) * 12;
      if (contractMonths?.max !== undefined && months > contractMonths.max) return [{
        message: `Contract length must be ${contractMonths.max / 12} years or less on this pathway`,
      }];
      if (contractMonths?.min !== undefined && months < contractMonths.min) return [{
        message: `Contract length must be ${contractMonths.min / 12} years or more on this pathway`,
      }];
      return [];
    },
  }),
  /** Warns with a message of the rule's author when a number is under `least`. Slipway default. */
  adviseUnder: check({
    params: z.strictObject({ least: z.number(), message: z.string() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const number = asNumber(value);
      return number !== undefined && number < p.least ? [{ message: p.message }] : [];
    },
  }),
};
