import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

const INCIDENTS = 'Learn from patient safety events service (LFPSE)';

/** Quality and safety: harm, and the care that prevents it. */
export const qualityMeasures: readonly MeasureWritten[] = [
  {
    code: 'QS01', version: 1, title: 'New pressure ulcers on the caseload', category: 'safety',
    definition: 'New pressure ulcers of category 2 or above, for every 1,000 days on the caseload.',
    numerator: 'Pressure ulcers of category 2 or above first seen during this episode of care', denominator: 'Days that patients were on the caseload',
    unit: 'per 1,000', direction: 'down', frequency: 'monthly', dataSource: 'Incident system', source: FROM.pressureUlcers,
    caution: 'Expect a rise when reporting gets better. The 2018 definition dropped the old rule about 72 hours, so older figures may not compare.',
    aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'QS02', version: 1, title: 'Falls with harm in inpatient units', category: 'safety',
    definition: 'Falls that caused moderate harm or worse, for every 1,000 days that beds were in use.',
    numerator: 'Falls with moderate harm or worse', denominator: 'Days that beds were in use',
    unit: 'per 1,000', direction: 'down', frequency: 'monthly', dataSource: INCIDENTS, source: FROM.ours, aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'QS03', version: 1, title: 'Medicine incidents with harm', category: 'safety',
    definition: 'Medicine incidents that caused moderate harm or worse, for every 1,000 contacts.',
    numerator: 'Medicine incidents with moderate harm or worse', denominator: 'Patient contacts',
    unit: 'per 1,000', direction: 'down', frequency: 'monthly', dataSource: INCIDENTS, source: FROM.ours,
    caution: 'Read it beside the incident reporting rate: fewer reports are not fewer incidents.', aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'QS04', version: 1, title: 'Incident reporting rate', category: 'safety',
    definition: 'All incidents that staff reported, for every 1,000 contacts.',
    numerator: 'Incidents reported, with harm or without', denominator: 'Patient contacts',
    unit: 'per 1,000', direction: 'up', frequency: 'monthly', dataSource: INCIDENTS, source: FROM.ours,
    caution: 'More reports usually mean that staff feel safe to report. It is no measure of harm.', behavioural: true, quality: true,
  },
  {
    code: 'QS05', version: 1, title: 'Infections caught in care', category: 'safety',
    definition: 'How many patients caught Clostridioides difficile or MRSA in the service\'s care.',
    workedOut: 'The number of cases in the month put down to the service.',
    unit: 'count', direction: 'down', frequency: 'monthly', dataSource: 'UK Health Security Agency returns', source: FROM.ours,
    caution: 'Cases are rare, so a month says little. Chart the days between cases.', aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'QS06', version: 1, title: 'Leg ulcers healed', category: 'patient-outcome',
    definition: 'The share of leg ulcers that healed within the weeks agreed, such as 12 or 24.',
    numerator: 'Leg ulcers healed within the agreed weeks', denominator: 'Leg ulcers whose treatment began that many weeks ago',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Patient records', source: FROM.ours,
    caution: 'Choose 12 or 24 weeks once, and write it into the definition.', aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'QS07', version: 1, title: 'Catheter care plans complete', category: 'safety',
    definition: 'The share of patients with a catheter whose care plan is complete.',
    numerator: 'Patients with a complete catheter care plan', denominator: 'Patients with a catheter in the audit',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Audit', source: FROM.ours,
    caution: 'It counts plans, not care. Have somebody outside the team do the audit.', aboutPeople: true, quality: true,
  },
  {
    code: 'QS08', version: 1, title: 'Safeguarding training, level 3', category: 'safety',
    definition: 'The share of the staff who need level 3 safeguarding training whose training is in date.',
    numerator: 'Staff whose level 3 training is in date', denominator: 'Staff who need level 3 training',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Training records', source: FROM.ours, aboutPeople: true, quality: true,
  },
  {
    code: 'QS09', version: 1, title: 'Screened for poor nutrition', category: 'safety',
    definition: 'The share of patients screened with the Malnutrition Universal Screening Tool (MUST).',
    numerator: 'Patients screened', denominator: 'Patients who should be screened',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Patient records', source: FROM.ours, aboutPeople: true, quality: true, balancing: true,
  },
];
