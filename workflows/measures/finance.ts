import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

/** Money: surplus, cash and savings against plan. */
export const financeMeasures: readonly MeasureWritten[] = [
  {
    code: 'FI01', version: 1, title: 'Surplus put back', category: 'social-value',
    definition: 'The share of the year\'s surplus used for services or the community.',
    numerator: 'Surplus used for services or the community, in pounds', denominator: 'Surplus for the year, in pounds',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'Accounts and community interest report (CIC34)', source: FROM.ours,
    caution: 'Surplus is not income. A share of all resources is another figure, and looks much larger. There is no figure in a year with a loss.',
  },
  {
    code: 'FI02', version: 1, title: 'Surplus margin', category: 'cash-saving',
    definition: 'The share of income left over after all costs.',
    numerator: 'Surplus in pounds', denominator: 'Income in pounds',
    unit: '%', direction: 'band', frequency: 'quarterly', dataSource: 'Accounts', source: FROM.ours, suggested: { low: 1, high: 3 },
    caution: 'A loss is a figure below 0. A large surplus may mean that the price is too high.', unbounded: true,
  },
  {
    code: 'FI03', version: 1, title: 'Days of cash', category: 'cash-saving',
    definition: 'How many days the organisation could pay its costs from the cash it has.',
    workedOut: 'Cash at the end of the month, divided by the yearly running costs over 365.',
    unit: 'days', direction: 'up', frequency: 'monthly', dataSource: 'Ledger', source: FROM.ours, suggested: { low: 30 },
    caution: 'The failure plan watches the same figure.',
  },
  {
    code: 'FI04', version: 1, title: 'Savings against plan', category: 'cash-saving',
    definition: 'The savings made so far, as a share of the savings planned.',
    numerator: 'Savings made, in pounds', denominator: 'Savings planned, in pounds',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Finance records', source: FROM.ours,
    caution: 'Count only money that somebody can take out of a budget.', unbounded: true, value: true,
  },
  {
    code: 'FI05', version: 1, title: 'Overheads', category: 'cash-saving',
    definition: 'The share of income spent on running the organisation and not on care.',
    numerator: 'Corporate costs in pounds', denominator: 'Income in pounds',
    unit: '%', direction: 'down', frequency: 'quarterly', dataSource: 'Ledger', source: FROM.ours, suggested: { high: 15 },
    caution: 'Say what counts as corporate. Moving a cost to services lowers it.', value: true,
  },
  {
    code: 'FI06', version: 1, title: 'Suppliers paid within 30 days', category: 'social-value',
    definition: 'The share of invoices paid within 30 days.',
    numerator: 'Invoices paid within 30 days', denominator: 'Invoices paid',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Ledger', source: FROM.ours,
    caution: 'A fall is an early warning that cash is short. Invoices still unpaid do not show in it.',
  },
];
