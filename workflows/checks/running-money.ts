import { z } from 'zod';
import { cell, fiveYears } from '../computed/five-year-model.ts';
import { listed, pounds, round1 } from '../computed/money-words.ts';
import { asNumber, asRows, check, columnSum, type Check } from './check.ts';

const far = (a: number, b: number, percent: number) => Math.abs(a - b) > (Math.abs(b) * percent) / 100 + 100;
const inYears = (years: readonly number[]) => listed(years.map((year) => `year ${year}`));

/** Checks on income, pay, pensions, insurance and savings: what an experienced reader asks first. */
export const runningMoneyChecks: Record<string, Check> = {
  /** One payer gives more than `over` percent. Source: National Audit Office, HC 1088, 2011; the figure is a Slipway default. */
  dependencyHigh: check({
    params: z.strictObject({ over: z.number() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const share = asNumber(value);
      return share !== undefined && share > p.over
        ? [{ message: `${share}% of your income comes from one payer. Say in your risks what you do if they pay late or stop` }] : [];
    },
  }),
  /** New income that nobody has signed stays under `percent` of income in each year. Slipway default. */
  newIncomeCautious: check({
    params: z.strictObject({ percent: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const open = asRows(value).filter((row) => row.status !== 'signed');
      const bold = fiveYears(answer).filter((year) => columnSum(open, `y${year.year}`) > (year.income * p.percent) / 100);
      return bold.length
        ? [{
          message: `New income that nobody has signed is more than ${p.percent}% of your income in ${inYears(bold.map((y) => y.year))}. Plan without it, or show why you expect it`,
        }] : [];
    },
  }),
  /** Activity times price is near the line of the income table. Slipway default tolerance. */
  activityMatchesIncome: check({
    params: z.strictObject({ row: z.string(), percent: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const line = cell(answer, 'fin.income', p.row, 'y1');
      const earned = asRows(value).reduce((sum, row) => sum + (asNumber(row.activity) ?? 0) * (asNumber(row.price) ?? 0), 0);
      return line !== undefined && far(earned, line, p.percent)
        ? [{ message: `Activity times price is ${pounds(earned)}, but your income line for year 1 is ${pounds(line)}. Change one of them` }] : [];
    },
  }),
  /** Posts times pay is near the pay lines of year 1 without bank and agency. Slipway default tolerance. */
  payBuildMatches: check({
    params: z.strictObject({ percent: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const built = asRows(value).reduce((sum, row) =>
        sum + (asNumber(row.wte) ?? 0) * (asNumber(row.pay) ?? 0) * (1 + (asNumber(row.oncost) ?? 0) / 100), 0);
      const pay = ['pay-01', 'pay-02', 'pay-03', 'pay-06'].reduce((sum, row) => sum + (cell(answer, 'fin.pay', row, 'y1') ?? 0), 0);
      return pay > 0 && far(built, pay, p.percent)
        ? [{
          message: `These posts cost ${pounds(built)}, but your pay lines for year 1 come to ${pounds(pay)} without bank and agency staff. Change one of them`,
        }] : [];
    },
  }),
  /** NHS pension cost of year 1 is near pensionable pay times the rate used. Slipway default tolerance. */
  pensionMatchesRate: check({
    params: z.strictObject({ percent: z.number() }),
    severity: 'warn',
    run: ({ answer }, p) => {
      const [rate, pay, cost] = [asNumber(answer('fin.pension_rate')), asNumber(answer('fin.pensionable_pay')),
        cell(answer, 'fin.pension_cost', 'pay-07', 'y1')];
      if (rate === undefined || pay === undefined || cost === undefined || !far(cost, (pay * rate) / 100, p.percent)) return [];
      return [{
        message: `${rate}% of ${pounds(pay)} is ${pounds((pay * rate) / 100)}, but you entered ${pounds(cost)} for the NHS Pension Scheme in year 1. Change one of them`,
        column: 'y1',
      }];
    },
  }),
  /** NHS pension cost of year 1 is at the full rate unless a lower one is confirmed. Source: NHS Business Services Authority, rates from 1 April 2024. */
  pensionAtFullRate: check({
    params: z.strictObject({ rate: z.number().positive() }),
    severity: 'warn',
    run: ({ answer }, p) => {
      const [pay, cost] = [asNumber(answer('fin.pensionable_pay')), cell(answer, 'fin.pension_cost', 'pay-07', 'y1')];
      if (pay === undefined || cost === undefined || answer('fin.pension_confirmed') === 'yes') return [];
      const full = (pay * p.rate) / 100;
      return cost < full * 0.99
        ? [{
          message: `At the full rate of ${p.rate}% you would pay ${pounds(full)} in year 1, ${pounds(full - cost)} more. Use the full rate until you have a lower one in writing`,
          column: 'y1',
        }] : [];
    },
  }),
  /** Money set aside for surprises is at least `percent` of income in each year. Slipway default. */
  contingencyHeld: check({
    params: z.strictObject({ row: z.string(), percent: z.number() }),
    severity: 'warn',
    run: ({ answer }, p) => {
      const thin = fiveYears(answer).filter((year) => (cell(answer, 'fin.nonpay', p.row, `y${year.year}`) ?? 0) < (year.income * p.percent) / 100);
      return thin.length ? [{
        message: `We suggest setting aside at least ${p.percent}% of income for surprises. It is less in ${inYears(thin.map((y) => y.year))}`,
      }] : [];
    },
  }),
  /** Council work is not left to the NHS scheme for clinical claims. Source: NHS Resolution, Clinical Negligence Scheme for Trusts, membership for social enterprises. */
  councilWorkCovered: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, answer }) => {
      const council = asRows(answer('bc.payers')).some((row) => row.kind === 'council') || (cell(answer, 'fin.income', 'inc-04', 'y1') ?? 0) > 0;
      return value === 'cnst' && council
        ? [{
          message: 'The NHS scheme does not cover work under council contracts. Buy a commercial policy for that work and select Both, by service',
        }] : [];
    },
  }),
  /** Employers' liability cover is at least what the law asks. Source: Employers' Liability (Compulsory Insurance) Regulations 1998, regulation 3. */
  employersLiabilityCover: check({
    params: z.strictObject({ row: z.string(), leastPence: z.number().positive() }),
    severity: 'block',
    run: ({ value }, p) => {
      const rows = asRows(value);
      const row = rows.findIndex((r) => r.row === p.row);
      const cover = asNumber(rows[row]?.cover);
      if (rows.length === 0 || (cover !== undefined && cover >= p.leastPence)) return [];
      return [{
        message: `Employers' liability cover must be at least ${pounds(p.leastPence)} by law`,
        ...(row >= 0 && { row }), column: 'cover',
      }];
    },
  }),
  /** The insurance lines named have a yearly cost, even if 0. Slipway default. */
  linesPriced: check({
    params: z.strictObject({ rows: z.array(z.string()).min(1) }),
    severity: 'warn',
    run: ({ value, question }, p) =>
      asRows(value).flatMap((row, index) =>
        p.rows.includes(String(row.row)) && asNumber(row.yearly) === undefined
          ? [{
            message: `Enter a yearly cost for ${(question.fixedRows?.find((r) => r.key === row.row)?.title ?? 'this line').toLowerCase()}, or 0 if someone else pays`,
            row: index, column: 'yearly',
          }]
          : [],
      ),
  }),
  /** No year from `fromYear` on ends in a loss. Slipway default. */
  surplusBySteady: check({
    params: z.strictObject({ fromYear: z.int() }),
    severity: 'warn',
    run: ({ answer }, p) => {
      const losses = fiveYears(answer).filter((year) => year.year >= p.fromYear && year.surplus < 0);
      return losses.length ? [{ message: `You plan a loss in ${inYears(losses.map((y) => y.year))}. Say how and when it ends` }] : [];
    },
  }),
  /** Savings in the plan reach the yearly rate asked for. Slipway default. */
  savingsMeetRate: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, answer }) => {
      const rate = asNumber(answer('fin.efficiency_rate'));
      if (rate === undefined) return [];
      return fiveYears(answer).flatMap((year) => {
        const planned = columnSum(value, `y${year.year}`);
        const asked = (year.income * rate) / 100;
        return planned < asked * 0.99
          ? [{
            message: `Savings in year ${year.year} come to ${pounds(planned)}, ${round1((planned / asked) * 100)}% of the ${pounds(asked)} asked for. Add savings or say what is agreed`, column: `y${year.year}`,
          }] : [];
      });
    },
  }),
};
