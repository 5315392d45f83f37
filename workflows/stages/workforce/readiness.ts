import type { GroupWritten } from '../../definition.ts';
import { slipwayDefault } from './sources.ts';

const CHECKS = [
  { key: 'affected-list', title: 'The list of affected staff is signed off' },
  { key: 'representatives', title: 'Representatives are properly in place' },
  { key: 'information-letter', title: 'The information letter is complete and sent' },
  { key: 'measures-letter', title: 'The letter on changes is in, even if there are none' },
  { key: 'replies', title: 'Every written point has a reply' },
  { key: 'staff-information', title: 'Staff information was given in time, with a receipt' },
  { key: 'pensions', title: 'Every scheme member has a pension route' },
  { key: 'objections', title: 'Objections are handled and cover is planned' },
  { key: 'payroll', title: 'The payroll test passed: under 0.5% out, nobody unpaid' },
  { key: 'policies', title: 'The board of the {enterprise} adopted its policies' },
  { key: 'recognition', title: 'Union recognition is signed, or there is a reason' },
  { key: 'registrations', title: 'Registrations, checks and mandatory training carry over' },
  { key: 'wellbeing', title: 'Occupational health, counselling and a speak up guardian are there' },
  { key: 'old-claims', title: 'The {parent} signed for claims from before the transfer' },
];

/** Payroll tests and the list that must be settled before anyone authorises the transfer. */
export const readinessToMove = {
  key: 'ready-to-move',
  title: 'Ready to move',
  sections: [
    {
      key: 'payroll-tests',
      title: 'Payroll tests',
      questions: [
        {
          key: 'hr.payroll_runs', title: 'What did each payroll test show?', type: 'table', row: 'test', minRows: 1, unknown: true, notApplicable: true,
          why: 'People must be paid right, on the first payday.', hint: 'We suggest 2 tests beside the old payroll',
          columns: [
            { key: 'on', title: 'Date', type: 'date' },
            { key: 'expected', title: 'Gross pay expected', type: 'money', min: 0 },
            { key: 'tested', title: 'Gross pay in the test', type: 'money', min: 0 },
            { key: 'unpaid', title: 'Staff not paid', type: 'whole', min: 0 },
          ],
          rules: [{ check: 'payrollTestsPass', params: { percent: 0.5 } }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'staff-checks',
      title: 'Staff readiness checks',
      intro: 'All of these must be settled before anyone authorises the transfer. You can come back to them until then.',
      questions: [
        {
          key: 'hr.gate', title: 'Is each of these true?', type: 'table', unknown: true, why: 'Each one has gone wrong for a team before.',
          columns: [
            {
              key: 'state', title: 'State', type: 'choice',
              options: [{ key: 'yes', title: 'Yes' }, { key: 'not-yet', title: 'Not yet' }, { key: 'not-needed', title: 'Not needed' }],
            },
            { key: 'on', title: 'Date', type: 'date', optional: true },
            { key: 'evidence', title: 'Evidence or reason', type: 'text', words: 20, optional: true },
          ],
          fixedRows: CHECKS,
          rules: [{ check: 'readinessAgrees' }, { check: 'readinessOpen' }],
          source: slipwayDefault,
        },
        { key: 'hr.gate_count', title: 'Checks settled', type: 'computed', computed: { name: 'readinessCount', params: { total: CHECKS.length } }, source: slipwayDefault },
      ],
    },
  ],
} satisfies GroupWritten;
