import type { GroupWritten } from '../../definition.ts';

/** The management case: people, places, systems, governance and the plan. Later stages take each of these further. */
export const peoplePlaces = {
  key: 'people-places',
  title: 'People, places and plan',
  sections: [
    {
      key: 'people-plan',
      title: 'People plan',
      questions: [
        {
          key: 'bc.people_plan', title: 'Who will do the work, and how will you look after them?', type: 'longText', words: 250,
          unknown: true, catchesBenefits: true,
          why: 'Happier staff are the gain that mutuals report most often.', hint: 'A later stage covers the move of staff in full',
          example:
            'All 42 staff would move with their terms and pensions. We lose 4 people a year and hire 4. Two senior therapists retire by 2028, ' +
            'and 2 colleagues train now to follow them. Every member of staff can vote for 3 board members.',
        },
      ],
    },
    {
      key: 'leaders',
      title: 'Leaders and succession',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.leadership', title: 'Who will lead, and what have they done before?', type: 'table', row: 'leader', minRows: 2, unknown: true,
          why: 'The {approverBody} must believe that this team can do it.',
          columns: [
            { key: 'role', title: 'Role', type: 'text', words: 8 },
            { key: 'person', title: 'Person', type: 'text', words: 8, optional: true },
            { key: 'experience', title: 'What they bring', type: 'text', words: 40 },
            { key: 'gap', title: 'Gap, and how you fill it', type: 'text', words: 30, optional: true },
          ],
        },
        {
          key: 'bc.succession', title: 'What happens if the leader leaves?', type: 'longText', catchesBenefits: true, words: 150, unknown: true,
          why: 'Organisations built around one person are fragile.',
          source: { title: 'The King\'s Fund, Social enterprise in health care, 2011', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'premises',
      title: 'Premises and leases',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.estates', title: 'Where will you work, and on what terms?', type: 'table', row: 'site', minRows: 1, unknown: true,
          notApplicable: true,
          why: 'Leases take longer than anyone expects. One move was held up by 55 of them.',
          columns: [
            { key: 'site', title: 'Site', type: 'text', words: 12 },
            { key: 'owner', title: 'Owner', type: 'text', words: 12 },
            {
              key: 'tenure', title: 'How you will hold it', type: 'choice', options: [
                { key: 'lease', title: 'Lease' },
                { key: 'licence', title: 'Licence' },
                { key: 'own', title: 'Own it' },
                { key: 'free', title: 'Free use' },
                { key: 'open', title: 'Not agreed yet' },
              ],
            },
            { key: 'rent', title: 'Rent a year', type: 'money', min: 0, optional: true, total: true },
            {
              key: 'repair', title: 'Who repairs', type: 'choice', options: [
                { key: 'owner', title: 'The owner' },
                { key: 'you', title: 'You' },
                { key: 'shared', title: 'Shared' },
                { key: 'open', title: 'Not agreed yet' },
              ],
            },
            { key: 'years', title: 'Years agreed', type: 'decimal', min: 0, optional: true },
          ],
          rules: [{ check: 'premisesSettled' }],
        },
      ],
    },
    {
      key: 'it-and-information',
      title: 'IT and information',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.it_systems', title: 'Which systems will you use?', type: 'table', row: 'system', minRows: 1, unknown: true,
          why: 'You cannot see patients without their records.',
          columns: [
            { key: 'system', title: 'System', type: 'text', words: 10 },
            { key: 'now', title: 'Who runs it today', type: 'text', words: 10 },
            { key: 'plan', title: 'What you will do', type: 'text', words: 25, hint: 'Keep, buy, share or replace' },
            { key: 'ready', title: 'Ready by', type: 'month', optional: true },
          ],
        },
        {
          key: 'bc.information_plan', title: 'Who will control patient and staff records, and how will you share them?', type: 'longText', catchesBenefits: true,
          words: 200, unknown: true,
          why: 'Someone must be answerable for every record from the first day.',
        },
      ],
    },
    {
      key: 'governance-outline',
      title: 'Governance in outline',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.governance_outline', title: 'How will the {enterprise} be owned and run?', type: 'longText', words: 200, unknown: true,
          catchesBenefits: true,
          why: 'The public will ask who is in charge and who gains.', hint: 'Legal form, members, board and asset lock',
        },
      ],
    },
    {
      key: 'delivery-plan',
      title: 'Plan to get there',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.milestones', title: 'What are the main steps?', type: 'table', row: 'step', minRows: 4, unknown: true,
          why: 'It shows what must be ready before what.',
          columns: [
            { key: 'step', title: 'Step', type: 'text', words: 20 },
            { key: 'on', title: 'Date', type: 'date' },
            { key: 'owner', title: 'Owner', type: 'text', words: 8 },
            { key: 'slack', title: 'If it slips', type: 'text', words: 25, optional: true },
          ],
        },
        {
          key: 'bc.project_team', title: 'Who will do the work of the change, and with what time and money?', type: 'longText', catchesBenefits: true, words: 150,
          unknown: true,
          why: 'Earlier leaders did this on top of their day jobs, and it wore them out.',
        },
        {
          key: 'bc.fallback', title: 'What will you do if the move cannot go ahead?', type: 'longText', catchesBenefits: true, words: 150, unknown: true,
          why: 'Patients and staff must be safe either way.',
        },
        {
          key: 'bc.evaluation', title: 'How will you show afterwards whether it worked?', type: 'longText', words: 150, catchesBenefits: true,
          why: 'Early results are few, so plan now what you will measure and compare.', hint: 'Who looks, when, and against what',
        },
      ],
    },
  ],
} satisfies GroupWritten;
