import { asDay } from '../checks/as-day.ts';
import { asNumber, asRows, columnSum, type Row } from '../checks/check.ts';
import { reasonOf } from '../checks/contract-benefits.ts';
import { isContracted, monthsBetween } from '../checks/contract-money.ts';
import { latestNotice } from '../checks/contract-terms.ts';
import { addDays, dayInWords } from '../dates.ts';
import { pounds } from '../show.ts';
import { firstSigningDay, STANDSTILL_ROUTES, standstillAfter } from '../standstill.ts';
import type { Computation, Computed } from './computation.ts';

const missing = (unit: Computed['unit'], working: string): Computed => ({ value: null, unit, working });

export const contractComputations: Record<string, Computation> = {
  /** Percentage of promised benefits that are in the contract. Source of the idea: National Audit Office, HC 1088, 2011. */
  contractCoverage: ({ answer }) => {
    const rows = asRows(answer('benefits'));
    if (rows.length === 0) return missing('percent', 'Shown when a benefit has been promised');
    const share = rows.filter(isContracted).length / rows.length;
    return { value: Math.round(share * 1000) / 10, unit: 'percent', working: coverageInWords(rows) };
  },
  /** Last day other providers may challenge. Source: Provider Selection Regime Regulations 2023, regulation 12. */
  standstillDeadline: ({ answer }) => {
    const notice = latestNotice(answer('con.notices'));
    if (!STANDSTILL_ROUTES.includes(String(answer('con.route')))) return missing('date', 'Shown when the route has a standstill');
    if (!notice) return missing('date', 'Shown when you add the notice of intention to award');
    const { starts, ends } = standstillAfter(notice);
    const working = `Notice published on ${dayInWords(notice)}. The standstill starts on ${dayInWords(starts)}. The 8th working day after that is ${dayInWords(ends)}`;
    return { value: ends, unit: 'date', working };
  },
  /** First day the contract may be signed. Source: the same, and NHS England guidance on reviewing decisions during the standstill. */
  earliestSigning: ({ answer }) => {
    const notice = latestNotice(answer('con.notices'));
    if (!STANDSTILL_ROUTES.includes(String(answer('con.route'))) || !notice) return missing('date', 'Shown when you add the notice of intention to award');
    if (answer('con.representations') !== 'yes') {
      return { value: firstSigningDay(notice), unit: 'date', working: 'The day after the standstill ends, if nobody challenges the award' };
    }
    const further = asDay(answer('con.further_decision'));
    return further
      ? { value: firstSigningDay(notice, further), unit: 'date', working: `The day after 5 working days from ${dayInWords(further)}, when providers were told the result` }
      : missing('date', 'Shown when you enter the day providers were told the result of the challenge');
  },
  /** { days }: last day to publish the award notice. Source: Provider Selection Regime, statutory guidance. */
  awardNoticeDue: ({ answer, params }) => {
    const signing = asDay(answer('con.signing_date'));
    const days = asNumber(params.days) ?? 30;
    return signing
      ? { value: addDays(signing, days), unit: 'date', working: `${days} days after signing on ${dayInWords(signing)}` }
      : missing('date', 'Shown when you enter the signing date');
  },
  /** Length of the contract in words, with and without its extension. */
  contractLength: ({ answer }) => {
    const months = monthsBetween(answer('con.start'), answer('con.end'));
    if (months === undefined) return missing('text', 'Shown when you enter the first and last day');
    const extension = Math.max(0, asNumber(answer('con.extension')) ?? 0);
    const value = extension ? `${inMonths(months)}, and up to ${inMonths(months + extension)} with the extension` : inMonths(months);
    return { value, unit: 'text', working: 'From the first day to the last day, a part month counted as one' };
  },
  /** Price of a full year less its cost: a minus sign is a gap to close. */
  priceGap: ({ answer }) => {
    const price = asNumber(answer('con.annual_value'));
    const cost = asNumber(answer('con.cost_year1'));
    return price === undefined || cost === undefined
      ? missing('money', 'Shown when you enter the value and the cost of a full year')
      : { value: price - cost, unit: 'money', working: `${pounds(price)} a year less ${pounds(cost)}` };
  },
};

function coverageInWords(rows: readonly Row[]): string {
  const inContract = rows.filter(isContracted);
  const leftOut = rows.filter((row) => row.treatment === 'monitored' || row.treatment === 'notContracted');
  const withReason = leftOut.filter(reasonOf).length;
  const undecided = rows.length - inContract.length - leftOut.length;
  const [worth, all] = [columnSum(inContract, 'valuePerYear'), columnSum(rows, 'valuePerYear')];
  return [
    `${inContract.length} of ${rows.length} promised benefits ${inContract.length === 1 ? 'is' : 'are'} in the contract` +
      (all > 0 ? `, worth ${pounds(worth)} of ${pounds(all)} a year` : ''),
    withReason ? `${withReason} not in the contract with a reason` : '',
    leftOut.length > withReason ? `${leftOut.length - withReason} not in the contract and no reason yet` : '',
    undecided ? `${undecided} not decided yet` : '',
  ].filter(Boolean).join('; ');
}

function inMonths(months: number): string {
  const years = months / 12;
  return Number.isInteger(years) ? `${months} months (${years} ${years === 1 ? 'year' : 'years'})` : `${months} ${months === 1 ? 'month' : 'months'}`;
}
