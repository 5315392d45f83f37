import { asNumber } from '../checks/check.ts';
import { cashMonths, lowest, monthInWords, withClosing, type CashMonth } from './cash-flow.ts';
import type { Computation } from './computation.ts';
import { dayOne, fiveYears, type Answers, type Year } from './five-year-model.ts';
import { pounds } from './money-words.ts';
import { largestPayer } from './payers.ts';
import { colourOf, debtCover, operatingMargin, surplusMargin, type Band } from './ratios.ts';

/**
 * What goes wrong, in percent of the line it names unless said otherwise. More than one may be given and they add up.
 * `income` begins in year `incomeFrom`; `lost` income keeps all costs but the `saved` share; `vacancies` are filled at
 * `agencyTimes` the cost; `debt` is a share of income that falls due in month 1; the largest payer pays month
 * `lateMonth` one month late.
 */
interface Shocks {
  pay?: number; cost?: number; premises?: number; demand?: number; income?: number; incomeFrom?: number; lost?: number; saved?: number;
  vatRate?: number; pensionRate?: number; vacancies?: number; agencyTimes?: number; debt?: number; lateMonth?: number;
}

const COVER: Band = { from: 2.5, redUnder: 1.25 };
const OPERATING: Band = { from: 4, redUnder: 2 };
const SURPLUS: Band = { from: 1, upTo: 5, redUnder: 0 };
const CASH_DAYS: Band = { from: 30, redUnder: 15 };

/** How much worse one year gets, in pence. Spread over the year; `debt` is not in it. */
function worse(year: Year, shocks: Shocks, pensionable: number): number {
  const s = (name: keyof Shocks, otherwise = 0) => shocks[name] ?? otherwise;
  const people = year.pay + year.pension;
  return (
    (people * s('pay') +
      year.cost * s('cost') +
      year.premises * s('premises') +
      (year.clinicalPay + year.supplies) * s('demand') +
      (year.year >= s('incomeFrom', 1) ? year.income * s('income') : 0) +
      (year.income - (year.cost * s('saved')) / 100) * s('lost') +
      people * s('vacancies') * (s('agencyTimes', 1) - 1)) / 100 +
    (shocks.vatRate === undefined ? 0 : Math.max(0, (year.vatable * shocks.vatRate) / 100 - year.vat)) +
    (shocks.pensionRate === undefined ? 0 : Math.max(0, (pensionable * shocks.pensionRate) / 100 - year.nhsPension))
  );
}

/** Pay that counts for the NHS scheme in a year: told for year 1, then moving with pay. */
const pensionablePay = (answer: Answers, year: Year, first: Year) =>
  (asNumber(answer('fin.pensionable_pay')) ?? 0) * (first.pay > 0 ? year.pay / first.pay : 1);

function cashAfter(answer: Answers, years: readonly Year[], hits: readonly number[], shocks: Shocks): CashMonth[] {
  const before = cashMonths(answer);
  const debt = ((shocks.debt ?? 0) / 100) * (years[0]?.income ?? 0);
  const late = shocks.lateMonth;
  const payer = largestPayer(answer);
  const missed = late === undefined ? 0 : (before[late - 1]?.receipts ?? 0) * (payer ? payer.amount / payer.total : 1);
  return withClosing(
    dayOne(answer)?.cash ?? 0,
    before.map(({ month, receipts, payments }) => ({
      month,
      receipts: receipts - (month === late ? missed : 0) + (late !== undefined && month === late + 1 ? missed : 0),
      payments: payments + (hits[month > 12 ? 1 : 0] ?? 0) / 12 + (month === 1 ? debt : 0),
    })),
  );
}

export const stressComputations: Record<string, Computation> = {
  /** Lowest cash after the shocks in the parameters, with the worst year, the month cash runs out and the colours. Slipway default. */
  stressTest: ({ answer, params }) => {
    const years = fiveYears(answer);
    const first = years[0];
    if (!first || cashMonths(answer).length === 0) {
      return { value: null, unit: 'money', working: 'Shown when you have entered income, costs, day one cash and the months' };
    }
    const shocks = params as Shocks;
    const hits = years.map((year) => worse(year, shocks, pensionablePay(answer, year, first)));
    const after = years.map((year, i) => afterHit(year, hits[i]! + (i === 0 ? ((shocks.debt ?? 0) / 100) * year.income : 0)));
    const months = cashAfter(answer, years, hits, shocks);
    const least = lowest(months)!;
    const empty = months.find((m) => m.closing < 0);
    const worst = after.reduce((a, b) => (b.surplus < a.surplus ? b : a));
    return {
      value: Math.round(least.closing),
      unit: 'money',
      working: [
        `Lowest in ${monthInWords(answer, least.month)}`,
        empty ? `Cash runs out first in ${monthInWords(answer, empty.month)}` : 'Cash does not run out',
        `Worst year is year ${worst.year}, with ${worst.surplus < 0 ? `a loss of ${pounds(-worst.surplus)}` : `a surplus of ${pounds(worst.surplus)}`}`,
        colours(worst, least.closing / (worst.cost / 365 || 1)),
      ].join('. '),
    };
  },
};

const afterHit = (year: Year, hit: number): Year => ({ ...year, operating: year.operating - hit, surplus: year.surplus - hit });

function colours(year: Year, days: number): string {
  const said = (name: string, value: number | undefined, band: Band) => (value === undefined ? [] : [`${name} ${colourOf(value, band).toLowerCase()}`]);
  return [
    ...said('Cash days', days, CASH_DAYS),
    ...said('operating margin', operatingMargin(year), OPERATING),
    ...said('surplus margin', surplusMargin(year), SURPLUS),
    ...said('loan cover', debtCover(year), COVER),
  ].join(', ');
}
