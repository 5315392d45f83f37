import { cashMonths, lowest } from '#workflows/computed/cash-flow.ts';
import type { Year } from '#workflows/computed/five-year-model.ts';
import { asRows, type Row } from '#workflows/checks/check.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { modelOf, reading, share, tidy } from './sums.ts';

/** Net pay leaves on pay day; tax, insurance contributions and pensions follow a month later. */
const TAKEN_HOME = 0.68;

/** Day one, the months of the first two years, credit and old debts. */
export function cashAnswers(f: StoryFacts, money: Answers): Answers {
  const years = modelOf(money);
  const months = Array.from({ length: 24 }, (_, i) => monthRow(f, money, years, i + 1));
  const flow: Answers = { 'fin.opening_balance': dayOne(f), 'fin.cashflow': months.slice(0, 12), ...(!f.small && { 'fin.cashflow_y2': months.slice(12) }) };
  const low = lowest(cashMonths(reading(flow)))!;
  return {
    ...flow,
    'fin.start_month': f.transferOn.slice(0, 7),
    'fin.working_capital': Math.floor(low.closing / (years[0]!.cost / 365)),
    'fin.working_capital_lender': 'A social bank that lends to community health companies',
    'fin.working_capital_limit': share(f, 4),
    'fin.working_capital_status': 'offered',
    'fin.timing': [
      { row: 'debtors', days: 5, note: `${f.commissioner} pays monthly in advance, the council by quarter in arrears` },
      { row: 'creditors', days: 30, note: 'Small local suppliers within 10 days' },
      { row: 'payroll', days: 26, note: null }, { row: 'tax', days: 26, note: 'Pensions by the 19th of the next month' },
    ],
    'fin.deferred_income': { notApplicable: 'The monthly payment is for the month in which it is paid' },
    'fin.liabilities': [
      { liability: 'Clinical claims from before the transfer', amount: share(f, 2), before: f.parent, after: 'parent', cover: 'indemnity' },
      { liability: 'Untaken leave at the transfer', amount: share(f, 0.4), before: f.parent, after: 'parent', cover: 'cash' },
      { liability: 'Repairs found in the building survey', amount: share(f, 0.3), before: f.parent, after: 'enterprise', cover: 'cash' },
    ],
    'fin.affordability': [
      { row: 'parent', yearly: -share(f, 0.8), cash: -share(f, 0.7), balance: 'Equipment moves at book value', agreed: 'Director of finance' },
      { row: 'commissioner', yearly: 0, cash: -share(f, 3), balance: 'Working capital comes back at contract end', agreed: f.sponsor },
      { row: 'enterprise', yearly: tidy(years[0]!.surplus), cash: dayOne(f)[0]!.amount, balance: 'More owned than owed on day one', agreed: f.financeLead },
    ],
  };
}

const dayOne = (f: StoryFacts) => [
  { row: 'cash', amount: share(f, 6.5) }, { row: 'debtors', amount: share(f, 0.5) }, { row: 'stock', amount: share(f, 0.2) },
  { row: 'creditors', amount: share(f, 1.6) }, { row: 'accruals', amount: share(f, 1) }, { row: 'loans', amount: 0 },
];

/** Money in and out in one month, by when it moves. Nothing of the time before day one is paid but what the balance shows. */
function monthRow(f: StoryFacts, money: Answers, years: readonly Year[], month: number): Row {
  const yearAt = (m: number) => years[m > 12 ? 1 : 0]!;
  const insurance = asRows(reading(money)('fin.insurance')).reduce((sum, row) => sum + Number(row.yearly), 0);
  const line = (question: string, row: string, m: number) => Number(asRows(reading(money)(question)).find((r) => r.row === row)?.[m > 12 ? 'y2' : 'y1'] ?? 0);
  const people = (m: number) => (yearAt(m).pay + yearAt(m).pension) / 12;
  const supplies = (m: number) => (yearAt(m).cost - insurance) / 12 - people(m);
  const contract = (line('fin.income', 'inc-01', month) + line('fin.income', 'inc-03', month)) / 12;
  const council = month > 1 && month % 3 === 1 ? line('fin.income', 'inc-04', month - 1) / 4 : 0;
  const trading = month > 1 ? line('fin.income', 'inc-05', month - 1) / 12 : 0;
  const opening = month === 1 ? share(f, 1.6) : 0;
  const late = month > 1 ? people(month - 1) * (1 - TAKEN_HOME) + supplies(month - 1) : 0;
  return {
    row: `m${month}`,
    receipts: tidy(contract + council + trading + (month === 1 ? line('fin.income', 'inc-06', 1) : 0) + (month === 2 ? share(f, 0.5) : 0)),
    payments: tidy(
      people(month) * TAKEN_HOME + late + opening + (month % 12 === 1 ? insurance : 0) + (month === 1 ? yearAt(1).setUp : 0) +
      line('fin.capital', 'spend', month) / 12 + (month === 21 ? line('fin.financing', 'tax', 1) : 0),
    ),
  };
}
