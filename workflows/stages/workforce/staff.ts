import type { GroupWritten } from '../../definition.ts';
import { acasInformation, slipwayDefault, staffTransfers, tupe } from './sources.ts';

/** Who moves, and by which law. */
export const staff = {
  key: 'staff',
  title: 'Staff who move',
  sections: [
    {
      key: 'staff-list',
      title: 'Staff list',
      intro: 'Give numbers only. Do not add names here or anywhere else in this stage.',
      questions: [
        {
          key: 'hr.staff_table', title: 'Which groups of staff are in scope?', type: 'table', row: 'staff group', minRows: 1,
          why: 'Pay, pensions and consultation all rest on this list.',
          help: 'Vacant posts do not move under TUPE (the law that protects your terms when your employer changes), so leave them out.',
          columns: [
            { key: 'group', title: 'Staff group', type: 'text', words: 10 },
            { key: 'headcount', title: 'People', type: 'whole', min: 0, total: true },
            { key: 'wte', title: 'Full-time equivalent', type: 'decimal', min: 0, total: true },
            { key: 'band', title: 'Bands', type: 'text', words: 5, optional: true },
            { key: 'site', title: 'Site', type: 'text', words: 8, optional: true },
            { key: 'pension', title: 'In the NHS Pension Scheme', type: 'whole', min: 0, total: true },
            { key: 'bank', title: 'Bank staff', type: 'whole', min: 0, optional: true, total: true, hint: 'Beside the people counted before' },
            { key: 'fixed-term', title: 'Fixed term', type: 'whole', min: 0, optional: true, total: true },
            { key: 'union', title: 'Union recognised', type: 'yesNo' },
          ],
          rules: [{ check: 'staffRowsAddUp' }, { check: 'staffTotalAsTold', params: { question: 'eoi.headcount', where: 'proposal' } }],
          source: tupe('regulation 4'),
        },
        { key: 'hr.headcount_total', title: 'Staff in scope', type: 'computed', computed: { name: 'columnTotal', params: { question: 'hr.staff_table', column: 'headcount', unit: 'whole' } } },
        { key: 'hr.wte_total', title: 'Full-time equivalent staff in scope', type: 'computed', computed: { name: 'columnTotal', params: { question: 'hr.staff_table', column: 'wte', unit: 'decimal' } } },
        {
          key: 'hr.wte_costed', title: 'How many full-time equivalent staff are costed in the business case?', type: 'decimal', min: 0, from: 'eoi.wte', unknown: true,
          why: 'If the two differ, the money is wrong.',
          rules: [{ check: 'wteAsCosted', params: { table: 'hr.staff_table', percent: 2 } }], source: slipwayDefault,
        },
      ],
    },
    {
      key: 'law-that-applies',
      title: 'Law that applies',
      questions: [
        {
          key: 'hr.tupe_applies', title: 'Does TUPE apply?', type: 'choice',
          why: 'TUPE moves your contract, your terms and your years of service to the new employer by law.',
          help:
            'TUPE is short for the Transfer of Undertakings (Protection of Employment) Regulations 2006. It covers a business that ' +
            'moves, and a service that moves ' +
            'to a new provider and stays mostly the same. A spin-out from the NHS is normally covered. Government policy asks NHS ' +
            'bodies to treat staff the same way even where TUPE does not apply. ' +
            'Nobody can move "under protest". This is guidance, not legal advice.',
          options: [
            { key: 'yes', title: 'Yes' },
            { key: 'no', title: 'No' },
            { key: 'unsure', title: 'Not sure yet' },
          ],
          rules: [
            { check: 'adviseWhen', severity: 'warn', params: { is: ['no', 'unsure'], message: 'Get written legal advice before you tell staff. Most moves out of the NHS are covered' } },
          ],
          source: staffTransfers,
        },
        {
          key: 'hr.tupe_basis', title: 'Which kind of transfer is it?', type: 'choice', when: { question: 'hr.tupe_applies', is: ['yes'] }, unknown: true,
          options: [
            { key: 'business', title: 'A whole business or part of one moves' },
            { key: 'service', title: 'A service moves to a new provider' },
            { key: 'both', title: 'Both' },
          ],
          source: tupe('regulation 3'),
        },
        {
          key: 'hr.tupe_advice', title: 'Who advised you, and when?', type: 'text', words: 25, unknown: true,
          hint: 'Firm, date and reference', why: 'The people who decide want to see that a lawyer has looked at it.',
        },
        {
          key: 'hr.employer_size', title: 'How many employees does the {parent} have?', type: 'whole', unit: 'people', min: 1, unknown: true,
          why: 'Very small employers may inform staff in a simpler way.', source: tupe('regulation 13A'),
        },
      ],
    },
    {
      key: 'posts',
      title: 'Posts to place',
      intro:
        'Staff move if they are assigned to the service, other than for a time. List posts, or groups of the same post. Use a ' +
        'reference, not a name.',
      questions: [
        {
          key: 'hr.assignment', title: 'Which posts move?', type: 'table', row: 'post or group', minRows: 1, unknown: true,
          why: 'A fair rule, written down, stops arguments about who was left out.',
          help:
            'We suggest:\n\n- at half their time or more, posts move\n- from a fifth to a half, the HR lead and staff side decide and say why\n' +
            '- under a fifth, posts stay, unless the service cannot run without them\n- people on leave are judged by the post they ' +
            'would come back to\n' +
            '- temporary posts, secondees, bank and agency staff stay',
          columns: [
            { key: 'reference', title: 'Reference', type: 'text', words: 4, hint: 'No names' },
            { key: 'post', title: 'Post', type: 'text', words: 10 },
            { key: 'posts', title: 'Number', type: 'whole', min: 1, total: true },
            { key: 'service', title: 'Service', type: 'text', words: 8, optional: true },
            { key: 'share', title: 'Time on the service (%)', type: 'percent', hint: 'Over the last 12 months' },
            {
              key: 'basis', title: 'Basis', type: 'choice',
              options: [
                { key: 'permanent', title: 'Permanent' },
                { key: 'temporary', title: 'Temporary cover' },
                { key: 'acting-up', title: 'Acting up' },
                { key: 'support-staff', title: 'Support post shared by services' },
                { key: 'family-leave', title: 'On family leave' },
                { key: 'long-term-sick', title: 'On long-term sick leave' },
                { key: 'seconded-out', title: 'Seconded out' },
                { key: 'seconded-in', title: 'Seconded in' },
                { key: 'bank', title: 'Bank' },
                { key: 'agency', title: 'Agency' },
              ],
            },
            { key: 'essential', title: 'Essential', type: 'yesNo', optional: true },
            {
              key: 'decision', title: 'Decision', type: 'choice', optional: true,
              options: [
                { key: 'in-scope', title: 'Moves' },
                { key: 'out', title: 'Stays' },
                { key: 'review', title: 'To review' },
              ],
            },
            { key: 'decided-by', title: 'Decided by', type: 'text', words: 8, optional: true },
            { key: 'decided-on', title: 'Decided on', type: 'date', optional: true },
            { key: 'reason', title: 'Reason', type: 'text', words: 25, optional: true },
          ],
          rules: [{ check: 'assignmentExplained', params: { inScope: 50, review: 20 } }, { check: 'reviewsClosed' }],
          source: slipwayDefault,
        },
        {
          key: 'hr.assignment_counts', title: 'What the rule suggests', type: 'computed', source: slipwayDefault,
          computed: { name: 'assignmentCounts', params: { inScope: 50, review: 20 } },
        },
      ],
    },
    {
      key: 'special-cases',
      title: 'Special cases',
      questions: [
        {
          key: 'hr.special_cases', title: 'How many staff are in each of these groups?', type: 'table', unknown: true,
          why: 'Each of these needs a different step before the transfer.', hint: 'Enter 0 if there are none',
          columns: [
            { key: 'count', title: 'People', type: 'whole', min: 0 },
            { key: 'handling', title: 'What you will do', type: 'text', words: 30, optional: true },
          ],
          fixedRows: [
            { key: 'sponsored', title: 'Staff with a sponsored visa', hint: 'Ask an immigration adviser what the new employer must do' },
            { key: 'joint-contracts', title: 'Honorary or joint contracts' },
            { key: 'protected-pay', title: 'Protected pay' },
            { key: 'banding-appeals', title: 'Open appeals about banding' },
            { key: 'salary-sacrifice', title: 'Salary sacrifice or loans' },
            { key: 'agency', title: 'Agency workers' },
          ],
          rules: [{ check: 'specialCasesHandled' }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'due-diligence',
      title: 'What else comes with staff',
      fullFormOnly: true,
      intro:
        'Staff bring leave, claims and promises with them. One organisation blamed old staff costs for its trouble from day ' +
        'one. Ask early, in totals without names.',
      questions: [
        {
          key: 'hr.diligence', title: 'What do you know about each of these?', type: 'table', optional: true, notApplicable: true,
          why: 'Costs you do not know about become yours.',
          columns: [
            {
              key: 'state', title: 'State', type: 'choice',
              options: [{ key: 'not-asked', title: 'Not asked' }, { key: 'asked', title: 'Asked' }, { key: 'received', title: 'Received' }],
            },
            { key: 'amount', title: 'Cost you may take on', type: 'money', min: 0, optional: true, total: true },
            { key: 'note', title: 'Note', type: 'text', words: 25, optional: true },
          ],
          fixedRows: [
            { key: 'sickness', title: 'Sickness' },
            { key: 'leave', title: 'Leave owed and holiday pay' },
            { key: 'training', title: 'Training promised' },
            { key: 'checks', title: 'Checks and registrations about to end' },
            { key: 'recruitment', title: 'Recruitment premiums' },
            { key: 'family-leave', title: 'Family leave to come' },
            { key: 'equal-pay', title: 'Equal pay claims' },
            { key: 'other-claims', title: 'Other claims' },
          ],
          source: slipwayDefault,
        },
        {
          key: 'hr.early_sharing', title: 'Before the legal handover, will only totals or coded lists be shared?', type: 'yesNo',
          why: 'Until the law asks for the handover, names must stay with the employer.',
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Share totals or coded lists only, unless a data protection adviser agrees safeguards' } }],
          source: acasInformation,
        },
      ],
    },
  ],
} satisfies GroupWritten;
