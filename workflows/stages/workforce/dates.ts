import type { GroupWritten } from '../../definition.ts';
import type { KeyDateKey } from '../../key-dates.ts';
import { liability, payrollScheme, redundancyLaw, slipwayDefault, tupe } from './sources.ts';

const worked = (date: KeyDateKey, title: string, more: { done?: string; tribunalMonths?: number } = {}, law?: { title: string }) => ({
  key: `hr.date_${date.replaceAll('-', '_')}`, title, type: 'computed' as const, computed: { name: 'keyDate', params: { date, ...more } }, source: law ?? slipwayDefault,
});

/** The transfer date, and every date counted from it. */
export const dates = {
  key: 'dates',
  title: 'Dates',
  sections: [
    {
      key: 'transfer-date',
      title: 'Transfer date',
      intro: 'All other dates are counted from these. If you change one, the rest move. What is already done stays as it was.',
      questions: [
        {
          key: 'hr.transfer_date', title: 'When will staff transfer?', type: 'date', why: 'Every legal duty is counted from this day.',
          hint: 'Many teams choose the first day of a month',
          rules: [{ check: 'transferAsTold', params: { question: 'eoi.timeline', row: 'go-live', column: 'on' } }],
        },
        {
          key: 'hr.board_date', title: 'When does the {approverBody} decide the business case?', type: 'date', unknown: true,
          why: 'Staff should be heard before that day.',
          rules: [{ check: 'notLaterThan', severity: 'warn', params: { question: 'hr.transfer_date', label: 'The decision on the business case', otherLabel: 'the transfer' } }],
        },
        {
          key: 'hr.first_payday', title: 'When is the first payday of the {enterprise}?', type: 'date', unknown: true,
          why: 'Payroll must be registered in good time.',
          rules: [{ check: 'dateAfter', params: { question: 'hr.transfer_date', label: 'The first payday', otherLabel: 'the transfer' } }],
        },
      ],
    },
    {
      key: 'dates-engagement',
      title: 'Early talks and votes',
      questions: [
        worked('engagement-begins', 'Start talking with staff and unions about options'),
        worked('forum-sees-draft', 'Show the draft business case to the partnership forum'),
        worked('ballot-closes', 'Close the staff vote', { done: 'hr.support_closed_on' }),
        worked('pension-application', 'Apply for pension access', { done: 'hr.pension_applied' }),
      ],
    },
    {
      key: 'dates-representatives',
      title: 'Representatives and letters',
      questions: [
        worked('draft-staff-list', 'Share a draft staff list without names'),
        worked('invite-representatives', 'Ask staff to stand as representatives', {}, tupe('regulation 14')),
        worked('representatives-in-place', 'Have representatives in place', {}, tupe('regulation 13')),
        worked('measures-letter', 'Tell the old employer what will change', { done: 'hr.measures_letter_on' }, tupe('regulation 13')),
      ],
    },
    {
      key: 'dates-consultation',
      title: 'Consultation dates',
      questions: [
        worked('information-letter', 'Send the information letter', { done: 'hr.inform_date' }, tupe('regulation 13')),
        worked('consultation-starts', 'Start consultation', { done: 'hr.consult_start' }),
        worked('consultation-ends', 'End consultation', { done: 'hr.consult_end' }),
        worked('consultation-report', 'Tell staff the outcome'),
      ],
    },
    {
      key: 'dates-information',
      title: 'Staff information dates',
      intro:
        'Employee liability information is what the old employer must tell the new one about each person. Check it for changes ' +
        'until the last day.',
      questions: [
        worked('staff-information-aim', 'Aim to hand it over', { done: 'hr.eli_delivered' }),
        worked('first-refresh', 'First check for changes'),
        worked('second-refresh', 'Second check for changes'),
        worked('last-refresh', 'Last check for changes'),
        worked('objections-asked-by', 'Ask staff to say by this day if they object'),
      ],
    },
    {
      key: 'dates-pay',
      title: 'Payroll dates',
      questions: [
        worked('payroll-scheme-earliest', 'First day to ask for a payroll scheme', {}, payrollScheme),
        worked('payroll-scheme-latest', 'Last day to ask for a payroll scheme', {}, payrollScheme),
        worked('first-payroll-test', 'First payroll test'),
        worked('second-payroll-test', 'Second payroll test'),
      ],
    },
    {
      key: 'dates-transfer',
      title: 'Transfer and after',
      questions: [
        worked('welcome-letters', 'Send welcome letters'),
        worked('liability-cover', "Employers' liability insurance in force", {}, liability),
        worked('tribunal-limit', 'Last day to complain to a tribunal about consultation', { tribunalMonths: 3 }, tupe('regulation 15')),
        worked('pay-questions-end', 'Last pay questions answered by the {parent}'),
        worked('agreed-terms-may-change', 'First day union-agreed terms may be talked about again', {}, tupe('regulation 4')),
      ],
    },
    {
      key: 'redundancies',
      title: 'Redundancies',
      questions: [
        {
          key: 'hr.redundancies', title: 'How many redundancies are planned within 90 days?', type: 'whole', unit: 'people', min: 0, unknown: true,
          why: 'From 20, the law sets how long you must consult first.', hint: 'Enter 0 if there are none',
          help:
            'At 20 to 99, consultation starts at least 30 days before the first dismissal. At 100 or more, 45 days. The employer ' +
            'also tells the Secretary of State on form HR1. ' +
            'The new employer may start this consultation before the transfer, if the old employer agrees.',
          source: redundancyLaw,
        },
        {
          key: 'hr.first_dismissal', title: 'When would the first dismissal take effect?', type: 'date', optional: true, unknown: true, hint: 'Leave empty if there are none',
          rules: [{ check: 'redundancyConsultation', params: { dismissals: 'hr.redundancies', consultation: 'hr.redundancy_consult_start' } }], source: redundancyLaw,
        },
        {
          key: 'hr.redundancy_consult_start', title: 'When does consultation on redundancies start?', type: 'date', optional: true, unknown: true,
          hint: 'Leave empty if there are none',
        },
        { key: 'hr.redundancy_consult_by', title: 'Start consultation by', type: 'computed', computed: { name: 'redundancyConsultBy' }, source: redundancyLaw },
      ],
    },
    {
      key: 'dismissals-and-changes',
      title: 'Dismissals and changes',
      questions: [
        {
          key: 'hr.dismissal_reason', title: 'If anyone is dismissed, is there a reason that is not just the transfer?', type: 'choice',
          why: 'A dismissal because of the transfer is unfair in law.',
          help:
            'The law calls it an economic, technical or organisational reason that changes the workforce. A change of workplace can ' +
            'count, for transfers since January 2014.',
          options: [
            { key: 'none-planned', title: 'No dismissals are planned' },
            { key: 'yes', title: 'Yes, with legal advice' },
            { key: 'no', title: 'No' },
            { key: 'not-sure', title: 'Not sure' },
          ],
          rules: [{ check: 'dismissalsHaveReason' }], source: tupe('regulation 7'),
        },
        {
          key: 'hr.variations', title: 'Which terms would change?', type: 'table', row: 'change', minRows: 0, optional: true, notApplicable: true,
          why: 'Making terms the same for everyone is not a lawful reason on its own.',
          columns: [
            { key: 'change', title: 'Change', type: 'text', words: 20 },
            {
              key: 'reason', title: 'It rests on', type: 'choice',
              options: [
                { key: 'transfer', title: 'The transfer alone' },
                { key: 'economic', title: 'An economic, technical or organisational reason' },
                { key: 'contract', title: 'The contract allows it' },
                { key: 'other', title: 'Something apart from the transfer' },
              ],
            },
            { key: 'agreed', title: 'Agreed with staff', type: 'yesNo' },
          ],
          rules: [{ check: 'changesLawful' }], source: tupe('regulation 4'),
        },
        {
          key: 'hr.collective', title: 'Which union agreements carry over?', type: 'longText', words: 120, unknown: true, notApplicable: true,
          why: 'They bind the new employer as they stand on the day.',
          help:
            'Later national deals do not bind an employer who has no seat at the table. From 1 year after the transfer, agreed ' +
            'terms may be talked about again, if they are no worse overall.',
          example:
            'The national pay agreement carries over as it stands on the day. So do the local agreements on on-call pay and on time ' +
            'off for union work. We have copies of all 3.',
          source: tupe('regulations 4A and 5'),
        },
      ],
    },
  ],
} satisfies GroupWritten;
