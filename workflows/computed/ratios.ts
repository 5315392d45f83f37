import { asNumber, asText, columnSum } from '../checks/check.ts';
import { fillLabels } from '../labels.ts';
import { cashMonths, lowest, monthInWords } from './cash-flow.ts';
import type { Computation, ComputationInput, Computed } from './computation.ts';
import { dayOne, fiveYears, type Year } from './five-year-model.ts';
import { pounds, round1 } from './money-words.ts';

/** Green from `from`, up to and with `upTo`, or under `under`; red under `redUnder` or over `redOver`; amber between. */
export interface Band { from?: number; upTo?: number; under?: number; redUnder?: number; redOver?: number }
type Colour = 'Green' | 'Amber' | 'Red';

const EDGES = ['from', 'upTo', 'under', 'redUnder', 'redOver'] as const;
export const bandOf = (params: Record<string, unknown>): Band =>
  Object.fromEntries(EDGES.flatMap((edge) => { const n = asNumber(params[edge]); return n === undefined ? [] : [[edge, n]]; }));

export function colourOf(value: number, band: Band): Colour {
  if (value < (band.redUnder ?? -Infinity) || value > (band.redOver ?? Infinity)) return 'Red';
  return value >= (band.from ?? -Infinity) && value <= (band.upTo ?? Infinity) && value < (band.under ?? Infinity) ? 'Green' : 'Amber';
}

function bandInWords(band: Band, unit = ''): string {
  const n = (edge: number) => `${edge}${unit}`;
  const green =
    band.from !== undefined && band.upTo !== undefined ? `${n(band.from)} to ${n(band.upTo)}`
    : band.from !== undefined ? `${n(band.from)} or more`
    : band.upTo !== undefined ? `up to ${n(band.upTo)}`
    : band.under !== undefined ? `under ${n(band.under)}` : undefined;
  const red = band.redUnder !== undefined ? `under ${n(band.redUnder)}` : band.redOver !== undefined ? `over ${n(band.redOver)}` : undefined;
  const parts = [green && `green is ${green}`, red && `red is ${red}`].filter(Boolean);
  return parts.length ? `. Our default: ${parts.join(', ')}` : '';
}

/** A ratio as shown: rounded, with its colour, its reason and the default bands. */
export function graded(value: number, unit: Computed['unit'], band: Band, because: string, suffix = unit === 'percent' ? '%' : ''): Computed {
  const shown = round1(value);
  return { value: shown, unit, working: `${colourOf(shown, band)}. ${because}${bandInWords(band, suffix)}` };
}

const later = (unit: Computed['unit'], what = 'income and costs'): Computed => ({ value: null, unit, working: `Shown when you have entered ${what}` });
const share = (part: number, whole: number) => round1((part / whole) * 100);

/** The year that looks worst against the band, and its ratio. Years for which `of` answers undefined are passed over. */
export function worstYear(years: readonly Year[], of: (year: Year) => number | undefined, band: Band): { year: Year; value: number } | undefined {
  const rank = { Red: 2, Amber: 1, Green: 0 };
  const badness = (value: number) => (band.redOver !== undefined ? value : -value);
  return years
    .flatMap((year) => { const value = of(year); return value === undefined ? [] : [{ year, value: round1(value) }]; })
    .sort((a, b) => rank[colourOf(b.value, band)] - rank[colourOf(a.value, band)] || badness(b.value) - badness(a.value))[0];
}

const ofIncome = (part: (year: Year) => number) => (year: Year) => (year.income > 0 ? share(part(year), year.income) : undefined);
export const operatingMargin = ofIncome((year) => year.operating);
export const surplusMargin = ofIncome((year) => year.surplus);
export const debtCover = (year: Year) => (year.financing > 0 ? year.operating / year.financing : undefined);

/** A percentage of income in the year that looks worst. */
const worstShare = (of: (year: Year) => number | undefined, part: (year: Year) => number, noun: string): Computation => ({ answer, params }) => {
  const band = bandOf(params);
  const worst = worstYear(fiveYears(answer), of, band);
  if (!worst) return later('percent');
  const { year, value } = worst;
  return graded(value, 'percent', band, `In year ${year.year} ${noun} is ${pounds(part(year))} of ${pounds(year.income)} income`);
};

