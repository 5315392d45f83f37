import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

/** Running the organisation: data, ratings and the voice of staff and patients. */
export const governanceMeasures: readonly MeasureWritten[] = [
  {
    code: 'GV01', version: 1, title: 'Contract reports on time and complete', category: 'integration',
    definition: 'The share of the figures due under the contract that came on time and complete.',
    numerator: 'Figures sent on time and complete', denominator: 'Figures due',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Contract log', source: FROM.ours,
    caution: 'Every other measure rests on this one.',
  },
  {
    code: 'GV02', version: 1, title: 'Community data quality', category: 'integration',
    definition: 'The share of key fields in the national community data that were filled in correctly.',
    numerator: 'Key fields filled in correctly', denominator: 'Key fields sent',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Community Services Data Set (CSDS) data quality report', source: FROM.ours,
  },
  {
    code: 'GV03', version: 1, title: 'Data security standards met', category: 'safety',
    definition: 'Whether the organisation meets the standards of the Data Security and Protection Toolkit.',
    workedOut: 'Report 1 when the published status is that standards are met, and 0 when it is not.',
    unit: 'rating', direction: 'maintain', frequency: 'yearly', dataSource: 'Data Security and Protection Toolkit', source: FROM.ours,
    caution: 'The organisation rates itself.',
  },
  {
    code: 'GV04', version: 1, title: 'Care Quality Commission overall rating', category: 'safety',
    definition: 'The overall rating the regulator gave, from inadequate to outstanding.',
    workedOut: 'Report 4 for outstanding, 3 for good, 2 for requires improvement and 1 for inadequate.',
    unit: 'rating', direction: 'up', frequency: 'yearly', dataSource: 'Care Quality Commission', source: FROM.ours,
    caution: 'It changes only when the regulator inspects, which may be years apart. Report the rating in force. It is also a trigger in the failure plan.', quality: true,
  },
  {
    code: 'GV05', version: 1, title: 'Staff and patient seats filled on the board', category: 'social-value',
    definition: 'The share of the board seats kept for staff and patients that somebody holds.',
    numerator: 'Seats for staff and patients that are filled', denominator: 'Seats for staff and patients',
    unit: '%', direction: 'maintain', frequency: 'quarterly', dataSource: 'Register of directors', source: FROM.ours,
    caution: 'A filled seat is not yet a voice. Count attendance too.',
  },
];
