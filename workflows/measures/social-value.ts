import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

/** Social value: what the community gains beside the care. */
export const socialValueMeasures: readonly MeasureWritten[] = [
  {
    code: 'SV01', version: 1, title: 'Community grants from surplus', category: 'social-value',
    definition: 'Money given to community groups out of the surplus, each year.',
    workedOut: 'The sum of grants paid in the year, in pounds.',
    unit: '£ a year', direction: 'up', frequency: 'yearly', dataSource: 'Accounts', source: FROM.ours,
    caution: 'Say what came of the grants, not only what was paid.',
  },
  {
    code: 'SV02', version: 1, title: 'Staff who live locally', category: 'social-value',
    definition: 'The share of staff who live in the area the service covers.',
    numerator: 'Staff who live in the area', denominator: 'All staff',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'HR records', source: FROM.ours,
    caution: 'Draw the area once, such as that of the integrated care board.', aboutPeople: true,
  },
  {
    code: 'SV03', version: 1, title: 'Apprentices', category: 'social-value',
    definition: 'How many apprentices are in post, for every 100 whole-time staff.',
    numerator: 'Apprentices in post', denominator: 'Whole-time equivalent staff',
    unit: 'per 100 staff', direction: 'up', frequency: 'yearly', dataSource: 'HR records', source: FROM.ours, aboutPeople: true,
  },
  {
    code: 'SV04', version: 1, title: 'Volunteer hours', category: 'social-value',
    definition: 'How many hours volunteers gave in the quarter.',
    workedOut: 'The sum of hours in the volunteers\' log for the quarter.',
    unit: 'hours', direction: 'up', frequency: 'quarterly', dataSource: 'Volunteers\' log', source: FROM.ours,
    caution: 'Volunteers should add to paid staff, never stand in for them.',
  },
  {
    code: 'SV05', version: 1, title: 'Spend with local charities and small firms', category: 'social-value',
    definition: 'The share of spending on goods and services that goes to local charities and small firms.',
    numerator: 'Spend with local charities and small firms, in pounds', denominator: 'All spend other than pay, in pounds',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'Ledger', source: FROM.ours,
    caution: 'Draw the area once, and say what counts as small.',
  },
  {
    code: 'SV06', version: 1, title: 'Travel emissions per contact', category: 'social-value',
    definition: 'Greenhouse gases from staff travel, for each patient contact.',
    numerator: 'Kilograms of carbon dioxide equivalent from work travel', denominator: 'Patient contacts',
    unit: 'kg per contact', direction: 'down', frequency: 'yearly', dataSource: 'Mileage claims', source: FROM.ours,
    caution: 'Say which conversion factors you use, and of which year.',
  },
];
