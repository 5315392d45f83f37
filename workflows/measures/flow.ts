import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

const HOSPITAL = 'Hospital activity data (SUS)';

/** Hospital and home: admissions avoided, beds and going home. */
export const flowMeasures: readonly MeasureWritten[] = [
  {
    code: 'FL01', version: 1, title: 'A&E attendances avoided', category: 'cost-avoidance',
    definition: 'How many fewer times people on the caseload went to A&E than expected.',
    workedOut: 'The number expected (rate before the change x people on the caseload now), less the number that happened. Or the number of episodes coded as avoided.',
    unit: 'count', direction: 'up', frequency: 'monthly', dataSource: 'Hospital activity data (SUS) and Community Services Data Set (CSDS)', source: FROM.ours,
    caution: 'Nobody can see what would have happened, so agree the expected number first. The UnitingCare contract, on which the National Audit Office reported in 2016, was built on savings of this kind.',
    aboutPeople: true, value: true,
  },
  {
    code: 'FL02', version: 1, title: 'Emergency admissions of people over 65', category: 'patient-outcome',
    definition: 'Emergency admissions of people aged 65 and over, for every 1,000 on the caseload.',
    numerator: 'Emergency admissions of people aged 65 and over on the caseload', denominator: 'People aged 65 and over on the caseload',
    unit: 'per 1,000', direction: 'down', frequency: 'monthly', dataSource: HOSPITAL, source: FROM.ours,
    caution: 'People picked because they were often admitted would be admitted less next year anyway.', aboutPeople: true, quality: true,
  },
  {
    code: 'FL03', version: 1, title: 'Back in hospital within 30 days', category: 'safety',
    definition: 'The share of people leaving intermediate care who had an emergency admission within 30 days.',
    numerator: 'People with an emergency admission within 30 days', denominator: 'People discharged from intermediate care',
    unit: '%', direction: 'down', frequency: 'quarterly', dataSource: HOSPITAL, source: FROM.ours, aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'FL04', version: 1, title: 'At home 91 days after leaving hospital', category: 'patient-outcome',
    definition: 'The share of people aged 65 and over who are at home 91 days after leaving hospital for reablement.',
    numerator: 'People at home 91 days later', denominator: 'People aged 65 and over discharged from hospital to reablement',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'Adult Social Care Outcomes Framework', source: FROM.socialCareOutcomes,
    caution: 'People who have died count as not at home.', aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'FL05', version: 1, title: 'Community bed occupancy', category: 'productivity',
    definition: 'The share of the community beds available that were in use.',
    numerator: 'Beds in use, summed over the days of the month', denominator: 'Beds available, summed over the days of the month',
    unit: '%', direction: 'band', frequency: 'monthly', dataSource: 'Situation report', source: FROM.ours, suggested: { low: 85, high: 92 },
    caution: 'Too full leaves no room for the next patient. Too empty wastes beds.', unbounded: true,
  },
  {
    code: 'FL06', version: 1, title: 'Length of stay in a community bed', category: 'productivity',
    definition: 'The usual number of days that people stay in a community bed.',
    workedOut: 'Days from admission to discharge, for everyone discharged in the month. Take the median.',
    unit: 'days', direction: 'down', frequency: 'monthly', dataSource: 'Patient records', source: FROM.ours,
    caution: 'It depends on how ill people are when they arrive. Read it beside returns to hospital within 30 days.', aboutPeople: true, value: true,
  },
  {
    code: 'FL07', version: 1, title: 'Ready to leave but still in a bed', category: 'integration',
    definition: 'The share of beds with a patient who no longer needs to be there.',
    numerator: 'Patients who no longer meet the criteria to reside', denominator: 'Beds in use',
    unit: '%', direction: 'down', frequency: 'monthly', dataSource: 'Situation report', source: FROM.ours,
    caution: 'It depends on social care as well as on the service.', aboutPeople: true, quality: true,
  },
  {
    code: 'FL08', version: 1, title: 'Virtual ward occupancy', category: 'integration',
    definition: 'The share of virtual ward places in use.',
    numerator: 'Virtual ward patients, summed over the days of the month', denominator: 'Virtual ward places, summed over the days of the month',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'National virtual ward return', source: FROM.ours, unbounded: true,
  },
  {
    code: 'FL09', version: 1, title: 'Died where they wished to', category: 'patient-outcome',
    definition: 'The share of people who had recorded where they wished to die, and died there.',
    numerator: 'People who died where they had wished to', denominator: 'People who died and had recorded a wish',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Palliative care register or patient records', source: FROM.ours,
    caution: 'Show how many people had recorded a wish. People change their minds: count the latest wish.', aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'FL10', version: 1, title: 'Ambulance journeys prevented after a fall', category: 'cost-avoidance',
    definition: 'How many people who fell were helped at home in place of an ambulance journey.',
    workedOut: 'The number of calls passed on by the ambulance service that the team accepted. Report the number passed on beside it.',
    unit: 'count', direction: 'up', frequency: 'monthly', dataSource: 'Ambulance dispatch data and patient records', source: FROM.ours,
    caution: 'Some of them would not have been taken to hospital anyway.', aboutPeople: true, value: true,
  },
];
