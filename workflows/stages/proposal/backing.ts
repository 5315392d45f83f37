import type { GroupWritten } from '../../definition.ts';

const involve = { title: 'National Health Service Act 2006, sections 242 and 244', checkedOn: '2026-11-23' } as const;

/** The other ways it could be done, who was asked, and who agrees. */
export const backing = {
  key: 'backing',
  title: 'Choices and backing',
  sections: [
    {
      key: 'options-considered',
      title: 'Options considered',
      questions: [
        {
          key: 'eoi.alternatives', title: 'Which options have you looked at?', type: 'table', row: 'option', minRows: 2,
          why:
            'In Gloucestershire a plan stopped in 2012 after a legal challenge. Look at the NHS options honestly, and write down what ' +
            'you found.',
          help: 'Include staying as you are, joining an NHS trust, another provider, and your own proposal.',
          columns: [
            {
              key: 'kind', title: 'Kind of option', type: 'choice',
              options: [
                { key: 'stay-as-is', title: 'Stay as we are' },
                { key: 'nhs-trust', title: 'Join or merge with an NHS trust' },
                { key: 'other-provider', title: 'Another provider' },
                { key: 'this-proposal', title: 'This proposal' },
                { key: 'other', title: 'Something else' },
              ],
            },
            { key: 'option', title: 'Option', type: 'text', words: 30 },
            { key: 'pros', title: 'For', type: 'text', words: 60 },
            { key: 'cons', title: 'Against', type: 'text', words: 60 },
          ],
          rules: [
            {
              check: 'rowsInclude',
              params: {
                column: 'kind',
                keys: ['stay-as-is', 'nhs-trust', 'other-provider'],
                titles: ['staying as you are', 'joining an NHS trust', 'another provider'],
              },
              severity: 'warn',
            },
          ],
          source: { title: 'BMJ, volume 345, e7056, October 2012', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'commissioner-fit',
      title: 'Fit with local plans',
      questions: [
        {
          key: 'eoi.commissioner_fit', title: 'How does this fit what the {commissioner} wants to buy?',
          type: 'longText', words: 150, unknown: true, catchesBenefits: true,
          why: 'A good service still needs someone who wants to buy it.',
          hint: 'Name the plan and the page',
          example:
            'The local plan for 2026 asks for shorter waits for therapy and fewer people going back into hospital after a fall. We do ' +
            'both. ' +
            'A senior therapist will see people within 5 days of a fall, where it now takes 3 weeks. We met the community lead twice, ' +
            'and she asked us ' +
            'to include the care homes in the east of the town.',
        },
        {
          key: 'eoi.legal_stops', title: 'What legal or buying questions do you know of?', type: 'longText', catchesBenefits: true, words: 150, unknown: true,
          why: 'A question raised now costs less than a challenge later.',
          hint: 'Such as how a contract could be awarded, leases or shared staff',
          pathways: ['right-to-request', 'right-to-provide'],
        },
        {
          key: 'eoi.legal_stops', title: 'What legal or buying questions do you know of?', type: 'longText', catchesBenefits: true, words: 150, unknown: true,
          why: 'A question raised now costs less than a challenge later.',
          hint: 'Such as how a contract could be awarded, leases or shared staff',
          help:
            'NHS health care is bought under the Provider Selection Regime. A new organisation is not the existing provider, so a ' +
            'direct award is ' +
            'usually not open to it. You compare the routes in the contract stage.',
          pathways: ['public-service-mutual'],
          source: { title: 'NHS England, The Provider Selection Regime: statutory guidance, April 2025', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'user-involvement',
      title: 'Involving patients',
      questions: [
        {
          key: 'eoi.user_involvement', title: 'How have patients, carers and the public been involved, and what comes next?',
          type: 'longText', words: 200, catchesBenefits: true,
          why: 'Earlier plans were challenged by people who said nobody had asked them.',
          hint: 'Say who you asked, how, and what changed because of it',
          example:
            'In May we asked 120 patients at our 3 clinics and met the local carers group. 7 in 10 wanted evening visits, so evenings ' +
            'are now in the plan. ' +
            'Some feared paying for care, and we have said in writing that it stays free. In September 6 patients join the group that ' +
            'writes the business case. ' +
            'We will publish what we heard every 3 months.',
        },
      ],
    },
    {
      key: 'involvement-assessment',
      title: 'Duty to involve people',
      intro:
        'NHS bodies have a duty to involve people who use services in some changes. The {parent} and the {commissioner} decide what is ' +
        'needed. Write down where you have got to.',
      questions: [
        {
          key: 'eoi.involvement_needed', title: 'Does the duty to involve people apply?', type: 'choice', unknown: true,
          why: 'It depends on whether patients would see a change in how services are given, or in which ones they can use.',
          options: [
            { key: 'yes', title: 'Yes, people would see a change' },
            { key: 'no', title: 'No, and someone has written down why' },
          ],
          source: involve,
        },
        {
          key: 'eoi.involvement_level', title: 'How much involvement is planned?', type: 'choice', unknown: true,
          when: { question: 'eoi.involvement_needed', is: ['yes'] },
          options: [
            { key: 'inform', title: 'Telling people' },
            { key: 'discuss', title: 'Talking with people and using what they say' },
            { key: 'consult', title: 'A formal consultation' },
          ],
        },
        {
          key: 'eoi.involvement_plan', title: 'What is the plan?', type: 'longText', words: 150, unknown: true, catchesBenefits: true,
          when: { question: 'eoi.involvement_needed', is: ['yes'] }, hint: 'Who, how and when',
        },
        {
          key: 'eoi.scrutiny_view', title: 'What does the council\'s health scrutiny committee think?', type: 'choice', unknown: true,
          why: 'NHS bodies must consult the council about a substantial change to a service.',
          options: [
            { key: 'not-asked', title: 'Not asked yet' },
            { key: 'not-substantial', title: 'Asked: it is not a substantial change' },
            { key: 'substantial', title: 'Asked: it is a substantial change' },
          ],
          rules: [
            {
              check: 'adviseWhen',
              params: { is: ['not-asked'], message: 'Ask the {commissioner} who will talk to the scrutiny committee, and when' },
            },
            {
              check: 'adviseWhen',
              params: { is: ['substantial'], message: 'Add time for a consultation with the council to your dates' },
              severity: 'warn',
            },
          ],
          source: involve,
        },
      ],
    },
    {
      key: 'staff-support',
      title: 'Staff and unions',
      questions: [
        {
          key: 'eoi.staff_told', title: 'How many staff have been told?', type: 'whole', unit: 'people', min: 0,
          hint: 'Out of the staff in scope',
          why: 'Staff who hear early can shape the plan.',
          rules: [
            { check: 'notMoreThan', params: { question: 'eoi.headcount', label: 'Staff told', otherLabel: 'the staff in scope' } },
            { check: 'adviseAtMost', params: { most: 0, message: 'Tell staff before you send the proposal' }, severity: 'warn' },
          ],
        },
        {
          key: 'eoi.staff_told_share', title: 'Share of staff told', type: 'computed',
          computed: { name: 'share', params: { part: 'eoi.staff_told', whole: 'eoi.headcount', label: 'staff told' } },
        },
        {
          key: 'eoi.staff_support', title: 'How much do staff support it so far?', type: 'choice', unknown: true,
          options: [
            { key: 'most-for', title: 'Most are for it' },
            { key: 'mixed', title: 'Views are mixed' },
            { key: 'most-against', title: 'Most are against it' },
            { key: 'not-asked', title: 'We have not asked yet' },
          ],
          rules: [
            {
              check: 'adviseWhen',
              params: {
                is: ['most-against'],
                message: 'Talk with staff again before you send. Other plans have stopped because staff voted no',
              },
              severity: 'warn',
            },
            { check: 'adviseWhen', params: { is: ['not-asked'], message: 'Ask staff what they think, in a meeting or a short survey' } },
          ],
        },
      ],
    },
    {
      key: 'unions',
      title: 'Unions and terms',
      questions: [
        {
          key: 'eoi.union_told', title: 'Have the unions been told?', type: 'yesNo',
          rules: [{ check: 'adviseWhen', params: { is: ['no'], message: 'Tell the unions before you send the proposal' }, severity: 'warn' }],
        },
        {
          key: 'eoi.union_told_on', title: 'When were they told?', type: 'date', when: { question: 'eoi.union_told', is: ['yes'] },
          rules: [{ check: 'dateInPast', params: { label: 'The date unions were told' } }],
        },
        {
          key: 'eoi.union_view', title: 'What do the local unions think?',
          type: 'choice', unknown: true, pathways: ['public-service-mutual'],
          options: [
            { key: 'for', title: 'For it' },
            { key: 'neutral', title: 'Neither for nor against' },
            { key: 'against', title: 'Against it' },
          ],
          help:
            'In September 2025 NHS England wrote to trusts about moving staff to subsidiaries. It asked for clear local union support ' +
            'and protected NHS ' +
            'terms. The letter is about subsidiaries, but we suggest you treat it as a sign of what the {secondLine} will ask.',
          rules: [
            {
              check: 'adviseWhen',
              params: { is: ['against'], message: 'Talk with the unions about what would change their mind, and say so in your plan' },
              severity: 'warn',
            },
          ],
          source: { title: 'Mills & Reeve, NHS England tightens national policy on wholly owned subsidiaries, 2025', checkedOn: '2026-11-23' },
        },
        {
          key: 'eoi.terms_kept', title: 'Do you plan to keep NHS terms and pensions?', type: 'choice', unknown: true,
          why: 'Pensions are often the first thing staff ask about.',
          options: [
            { key: 'all-staff', title: 'Yes, for everyone' },
            { key: 'staff-who-move', title: 'Yes, for staff who move, but not for later recruits' },
            { key: 'no', title: 'No' },
          ],
        },
      ],
    },
  ],
} satisfies GroupWritten;
