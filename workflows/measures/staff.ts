import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

/** Staff: sickness, turnover, engagement, training and ownership. */
export const staffMeasures: readonly MeasureWritten[] = [
  {
    code: 'ST01', version: 1, title: 'Staff sickness absence rate', category: 'staff',
    definition: 'The share of the days staff could have worked that were lost to sickness.',
    numerator: 'Days lost to sickness, as whole-time equivalent days', denominator: 'Days available to work, as whole-time equivalent days',
    unit: '%', direction: 'down', frequency: 'monthly', dataSource: 'Electronic Staff Record (ESR) or payroll', source: FROM.sickness,
    caution: 'National figures come from the Electronic Staff Record. A new organisation that leaves it drops out of them. Absence that nobody records looks like an improvement.',
    aboutPeople: true, behavioural: true,
  },
  {
    code: 'ST02', version: 1, title: 'Sickness days per person', category: 'staff',
    definition: 'The average number of days each member of staff was off sick in a year.',
    numerator: 'Days lost to sickness in the year', denominator: 'Average number of staff in the year',
    unit: 'days per person', direction: 'down', frequency: 'yearly', dataSource: 'HR records', source: FROM.ours,
    caution: 'Never compare it with a sickness rate in %. Say whether days mean working days or calendar days.',
    aboutPeople: true, behavioural: true,
  },
  {
    code: 'ST03', version: 1, title: 'Voluntary turnover', category: 'staff',
    definition: 'The share of staff who chose to leave in the last 12 months.',
    numerator: 'Staff who left by their own choice in 12 months', denominator: 'Average number of staff in the same 12 months',
    unit: '%', direction: 'down', frequency: 'monthly', dataSource: 'HR records', source: FROM.ours,
    caution: 'Leave out staff who move to another employer by TUPE, the law on transfers.', aboutPeople: true, behavioural: true,
  },
  {
    code: 'ST04', version: 1, title: 'Vacancy rate', category: 'staff',
    definition: 'The share of funded posts that nobody holds.',
    numerator: 'Vacant posts, as whole-time equivalents', denominator: 'Funded posts, as whole-time equivalents',
    unit: '%', direction: 'down', frequency: 'monthly', dataSource: 'Finance and HR records', source: FROM.ours,
    caution: 'It also falls when funded posts are cut. Report the number of funded posts beside it.',
  },
  {
    code: 'ST05', version: 1, title: 'Staff engagement score', category: 'staff',
    definition: 'How motivated, involved and proud of their work staff say they are, from 0 to 10.',
    workedOut: 'The NHS Staff Survey engagement score: the average of its scores for motivation, involvement and advocacy.',
    unit: 'score', direction: 'up', frequency: 'yearly', dataSource: 'NHS Staff Survey, or your own survey with the same questions', source: FROM.staffSurvey,
    caution: 'Take the starting figure from the host\'s survey before transfer. A score from other questions cannot be compared.',
    aboutPeople: true, behavioural: true,
  },
  {
    code: 'ST06', version: 1, title: 'Would recommend as a place to work', category: 'staff',
    definition: 'The share of staff who would recommend the organisation as a place to work.',
    numerator: 'Staff who agree or strongly agree', denominator: 'Staff who answered the question',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'NHS Staff Survey, or your own survey with the same question', source: FROM.staffSurvey,
    caution: 'Show how many answered, and what share of all staff that is.', aboutPeople: true, behavioural: true,
  },
  {
    code: 'ST07', version: 1, title: 'Would recommend the care', category: 'staff',
    definition: 'The share of staff who would be happy for a friend or relative to be treated here.',
    numerator: 'Staff who agree or strongly agree', denominator: 'Staff who answered the question',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'NHS Staff Survey, or your own survey with the same question', source: FROM.staffSurvey,
    caution: 'Show how many answered, and what share of all staff that is.', aboutPeople: true, behavioural: true,
  },
  {
    code: 'ST08', version: 1, title: 'Agency spend share', category: 'cash-saving',
    definition: 'The share of the pay bill that goes to agency staff.',
    numerator: 'Agency spend in pounds', denominator: 'All pay in pounds, agency included',
    unit: '%', direction: 'down', frequency: 'monthly', dataSource: 'Ledger', source: FROM.ours,
    caution: 'It also falls when shifts stay empty. Read it beside the vacancy rate.', value: true,
  },
  {
    code: 'ST09', version: 1, title: 'Mandatory training in date', category: 'staff',
    definition: 'The share of the mandatory courses staff should hold that are in date.',
    numerator: 'Mandatory courses in date', denominator: 'Mandatory courses staff should hold',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Training records', source: FROM.ours,
  },
  {
    code: 'ST10', version: 1, title: 'Appraisals completed', category: 'staff',
    definition: 'The share of staff who had an appraisal in the last 12 months.',
    numerator: 'Staff appraised in the last 12 months', denominator: 'Staff who should have been',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'HR records', source: FROM.ours,
    caution: 'It counts appraisals, not how good they were.', aboutPeople: true,
  },
  {
    code: 'ST11', version: 1, title: 'Staff who are members or shareholders', category: 'staff',
    definition: 'The share of the staff who may join that hold a membership or a share.',
    numerator: 'Staff on the register of members', denominator: 'Staff who may join',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Register of members', source: FROM.ours,
    caution: 'If staff become members without asking, this says nothing about support.', aboutPeople: true, behavioural: true,
  },
  {
    code: 'ST12', version: 1, title: 'Staff ideas put into practice', category: 'staff',
    definition: 'How many ideas from staff were carried out, for every 100 whole-time staff.',
    numerator: 'Ideas carried out in the quarter', denominator: 'Whole-time equivalent staff',
    unit: 'per 100 staff', direction: 'up', frequency: 'quarterly', dataSource: 'Log of ideas', source: FROM.ours,
    caution: 'Tell the stories beside the number. One large idea may matter more than ten small ones.',
  },
];
