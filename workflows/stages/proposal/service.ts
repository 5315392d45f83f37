import type { GroupWritten } from '../../definition.ts';

/** What happens now, what would change, for whom, with how many staff and how much money. */
export const service = {
  key: 'service',
  title: 'The service',
  sections: [
    {
      key: 'services-now',
      title: 'Services now',
      questions: [
        {
          key: 'eoi.services_now', title: 'What do you do now, and how?', type: 'longText', catchesBenefits: true, words: 250,
          why: 'The board sponsor may not know your service. Tell them what happens on an ordinary day.',
          hint: 'Say who you see, where, how often and how long they wait',
          example:
            'Harbour Lane Therapies is 42 community physiotherapists, occupational therapists and assistants at 3 clinics. We see ' +
            '9,400 people a year, ' +
            'mostly after a stroke, a fall or an operation. GPs refer 7 in 10 of them. People wait 16 weeks on average for a first ' +
            'visit. ' +
            'We run Monday to Friday. Orders, rooms and recruitment go through the trust.',
        },
      ],
    },
    {
      key: 'plan',
      title: 'Planned change',
      questions: [
        {
          key: 'eoi.plan', title: 'What will change, and why is that better?', type: 'longText', words: 250, catchesBenefits: true,
          why: 'The change must be worth the effort of leaving. Say what you could not do by staying.',
          hint: 'Give figures where you have them',
          example:
            'We will book our own clinic rooms and open 2 evenings a week. A senior therapist will sort every referral within 2 days. ' +
            'We expect the average wait for a first visit to fall from 16 weeks to 8 in 18 months. Staff will elect 2 board members and ' +
            'decide how any surplus is used. We cannot do this now, because rooms and recruitment are decided for the whole trust.',
        },
      ],
    },
    {
      key: 'population',
      title: 'People served',
      questions: [
        {
          key: 'eoi.population', title: 'How many people does the service cover?', type: 'whole', unit: 'people', min: 1, unknown: true,
          hint: 'Everyone who could be referred, not only those you see',
        },
        { key: 'eoi.area', title: 'Where do they live?', type: 'text', words: 40, hint: 'Name the towns, districts or GP practices' },
      ],
    },
    {
      key: 'staff-in-scope',
      title: 'Staff in scope',
      questions: [
        {
          key: 'eoi.headcount', title: 'How many staff are in scope?', type: 'whole', unit: 'people', min: 1, from: 's0.team_size',
          hint: 'People whose job would move', why: 'Later stages start from this number.',
        },
        {
          key: 'eoi.wte', title: 'How many full-time equivalent staff is that?',
          type: 'decimal', unit: 'full-time equivalent', min: 0, from: 's0.team_wte',
          rules: [
            {
              check: 'notMoreThan',
              params: { question: 'eoi.headcount', label: 'Full-time equivalent staff', otherLabel: 'the number of staff' },
            },
          ],
        },
      ],
    },
    {
      key: 'current-budget',
      title: 'Current budget',
      questions: [
        {
          key: 'eoi.budget', title: 'What does the service cost a year?', type: 'money', min: 1, hint: 'The full cost, with overheads',
          why: 'A budget that leaves out overheads looks cheaper than it is.',
        },
        { key: 'eoi.budget_year', title: 'Which year is this for?', type: 'text', words: 6, hint: 'For example, April 2026 to March 2027' },
        {
          key: 'eoi.budget_overheads', title: 'Does it include your share of the {parent}\'s overheads?', type: 'yesNo', unknown: true,
          hint: 'Such as buildings, payroll, IT and insurance',
          rules: [
            {
              check: 'adviseWhen',
              params: { is: ['no'], message: 'Ask the finance team for your share of overheads, and add it to the budget' },
              severity: 'warn',
            },
          ],
        },
        {
          key: 'eoi.form_size', title: 'Form you get for the business case', type: 'computed',
          computed: { name: 'formSize', params: { staff: 'eoi.headcount', budget: 'eoi.budget' } },
          source: { title: 'Slipway default', assumed: true },
        },
      ],
    },
    {
      key: 'who-pays',
      title: 'Sources of income',
      questions: [
        {
          key: 'eoi.income_sources', title: 'Who pays now, and who may pay later?', type: 'table', row: 'payer', minRows: 1,
          why: 'One payer for everything is a risk. It helps to know when each agreement ends.',
          help:
            'Add a row for each payer. The share is of all the money you get now. For those who may pay later, give the share you hope ' +
            'for.',
          columns: [
            { key: 'payer', title: 'Payer', type: 'text', words: 12 },
            {
              key: 'timing', title: 'When', type: 'choice',
              options: [{ key: 'now', title: 'Pays now' }, { key: 'later', title: 'May pay later' }],
            },
            { key: 'amount', title: 'Amount a year', type: 'money', min: 0 },
            { key: 'share', title: 'Share', type: 'percent', min: 0, max: 100 },
            { key: 'ends-on', title: 'Agreement ends', type: 'date', optional: true },
          ],
          rules: [
            {
              check: 'currentIncomeMatches',
              params: { timing: 'timing', now: 'now', amount: 'amount', question: 'eoi.budget', tolerancePercent: 5 },
            },
            { check: 'currentSharesAddUp', params: { timing: 'timing', now: 'now', share: 'share' } },
            { check: 'largestPayer', params: { timing: 'timing', now: 'now', payer: 'payer', share: 'share', over: 80 } },
          ],
          source: { title: 'Slipway default', assumed: true },
        },
      ],
    },
    {
      key: 'promised-benefits',
      title: 'Promised benefits',
      questions: [
        {
          key: 'eoi.outcomes', title: 'Benefits you promise', type: 'computed',
          why:
            'In 2011 the National Audit Office found that expected benefits were mostly left out of contracts. Here a promise stays in ' +
            'view until it is measured.',
          help:
            'You add promises on the Benefits page, and under each long answer where you make one. Each becomes a record that follows ' +
            'your case into ' +
            'the contract and the benefit review.\n\nAim for 3 to 5. For each one, give:\n\n- who gains\n- what you will measure\n' +
            '- the starting figure\n- the target\n- the date you will reach it',
          computed: { name: 'promisedBenefits' },
          rules: [
            { check: 'promisesSome' },
            { check: 'promisesNumber', params: { least: 3, most: 5 } },
            { check: 'promisesComplete' },
            { check: 'promisesPointRight' },
          ],
          source: { title: 'National Audit Office, Establishing social enterprises under the Right to Request Programme, HC 1088, 2011', checkedOn: '2026-11-23' },
        },
      ],
    },
  ],
} satisfies GroupWritten;
