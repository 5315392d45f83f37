import type { GroupWritten } from '../../definition.ts';

const COLOURS = [
  { key: 'green', title: 'Green', hint: 'Ready and tested' },
  { key: 'amber', title: 'Amber', hint: 'Not ready, and will be in time' },
  { key: 'red', title: 'Red', hint: 'Not ready, and may not be in time' },
];

/** Safe care, people told, and the colour of each thing that must work on the first morning. */
export const dayOne: GroupWritten = {
  key: 'day-one',
  title: 'Ready for day one',
  sections: [
    {
      key: 'transfer-clinical-safety',
      title: 'Clinical safety',
      questions: [
        {
          key: 'go.clinical_safety',
          title: 'Are these safe from the first hour?',
          type: 'table',
          why: 'Patients must not notice a gap.',
          fixedRows: [
            { key: 'incidents', title: 'Reporting and learning from incidents' },
            { key: 'safeguarding', title: 'Safeguarding adults and children' },
            { key: 'medicines', title: 'Medicines' },
            { key: 'controlled-drugs', title: 'Controlled drugs', hint: 'If you hold no stock, answer yes and say so' },
          ],
          columns: [
            { key: 'done', title: 'In place', type: 'yesNo' },
            { key: 'owner', title: 'Named lead', type: 'text', words: 10 },
            { key: 'note', title: 'How you know', type: 'text', words: 30, optional: true },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'safety list' } }, { check: 'checklistGaps', params: { column: 'done' } }],
        },
      ],
    },
    {
      key: 'transfer-messages',
      title: 'Telling people',
      questions: [
        {
          key: 'go.comms',
          title: 'What will each group be told, and when?',
          type: 'table',
          why: 'People worry less when they hear it from you first.',
          fixedRows: [
            { key: 'staff', title: 'Staff' },
            { key: 'patients', title: 'Patients and carers' },
            { key: 'gps', title: 'GPs and other referrers' },
            { key: 'unions', title: 'Unions' },
            { key: 'elected', title: 'MPs and council health scrutiny' },
          ],
          columns: [
            { key: 'message', title: 'Main message', type: 'text', words: 40 },
            { key: 'how', title: 'How', type: 'text', words: 15, optional: true },
            { key: 'lead', title: 'Who tells them', type: 'text', words: 10 },
            { key: 'on', title: 'Date', type: 'date' },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'groups' } }],
        },
      ],
    },
    {
      key: 'transfer-day-one',
      title: 'First day readiness',
      intro: 'Green means ready and tested. Amber means it will be ready in time. Red means it may not be.',
      questions: [
        {
          key: 'go.day1_readiness',
          title: 'What colour is each part of the first day?',
          type: 'table',
          why: 'Nobody should go live with a red row.',
          fixedRows: [
            { key: 'authority', title: 'Registration, insurance and contract in force' },
            { key: 'staffing', title: 'Staff on the rota for the first 2 weeks' },
            { key: 'records', title: 'Patient records can be opened' },
            { key: 'appointments', title: 'Appointments, referrals and waiting lists moved' },
            { key: 'medicines', title: 'Medicines and prescribing' },
            { key: 'safety', title: 'Safeguarding and incident reporting' },
            { key: 'phones', title: 'Phones and switchboard' },
            { key: 'sign-in', title: 'Devices, email and smartcards' },
            { key: 'buildings', title: 'Keys, signs and access to buildings' },
            { key: 'supplies', title: 'Equipment and supplies' },
            { key: 'pay', title: 'Payroll and bank' },
            { key: 'help', title: 'Help line, on-call managers and problem log' },
          ],
          columns: [
            { key: 'colour', title: 'Colour', type: 'choice', options: COLOURS },
            { key: 'owner', title: 'Owner', type: 'text', words: 10 },
            { key: 'left', title: 'What is left to do', type: 'text', words: 30, optional: true },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'first day list' } }, { check: 'noRedRows', params: { column: 'colour', red: 'red' } }],
        },
        {
          key: 'go.day1_summary',
          title: 'First day at a glance',
          type: 'computed',
          computed: { name: 'colourCounts', params: { question: 'go.day1_readiness', column: 'colour', rows: 12 } },
        },
      ],
    },
    {
      key: 'transfer-baselines',
      title: 'Starting figures',
      intro: 'A starting figure is how things are before the change. Nobody can collect it afterwards.',
      questions: [
        {
          key: 'go.baselines',
          title: 'Is the starting figure of every promised benefit recorded?',
          type: 'yesNo',
          why: 'Without it nobody can show that a promise came true.',
          rules: [{ check: 'adviseWhen', params: { is: ['no'], message: 'Record every starting figure before transfer, because it cannot be rebuilt later' }, severity: 'warn' }],
        },
        {
          key: 'go.baselines_on',
          title: 'When were the starting figures frozen?',
          type: 'date',
          when: { question: 'go.baselines', is: ['yes'] },
          rules: [
            { check: 'dateInPast', params: { label: 'Date the starting figures were frozen' } },
            { check: 'byTransferDate', params: { dates: ['go.transfer_date', 'hr.transfer_date'], label: 'Date the starting figures were frozen' } },
          ],
        },
        { key: 'go.baselines_owner', title: 'Who will collect the measures after transfer?', type: 'person', why: 'One named person keeps the method the same.' },
      ],
    },
  ],
};
