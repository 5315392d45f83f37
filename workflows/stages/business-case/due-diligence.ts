import type { GroupWritten } from '../../definition.ts';
import { lines } from './lines.ts';

const board = { title: 'Health Service Journal, report on the Cornwall board decision of 2011', checkedOn: '2026-11-23' } as const;

/** What each side found out about the other before anyone signs. */
export const dueDiligence = {
  key: 'due-diligence',
  title: 'Due diligence',
  sections: [
    {
      key: 'due-diligence-checks',
      title: 'Due diligence',
      fullFormOnly: true,
      intro: 'Due diligence means finding out what you would take on, and letting the {commissioner} find out about you.',
      questions: [
        {
          key: 'bc.due_diligence', title: 'What have you checked?', type: 'table', source: board,
          why: 'A board put off its decision by 3 months because of gaps here, and the team still took on a debt.',
          fixedRows: lines({
            'service-lines': 'Income and costs by service, 3 years', recharges: 'Overheads and cost sharing',
            creditors: 'Old debts and creditors', hr: 'Staff, terms and disputes',
            estates: 'Buildings', it: 'IT equipment and licences', contracts: 'Contracts to take over', equipment: 'Equipment, owned or leased',
            incidents: 'Incidents, claims and complaints', cqc: 'Care Quality Commission history', information: 'Data breaches',
            safeguarding: 'Safeguarding cases',
            waits: 'Waiting lists and backlog', baselines: 'Quality of starting figures', insurance: 'Insurance history', litigation: 'Court cases',
            grants: 'Grants that may be clawed back', brand: 'Brand, designs and know-how', team: 'Your own team: skills and references',
          }),
          columns: [
            {
              key: 'status', title: 'How far', type: 'choice', options: [
                { key: 'not-started', title: 'Not started' },
                { key: 'under-way', title: 'Under way' },
                { key: 'done', title: 'Done' },
                { key: 'not-needed', title: 'Not needed' },
              ],
            },
            { key: 'flag', title: 'Red flag?', type: 'yesNo', hint: 'Something that could stop you' },
            { key: 'settled', title: 'Red flag settled?', type: 'yesNo', optional: true },
            { key: 'owner', title: 'Owner', type: 'text', words: 8, optional: true },
            { key: 'document', title: 'Document', type: 'text', words: 10, optional: true },
            { key: 'impact', title: 'Money at stake', type: 'money', min: 0, optional: true, total: true },
            { key: 'indemnity', title: 'Indemnity in writing?', type: 'yesNo', optional: true },
          ],
          rules: [{ check: 'flagsCosted' }, { check: 'diligenceStarted' }],
        },
        {
          key: 'bc.flags_open', title: 'Red flags still open', type: 'computed', computed: { name: 'openRedFlags' },
          rules: [{ check: 'openFlagsAccepted' }],
        },
      ],
    },
    {
      key: 'accepted-flags',
      title: 'Accepted red flags',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.flags_accepted', title: 'Has your board accepted the open red flags in its minutes?', type: 'yesNo', notApplicable: true,
          why: 'An open red flag needs people who knowingly accept it.',
        },
        {
          key: 'bc.flags_cap', title: 'Up to how much money?', type: 'money', min: 0, when: { question: 'bc.flags_accepted', is: ['yes'] },
          rules: [{ check: 'capCoversFlags' }],
        },
        {
          key: 'bc.flags_minute', title: 'Board minute', type: 'file', evidence: 'board-minute', when: { question: 'bc.flags_accepted', is: ['yes'] },
        },
      ],
    },
  ],
} satisfies GroupWritten;
