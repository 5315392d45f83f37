import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

/** Productivity: what the service does with its time and money. */
export const productivityMeasures: readonly MeasureWritten[] = [
  {
    code: 'PR01', version: 1, title: 'Contacts per clinician a day', category: 'productivity',
    definition: 'How many patient contacts a whole-time clinician makes in a working day.',
    numerator: 'Patient contacts in the month', denominator: 'Days worked by clinicians, as whole-time equivalent days',
    unit: 'contacts a day', direction: 'up', frequency: 'monthly', dataSource: 'Patient records and HR records', source: FROM.ours,
    caution: 'Shorter visits lift it. Put a measure of quality beside it.', behavioural: true, value: true,
  },
  {
    code: 'PR02', version: 1, title: 'Cost per contact', category: 'cash-saving',
    definition: 'What one patient contact costs, everything included.',
    numerator: 'Whole cost of the service in pounds, with overheads and VAT', denominator: 'Patient contacts',
    unit: '£ per contact', direction: 'down', frequency: 'quarterly', dataSource: 'Ledger and Community Services Data Set (CSDS)', source: FROM.ours,
    caution: 'Leaving out overheads or VAT makes a new organisation look cheaper than it is.', value: true,
  },
  {
    code: 'PR03', version: 1, title: 'Time with patients', category: 'productivity',
    definition: 'The share of clinicians\' contracted hours that they spend with patients.',
    numerator: 'Hours with patients', denominator: 'Contracted hours',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Diary exercise or electronic rosters', source: FROM.ours,
    caution: 'Say whether travel and notes count. Keep that the same each time.', behavioural: true, value: true,
  },
  {
    code: 'PR04', version: 1, title: 'Follow-ups for each new patient', category: 'productivity',
    definition: 'How many follow-up contacts there are for each first contact.',
    numerator: 'Follow-up contacts', denominator: 'First contacts',
    unit: 'ratio', direction: 'band', frequency: 'monthly', dataSource: 'Patient records', source: FROM.ours,
    caution: 'Agree the range with clinicians. Too few may mean that people come back worse.', value: true,
  },
  {
    code: 'PR05', version: 1, title: 'Contacts by phone or video', category: 'productivity',
    definition: 'The share of contacts made by phone, video or message.',
    numerator: 'Contacts by phone, video or message', denominator: 'All contacts',
    unit: '%', direction: 'band', frequency: 'monthly', dataSource: 'Community Services Data Set (CSDS)', source: FROM.ours,
    caution: 'Check that people without a phone, a connection or English are not shut out.',
  },
  {
    code: 'PR06', version: 1, title: 'Waste taken out', category: 'cash-saving',
    definition: 'Money no longer spent on steps that nobody needed, each year.',
    workedOut: 'The sum of savings that recur and that finance has checked, in pounds a year.',
    unit: '£ a year', direction: 'up', frequency: 'yearly', dataSource: 'Finance records', source: FROM.ours,
    caution: 'Count a saving once. Leave out one that moves the cost to somebody else.', value: true,
  },
];
