import type { GroupWritten } from '../../definition.ts';
import { acasInformation, newLaw, redundancyLaw, slipwayDefault, tupe } from './sources.ts';

const PARTS = [
  ['identity', 'Who each person is'],
  ['age', 'Age'],
  ['terms', 'Written terms of the job'],
  ['discipline', 'Discipline in the last 2 years'],
  ['grievances', 'Grievances in the last 2 years'],
  ['claims', 'Claims in the last 2 years, and claims expected'],
  ['agreements', 'Union agreements that carry over'],
] as const;
const boards: ('lead' | 'sponsor' | 'hr' | 'finance' | 'legal' | 'secondLine' | 'auditor')[] = ['lead', 'sponsor', 'hr', 'finance', 'legal', 'secondLine', 'auditor'];

/** The legal handover of staff information, objections, and what a mistake could cost. */
export const handover = {
  key: 'handover',
  title: 'Handover of staff information',
  sections: [
    {
      key: 'staff-information',
      title: 'Employee liability information',
      intro:
        'This is what the old employer must tell the new one about each person. Never upload it here. It holds names, ages, ' +
        'discipline and claims. Record only dates and how it was sent.',
      questions: [
        {
          key: 'hr.eli_due', title: 'Last day the law allows', type: 'computed', computed: { name: 'keyDate', params: { date: 'staff-information-due', done: 'hr.eli_delivered' } },
          rules: [{ check: 'staffInformationOverdue', params: { delivered: 'hr.eli_delivered' } }],
          help: '28 days before the transfer. For transfers before 1 May 2014 it was 14 days.',
          source: tupe('regulation 11'),
        },
        {
          key: 'hr.eli_delivered', title: 'When was it given to the new employer?', type: 'date', unknown: true,
          why: 'A late or wrong pack can cost £500 or more for each person.',
          rules: [{ check: 'staffInformationOnTime', params: { transfer: 'hr.transfer_date' } }, { check: 'reviewsClosedFirst', params: { table: 'hr.assignment' } }],
          source: tupe('regulations 11 and 12'),
        },
        {
          key: 'hr.eli_method', title: 'How was it sent?', type: 'choice', unknown: true, why: 'The method must keep the data safe.',
          options: [
            { key: 'secure-portal', title: 'A secure portal with a log' },
            { key: 'encrypted', title: 'An encrypted file, with the password sent apart' },
            { key: 'secure-mail', title: 'Secure NHS email' },
            { key: 'by-hand', title: 'By hand, signed for' },
            { key: 'ordinary', title: 'Ordinary email or post' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['ordinary'], message: 'Ask the data protection officer at once. This way does not keep the data safe' } }],
          source: acasInformation,
        },
        {
          key: 'hr.eli_acknowledged', title: 'When did the new employer say they had it?', type: 'date', unknown: true,
          rules: [{ check: 'dateInPast', params: { label: 'The date of the receipt' } }], source: slipwayDefault,
        },
      ],
    },
    {
      key: 'staff-information-contents',
      title: 'Contents of the handover',
      questions: [
        {
          key: 'hr.eli_contents', title: 'Which parts are in it?', type: 'choices', hint: 'Tick what is there. Do not give the contents', unknown: true,
          why: 'The law lists what the new employer must be told.',
          options: PARTS.map(([key, title]) => ({ key, title })),
          rules: [{ check: 'staffInformationComplete', params: { keys: PARTS.map(([key]) => key), titles: PARTS.map(([, title]) => title.toLowerCase()) } }],
          source: tupe('regulation 11'),
        },
        { key: 'hr.eli_from', title: 'It looks back to', type: 'computed', computed: { name: 'staffInformationFrom' }, source: tupe('regulation 11') },
        {
          key: 'hr.eli_checks', title: 'What was checked before it was sent?', type: 'choices', unknown: true, hint: 'Select all that apply',
          options: [
            { key: 'policies', title: 'Policies outside the contract' },
            { key: 'recent-changes', title: 'Changes agreed not long ago' },
            { key: 'verbal', title: 'Terms that were only spoken' },
            { key: 'personal', title: 'Personal deals, such as flexible working' },
          ],
          source: acasInformation,
        },
        {
          key: 'hr.eli_updates', title: 'When were corrections sent?', type: 'table', row: 'correction', minRows: 0, optional: true,
          why: 'Changes must reach the new employer, such as when someone objects to moving.',
          columns: [
            { key: 'on', title: 'Date', type: 'date' },
            { key: 'why', title: 'Why', type: 'text', words: 12, hint: 'No names' },
          ],
          source: acasInformation,
        },
      ],
    },
    {
      key: 'staff-information-safety',
      title: 'Safety of staff data',
      questions: [
        {
          key: 'hr.eli_seen_by', title: 'Who can see it?', type: 'choices', hint: 'Select all that apply', unknown: true,
          why: 'The fewer who see it, the safer it is.',
          options: [
            { key: 'parent-hr', title: 'HR at the {parent}' },
            { key: 'enterprise-hr', title: 'The HR lead of the {enterprise}' },
            { key: 'lawyers', title: 'Named lawyers' },
            { key: 'others', title: 'Other people' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['others'], message: 'Limit it to HR on both sides and named lawyers' } }],
          source: slipwayDefault,
        },
        {
          key: 'hr.eli_logged', title: 'Is every download logged?', type: 'yesNo', unknown: true,
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Ask the sender to keep a log of who opens it' } }], source: slipwayDefault,
        },
        {
          key: 'hr.eli_deleted', title: 'Will copies be deleted if the transfer stops?', type: 'yesNo', unknown: true,
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Agree in writing that copies go back or are deleted' } }], source: slipwayDefault,
        },
      ],
    },
    {
      key: 'objections',
      title: 'Objections to moving',
      intro:
        'Anyone may object to moving, to either employer, before the transfer. The job then ends on that day by law, with no ' +
        'dismissal or redundancy pay. Record no names.',
      questions: [
        {
          key: 'hr.objections', title: 'Who has objected, and why?', type: 'table', row: 'objection', minRows: 0, optional: true, notApplicable: true,
          why: 'Somebody must do the work, and some reasons give other rights.',
          columns: [
            { key: 'on', title: 'Date', type: 'date' },
            { key: 'group', title: 'Staff group', type: 'text', words: 8 },
            {
              key: 'reason', title: 'Reason', type: 'choice',
              options: [
                { key: 'location', title: 'Place of work' },
                { key: 'hours', title: 'Hours' },
                { key: 'pay', title: 'Pay' },
                { key: 'other', title: 'Another reason' },
                { key: 'not-given', title: 'None given' },
              ],
            },
            { key: 'advice', title: 'Legal advice', type: 'text', words: 15, optional: true },
            { key: 'replaced', title: 'Cover planned', type: 'yesNo' },
          ],
          rules: [{ check: 'objectionsNeedAdvice' }, { check: 'objectionsReplaced' }],
          source: tupe('regulation 4'),
        },
        {
          key: 'hr.objections_told', title: 'Do staff know who they would work for, and that they may object?', type: 'yesNo', unknown: true,
          why: 'People cannot object to a move they have not been told about.',
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Tell staff the name of the new employer and what an objection means' } }],
          source: tupe('regulation 4'),
        },
      ],
    },
    {
      key: 'exposure',
      title: 'What a mistake could cost',
      fullFormOnly: true,
      hint: 'For the boards, not for staff',
      questions: [
        {
          key: 'hr.weekly_pay', title: 'What is the total gross weekly pay of affected staff?', type: 'money', min: 0, unknown: true, seenBy: boards,
          why: 'A tribunal uses actual pay, with no cap.', source: tupe('regulation 16'),
        },
        { key: 'hr.inform_exposure', title: 'If nobody informs and consults', type: 'computed', computed: { name: 'informExposure' }, seenBy: boards, source: tupe('regulations 15 and 16') },
        {
          key: 'hr.eli_exposure', title: 'If staff information is missing', type: 'computed', computed: { name: 'staffInformationExposure' }, seenBy: boards,
          source: tupe('regulation 12'),
        },
        {
          key: 'hr.redundancy_weekly_pay', title: 'What is the gross weekly pay of staff who would be redundant?', type: 'money', min: 0, optional: true, unknown: true,
          seenBy: boards, hint: 'Leave empty if there are none', source: redundancyLaw,
        },
        {
          key: 'hr.redundancy_exposure', title: 'If redundancies are not consulted on', type: 'computed', computed: { name: 'redundancyExposure' }, seenBy: boards,
          help: 'An award may be up to 180 days of pay from April 2026. Before then it was 90.', source: newLaw,
        },
      ],
    },
  ],
} satisfies GroupWritten;
