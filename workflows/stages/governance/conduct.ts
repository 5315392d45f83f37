import type { GroupWritten } from '../../definition.ts';
import { centralSurrey, conflicts, mark, slipwayDefault } from './sources.ts';

const policyState = [
  { key: 'none', title: 'None' },
  { key: 'draft', title: 'Draft' },
  { key: 'adopted', title: 'Adopted' },
];

/** Conflicts of interest, separate roles, policies and the tests of a social enterprise. */
export const conduct = {
  key: 'conduct',
  title: 'Conduct and policies',
  sections: [
    {
      key: 'conflicts',
      title: 'Conflicts of interest',
      intro: 'People who lead this work for the {parent} today may be directors tomorrow. List every interest, even if it is handled.',
      questions: [
        {
          key: 'gov.conflicts', title: 'Which interests are there, and how is each one handled?', type: 'table', row: 'interest', minRows: 1, from: 'eoi.interests',
          why: 'A decision may be challenged if somebody sat on both sides.', notApplicable: true,
          columns: [
            { key: 'person', title: 'Name', type: 'text', words: 8 },
            {
              key: 'kind', title: 'Kind', type: 'choice',
              options: [
                { key: 'financial', title: 'Financial' },
                { key: 'professional', title: 'Professional, not financial' },
                { key: 'personal', title: 'Personal, not financial' },
                { key: 'indirect', title: 'Indirect', hint: 'Through a relative or close friend' },
              ],
            },
            { key: 'interest', title: 'What the interest is', type: 'text', words: 30 },
            { key: 'arose-on', title: 'Arose on', type: 'date', optional: true },
            { key: 'declared-on', title: 'Declared on', type: 'date' },
            {
              key: 'action', title: 'What is done', type: 'choice', optional: true,
              options: [
                { key: 'leave-the-room', title: 'Leaves the room when it is decided' },
                { key: 'no-access', title: 'Does not see the papers' },
                { key: 'noted', title: 'Noted, no action needed' },
              ],
            },
            { key: 'handling', title: 'Other steps', type: 'text', words: 25, optional: true },
            { key: 'state', title: 'State', type: 'choice', optional: true, options: [{ key: 'open', title: 'Open' }, { key: 'ended', title: 'Ended' }] },
          ],
          rules: [{ check: 'openConflictsHandled' }, { check: 'conflictsDeclaredInTime', params: { days: 28 } }],
          source: conflicts,
        },
        {
          key: 'gov.coi_policy', title: 'Do you have a policy on conflicts of interest?', type: 'choice', options: policyState,
          why: 'Board members who also work for the {parent} need clear rules.',
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['none'], message: 'Write the policy and add it to the policies pack' } }],
          source: conflicts,
        },
      ],
    },
    {
      key: 'two-sides',
      title: 'Separate roles',
      questions: [
        {
          key: 'gov.recusals', title: 'What does the lead stay out of?', type: 'choices', from: 'eoi.recusals', hint: 'Select all that apply',
          why: 'Nobody should sit on both sides of one decision.',
          options: [
            { key: 'host-approval', title: 'The decision of the {approverBody}' },
            { key: 'specification', title: 'Writing what the {commissioner} wants to buy' },
            { key: 'transfer-price', title: 'Setting the price the {parent} asks' },
          ],
          rules: [
            {
              check: 'includesAll',
              params: {
                keys: ['host-approval', 'specification', 'transfer-price'],
                titles: ['the decision', 'what will be bought', 'the price'],
                message: 'We suggest that the lead stays out of all 3. Say who handles these instead',
              },
            },
          ],
          source: slipwayDefault,
        },
        {
          key: 'gov.time_permission', title: 'Is there written permission to work on this in paid time?', type: 'yesNo', from: 'eoi.permission',
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Ask your manager for written permission' } }], source: slipwayDefault,
        },
        {
          key: 'gov.time_log', title: 'Do you keep a log of hours and expenses?', type: 'yesNo', why: 'It shows who paid for what.',
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: 'Start a log of hours and expenses now' } }], source: slipwayDefault,
        },
        {
          key: 'gov.price_barrier', title: "Are people who may join the {enterprise} kept away from other bidders' prices?", type: 'yesNo', from: 'eoi.price_barrier', unknown: true,
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['no'], message: "Agree with the {commissioner} how they are kept away from other bidders' prices" } }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'legal-advisers',
      title: 'Legal advisers',
      questions: [
        {
          key: 'gov.legal_team', title: 'Who advises the {team} and the {enterprise}?', type: 'text', words: 15, unknown: true, hint: 'Firm and person',
          why: 'One lawyer cannot act for both sides of a deal.',
          rules: [{ check: 'separateLegalAdvisers', params: { question: 'gov.legal_parent' } }],
          source: { title: 'Practical Law, Local authority spin-outs', checkedOn: '2026-11-23' },
        },
        { key: 'gov.legal_parent', title: 'Who advises the {parent}?', type: 'text', words: 15, unknown: true, hint: 'Firm and person' },
      ],
    },
    {
      key: 'openness',
      title: 'Speaking up and openness',
      questions: [
        {
          key: 'gov.whistleblowing', title: 'Can staff raise a worry safely from the first day?', type: 'choice', unknown: true,
          why: 'Staff must be able to speak up without harm to themselves.',
          options: [
            { key: 'adopted', title: 'Yes, the policy is adopted' },
            { key: 'draft', title: 'The policy is a draft' },
            { key: 'none', title: 'Not yet' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['none'], message: 'Write a policy on speaking up, and name the guardian' } }],
          source: slipwayDefault,
        },
        {
          key: 'gov.foi_stance', title: 'How will you answer requests for information from the public?', type: 'choice', optional: true,
          why: 'The public could ask the {parent}. They will want to ask you too.',
          options: [
            { key: 'as-public-body', title: 'As if we were a public body' },
            { key: 'through-commissioner', title: 'Through the {commissioner}' },
            { key: 'case-by-case', title: 'Case by case' },
          ],
        },
      ],
    },
    {
      key: 'policies',
      title: 'Policies',
      questions: [
        {
          key: 'gov.policies', title: 'How far is each policy?', type: 'table', optional: true,
          why: 'The board adopts these before the first patient is seen.', hint: 'Leave a line empty if it does not apply',
          columns: [
            { key: 'state', title: 'State', type: 'choice', options: policyState },
            { key: 'adopted-on', title: 'Adopted on', type: 'date', optional: true },
          ],
          fixedRows: [
            { key: 'safeguarding-adults', title: 'Safeguarding adults' }, { key: 'safeguarding-children', title: 'Safeguarding children' },
            { key: 'incidents', title: 'Incidents and learning' }, { key: 'complaints', title: 'Complaints' },
            { key: 'consent', title: 'Consent and capacity' }, { key: 'medicines', title: 'Medicines' },
            { key: 'infection', title: 'Infection control' }, { key: 'records', title: 'Records and retention' },
            { key: 'data-protection', title: 'Data protection' }, { key: 'information-security', title: 'Information security' },
            { key: 'health-safety', title: 'Health and safety' }, { key: 'lone-working', title: 'Lone working' },
            { key: 'equality', title: 'Equality and inclusion' }, { key: 'recruitment', title: 'Recruitment and checks' },
            { key: 'grievance-discipline', title: 'Grievance and discipline' }, { key: 'sickness', title: 'Sickness absence' },
            { key: 'speaking-up', title: 'Speaking up' }, { key: 'money', title: 'Money and who may spend' },
            { key: 'fraud', title: 'Fraud and bribery' }, { key: 'emergencies', title: 'Emergencies and continuity' },
          ],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'launch-conditions',
      title: 'Launch conditions',
      fullFormOnly: true,
      questions: [
        {
          key: 'gov.launch_checks', title: 'How would you meet the conditions set for an early launch?', type: 'table', optional: true, notApplicable: true,
          why: 'In 2006 Central Surrey Health could start only if it met these 5. They make a good test of any launch.',
          columns: [
            { key: 'state', title: 'State', type: 'choice', options: [{ key: 'met', title: 'Met' }, { key: 'partly', title: 'Partly met' }, { key: 'not-yet', title: 'Not yet' }] },
            { key: 'evidence', title: 'What shows it', type: 'text', words: 30, optional: true },
          ],
          fixedRows: [
            { key: 'savings', title: 'Commitment to the savings plan of the {parent}' },
            { key: 'consultation', title: 'Full advice on public consultation taken' },
            { key: 'board', title: 'A board with every skill it needs' },
            { key: 'engagement', title: 'Staff and local GPs engaged' },
            { key: 'results', title: 'A business plan that shows results' },
          ],
          source: centralSurrey,
        },
      ],
    },
    {
      key: 'social-enterprise-mark',
      title: 'Social Enterprise Mark',
      questions: [
        {
          key: 'gov.se_mark', title: 'Do you plan to apply for the Social Enterprise Mark?', type: 'yesNo', optional: true,
          why: 'It tells the public and the {commissioner} that you trade for social aims.',
        },
        {
          key: 'gov.mark_tests', title: 'Which tests would you meet today?', type: 'table', optional: true,
          when: { question: 'gov.se_mark', is: ['yes'] },
          help: 'This is your own check, not a certificate. New organisations could promise to meet the test on traded income within 18 months.',
          columns: [
            {
              key: 'met', title: 'Met', type: 'choice',
              options: [{ key: 'yes', title: 'Yes' }, { key: 'pledged', title: 'Promised' }, { key: 'no', title: 'Not yet' }],
            },
            { key: 'note', title: 'What shows it', type: 'text', words: 20, optional: true },
          ],
          fixedRows: [
            { key: 'objectives', title: 'Social aims are in the constitution' },
            { key: 'independent', title: 'It is independent' },
            { key: 'traded-income', title: 'Half or more of income is from trading' },
            { key: 'surplus', title: 'Most surplus goes to social ends', hint: 'Half or more at first, 51% in later versions' },
            { key: 'assets', title: 'Assets go to social ends if it closes' },
            { key: 'outcomes', title: 'It can show social results' },
          ],
          rules: [{ check: 'markTests' }],
          source: mark,
        },
      ],
    },
  ],
} satisfies GroupWritten;