const cashDays: Computation = ({ answer, params }) => {
  const least = lowest(cashMonths(answer));
  const years = fiveYears(answer);
  const year = least && (years[least.month > 12 ? 1 : 0] ?? years[0]);
  if (!least || !year || year.cost <= 0) return later('decimal', 'costs, day one cash and the months');
  return graded(
    least.closing / (year.cost / 365), 'decimal', bandOf(params),
    `At the end of ${monthInWords(answer, least.month)} you hold ${pounds(least.closing)}. A day costs ${pounds(year.cost / 365)}`, ' days',
  );
};

function bondHeadroom(answer: ComputationInput['answer']): { headroom: number; free: number; credit: number; bond: number } | undefined {
  const bond = asNumber(answer('fin.bond_amount'));
  const free = lowest(cashMonths(answer))?.closing ?? dayOne(answer)?.cash;
  if (bond === undefined || free === undefined) return undefined;
  const agreed = ['offered', 'signed'].includes(asText(answer('fin.working_capital_status')) ?? '');
  const credit = agreed ? asNumber(answer('fin.working_capital_limit')) ?? 0 : 0;
  return { headroom: free + credit - bond, free, credit, bond };
}

/** The ratios an approver would work out. Every band comes from the definition and is a Slipway default. */
export const ratioComputations: Record<string, Computation> = {
  /** Cash and debtors less what is owed soon, on day one, in days of year 1 cost. Slipway default bands. */
  liquidityDays: ({ answer, params }) => {
    const start = dayOne(answer);
    const cost = fiveYears(answer)[0]?.cost;
    if (!start || !cost) return later('decimal', 'day one and year 1 costs');
    const liquid = start.cash + start.debtors - start.owed;
    return graded((liquid / cost) * 365, 'decimal', bandOf(params), `${pounds(liquid)} against a year that costs ${pounds(cost)}`, ' days');
  },
  /** Operating result over interest, repayment and dividend, in the year that looks worst. Slipway default bands. */
  debtCover: ({ answer, params }) => {
    const years = fiveYears(answer);
    if (years.length === 0) return later('decimal');
    const band = bandOf(params);
    const worst = worstYear(years, debtCover, band);
    if (!worst) return { value: 'Nothing to cover', unit: 'text', working: 'Green. You plan no interest, repayment or dividend' };
    const { year, value } = worst;
    return graded(value, 'decimal', band, `In year ${year.year} you have ${pounds(year.operating)} to pay ${pounds(year.financing)}`, ' times');
  },
  /** Operating result over income, in the year that looks worst. Slipway default bands. */
  operatingMargin: worstShare(operatingMargin, (year) => year.operating, 'the operating result'),
  /** Surplus over income, in the year that looks worst. Slipway default bands. */
  surplusMargin: worstShare(surplusMargin, (year) => year.surplus, 'the surplus'),
  /** Days of cost that the lowest month-end cash would pay for. Slipway default bands. */
  cashDays,
  /** Bought-in support services over income, in the year that looks worst. Slipway default bands. */
  overheadShare: worstShare(ofIncome((year) => year.overheads), (year) => year.overheads, 'overhead cost'),
  /** Pay with pensions over income, in the year that looks worst. Slipway default bands. */
  payShare: worstShare(ofIncome((year) => year.pay + year.pension), (year) => year.pay + year.pension, 'pay with pensions'),
  /** One-off transition money as a share of the year 1 surplus. Slipway default bands. */
  transitionShare: ({ answer, params }) => {
    const first = fiveYears(answer)[0];
    if (!first) return later('percent');
    if (first.transition === 0) return graded(0, 'percent', bandOf(params), 'Year 1 has no one-off money');
    if (first.surplus <= 0) return { value: 'No surplus', unit: 'text',
      working: `Red. Year 1 shows no surplus even with ${pounds(first.transition)} of one-off money` };
    return graded(share(first.transition, first.surplus), 'percent', bandOf(params),
      `${pounds(first.transition)} of one-off money beside a surplus of ${pounds(first.surplus)}`);
  },
  /** Free reserves at the end of year 3 in months of that year's cost. Slipway default bands. */
  reservesMonths: ({ answer, params }) => {
    const years = fiveYears(answer).slice(0, 3);
    const third = years[2];
    if (!third || third.cost <= 0) return later('decimal', '3 years of income and costs');
    const reserves = (asNumber(answer('fin.reserves_opening')) ?? 0) + years.reduce((sum, year) => sum + year.surplus - year.dividend, 0);
    return graded(reserves / (third.cost / 12), 'decimal', bandOf(params), `${pounds(reserves)} against ${pounds(third.cost / 12)} a month`, ' months');
  },
  /** Planned savings over income, in the year that looks worst. Slipway default bands. */
  savingsShare: ({ answer, params }) => {
    const band = bandOf(params);
    const saved = (year: Year) => columnSum(answer('fin.efficiency'), `y${year.year}`);
    const years = answer('fin.efficiency') === undefined ? [] : fiveYears(answer);
    const worst = worstYear(years, ofIncome(saved), band);
    if (!worst) return later('percent', 'income, costs and savings');
    return graded(worst.value, 'percent', band,
      `In year ${worst.year.year} you plan to save ${pounds(saved(worst.year))} of ${pounds(worst.year.income)} income`);
  },
  /** Whether the contract outlasts the longest loan. Slipway default. */
  contractAgainstLoan: ({ answer }) => {
    const contract = asNumber(answer('bc.contract_years'));
    const loan = asNumber(answer('fin.loan_years'));
    if (contract === undefined || loan === undefined) return later('text', 'the length of the contract and of your longest loan');
    const colour = contract > loan || loan === 0 ? 'Green' : contract === loan ? 'Amber' : 'Red';
    return { value: colour, unit: 'text',
      working: `The contract lasts ${contract} years and the longest loan ${loan}. Our default: green when the contract is longer` };
  },
  /** Lowest cash and agreed credit less the bond asked for. Slipway default. */
  bondCover: ({ answer }) => {
    if (answer('fin.bond') === 'no') return { value: 'No bond asked for', unit: 'text', working: 'Green. Nobody asks for a bond' };
    const found = bondHeadroom(answer);
    if (!found) return later('money', 'the bond, day one cash and the months');
    const { headroom, free, credit, bond } = found;
    return { value: headroom, unit: 'money',
      working: `${headroom >= 0 ? 'Green' : 'Red'}. Lowest cash ${pounds(free)} and agreed credit ${pounds(credit)}, less a bond of ${pounds(bond)}` };
  },
  /** Net current assets on day one: above, at or below £0. Slipway default. */
  dayOneBalance: ({ answer }) => {
    const start = dayOne(answer);
    if (!start) return later('money', 'what you own and owe on day one');
    const colour = start.net > 0 ? 'Green' : start.net === 0 ? 'Amber' : 'Red';
    return { value: start.net, unit: 'money',
      working: `${colour}. You owe ${pounds(start.owed)} soon. Our default: green is above £0, red is below £0` };
  },
  /** Year 1 income beside the main contract; a guarantee stands in for it while the organisation is new. Slipway default. */
  contractScale: ({ answer, pathway }) => {
    const backer = { parent: 'The {parent}', commissioner: 'The {commissioner}', lender: 'A lender' }[asText(answer('fin.guarantee')) ?? ''];
    if (backer) {
      const working = `${backer} stands behind the contract, so we do not compare sizes while you are new`;
      return { value: 'Guaranteed', unit: 'text', working: fillLabels(working, pathway.labels) };
    }
    const income = fiveYears(answer)[0]?.income;
    const contract = asNumber(answer('bc.contract_value'));
    if (!income || !contract) return later('decimal', 'income, costs and the value of your main contract');
    const working = `${pounds(income)} of income beside a contract of ${pounds(contract)}. Ask the {parent} or the {commissioner} to stand behind you`;
    return { value: round1(income / contract), unit: 'decimal', working: fillLabels(working, pathway.labels) };
  },
};
