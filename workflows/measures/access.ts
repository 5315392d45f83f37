import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

const RECORDS = 'Community Services Data Set (CSDS) or patient records';

/** Waiting and access: how soon people are seen, and who. */
export const accessMeasures: readonly MeasureWritten[] = [
  {
    code: 'AC01', version: 1, title: 'Wait for a first physiotherapy appointment', category: 'access',
    definition: 'The usual wait for a first appointment about muscles, bones or joints.',
    workedOut: 'Weeks from referral to first contact, for everyone first seen in the month. Take the median: half waited less, half more.',
    unit: 'weeks', direction: 'down', frequency: 'monthly', dataSource: RECORDS, source: FROM.ours,
    caution: 'Agree when the clock starts: the day the referral was sent, or the day it arrived.', aboutPeople: true, quality: true,
  },
  {
    code: 'AC02', version: 1, title: 'Waiting 18 weeks or less, community services', category: 'access',
    definition: 'The share of people on the waiting list who have waited 18 weeks or less.',
    numerator: 'People waiting 18 weeks or less', denominator: 'All people waiting',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Community health services waiting list return', source: FROM.waitingLists,
    caution: 'It is about people still waiting, not those who were seen. Report the number waiting beside it.', aboutPeople: true, quality: true,
  },
  {
    code: 'AC03', version: 1, title: 'Waiting over 52 weeks', category: 'access',
    definition: 'How many people have waited more than a year.',
    workedOut: 'The number of people on the list whose wait is over 52 weeks on the last day of the month.',
    unit: 'count', direction: 'down', frequency: 'monthly', dataSource: 'Community health services waiting list return', source: FROM.waitingLists,
    caution: 'Say how many were seen, and how many were taken off the list for other reasons.', aboutPeople: true, quality: true,
  },
  {
    code: 'AC04', version: 1, title: 'Urgent community response within 2 hours', category: 'access',
    definition: 'The share of urgent referrals that were reached within 2 hours.',
    numerator: '2-hour referrals reached within 2 hours', denominator: 'Referrals the 2-hour standard applies to',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Community Services Data Set (CSDS)', source: FROM.urgentResponse,
    anchor: { text: 'At least 70% of patients reached within 2 hours', on: 'read on 23 November 2026' },
    caution: 'Use the national rules on which referrals count. Leaving out hard ones lifts the figure.', aboutPeople: true, quality: true,
  },
  {
    code: 'AC05', version: 1, title: 'Urgent community response referrals accepted', category: 'access',
    definition: 'How many urgent referrals the service took on, for every 100,000 people.',
    numerator: 'Urgent community response referrals accepted', denominator: 'People in the area served',
    unit: 'per 100,000', direction: 'up', frequency: 'monthly', dataSource: 'Community Services Data Set (CSDS)', source: FROM.urgentResponse,
    caution: 'NHS England has published a rate since April 2026 that is adjusted for the population. This one is not, so do not compare the two.', aboutPeople: true, quality: true,
  },
  {
    code: 'AC06', version: 1, title: 'Routine community nursing seen on time', category: 'access',
    definition: 'The share of routine nursing referrals seen within the hours agreed.',
    numerator: 'Referrals seen within the agreed hours', denominator: 'Routine community nursing referrals',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Patient records', source: FROM.ours,
    caution: 'Write the agreed hours into the definition, such as 72. The figure means nothing without them.', aboutPeople: true, quality: true,
  },
  {
    code: 'AC07', version: 1, title: 'Missed appointments', category: 'productivity',
    definition: 'The share of appointments that the patient missed without telling the service.',
    numerator: 'Appointments the patient did not attend', denominator: 'Appointments attended and appointments missed',
    unit: '%', direction: 'down', frequency: 'monthly', dataSource: RECORDS, source: FROM.ours,
    caution: 'Leave out appointments the patient cancelled.', aboutPeople: true, behavioural: true, value: true,
  },
  {
    code: 'AC08', version: 1, title: 'Appointments cancelled by the service', category: 'access',
    definition: 'The share of booked appointments that the service cancelled with less than 48 hours\' notice.',
    numerator: 'Appointments the service cancelled less than 48 hours before', denominator: 'Appointments booked',
    unit: '%', direction: 'down', frequency: 'monthly', dataSource: 'Patient records', source: FROM.ours, aboutPeople: true, behavioural: true, quality: true,
  },
  {
    code: 'AC09', version: 1, title: 'Children\'s wheelchairs within 18 weeks', category: 'access',
    definition: 'The share of children given their wheelchair or equipment within 18 weeks of referral.',
    numerator: 'Children who had their equipment within 18 weeks', denominator: 'Children whose equipment was delivered in the quarter',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'National Wheelchair Data Collection', source: FROM.wheelchairs,
    anchor: { text: '92% of children within 18 weeks', on: 'read on 23 November 2026' },
    aboutPeople: true, quality: true,
  },
  {
    code: 'AC10', version: 1, title: 'Talking Therapies within 6 weeks', category: 'access',
    definition: 'The share of people finishing treatment whose first session came within 6 weeks.',
    numerator: 'People first treated within 6 weeks of referral', denominator: 'People who finished treatment in the month',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Talking Therapies data set', source: FROM.talkingTherapies,
    anchor: { text: '75% within 6 weeks', on: 'read on 23 November 2026' },
    caution: 'Watch the wait between the first session and the second as well.', aboutPeople: true, quality: true,
  },
  {
    code: 'AC11', version: 1, title: 'Talking Therapies within 18 weeks', category: 'access',
    definition: 'The share of people finishing treatment whose first session came within 18 weeks.',
    numerator: 'People first treated within 18 weeks of referral', denominator: 'People who finished treatment in the month',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Talking Therapies data set', source: FROM.talkingTherapies,
    anchor: { text: '95% within 18 weeks', on: 'read on 23 November 2026' },
    aboutPeople: true, quality: true,
  },
  {
    code: 'AC12', version: 1, title: 'Wait for podiatry, speech or dietetics', category: 'access',
    definition: 'The usual wait for a first appointment, for one of these services.',
    workedOut: 'Weeks from referral to first contact, for everyone first seen in the month. Take the median, one service at a time.',
    unit: 'weeks', direction: 'down', frequency: 'monthly', dataSource: 'Patient records', source: FROM.ours,
    caution: 'Never join services into one figure: a fall in one hides a rise in another.', aboutPeople: true, quality: true,
  },
  {
    code: 'AC13', version: 1, title: 'Self-referrals', category: 'access',
    definition: 'The share of referrals that people made for themselves.',
    numerator: 'Referrals people made for themselves', denominator: 'All referrals',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Patient records', source: FROM.ours,
    caution: 'Check who refers themselves: people who know the system may gain most.', aboutPeople: true, behavioural: true, quality: true,
  },
  {
    code: 'AC14', version: 1, title: 'Gap in waits between poorer and richer areas', category: 'inequality',
    definition: 'How much longer people from the most deprived areas wait than people from the least deprived.',
    workedOut: 'The median wait of people from deprivation tenths 1 and 2, less the median wait of people from tenths 9 and 10.',
    unit: 'weeks', direction: 'down', frequency: 'quarterly', dataSource: 'Patient records with postcode', source: FROM.ours,
    caution: 'It also shrinks when everyone waits longer. Show both waits beside it.', aboutPeople: true, quality: true, balancing: true,
  },
];
