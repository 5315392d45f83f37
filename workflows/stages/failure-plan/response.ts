import type { GroupWritten } from '../../definition.ts';

const assumed = { title: 'Slipway default', assumed: true as const };
const clausesHint = 'Add the schedule and clause in the contract stage';

export const response = {
  key: 'response',
  title: 'If things go wrong',
  sections: [
    {
      key: 'scenarios',
      title: 'Failure scenarios',
      intro: 'Think through each one before it happens. Short answers are fine.',
      questions: [
        {
          key: 'cont.scenarios', title: 'What would you do in each case?', type: 'table',
          why: 'Plans that cover only insolvency miss the ways that services really stop.',
          help:
            'Real cases show the range. One provider lost its contract when it came to an end. One asked to hand over 4 months early, because of money and staff. ' +
            'One was stopped in court before it began.',
          fixedRows: [
            { key: 'cash-crisis', title: 'Money runs out', hint: 'Insolvency, or cash for only a few days' },
            { key: 'contract-lost', title: 'Contract lost in a new competition' },
            { key: 'not-renewed', title: 'Contract not renewed' },
            { key: 'quality-failure', title: 'Quality failure', hint: 'The regulator limits or stops a service' },
            { key: 'key-person', title: 'A key person leaves' },
            { key: 'data-loss', title: 'IT or data lost' },
            { key: 'cyber', title: 'Cyber attack' },
            { key: 'premises', title: 'Premises lost' },
            { key: 'staff-exit', title: 'Many staff leave' },
            { key: 'support-withdrawn', title: 'Back-office support stops', hint: 'Payroll, IT or estates bought from elsewhere' },
            { key: 'pandemic', title: 'Pandemic' },
            { key: 'fraud', title: 'Fraud' },
            { key: 'never-starts', title: 'The transfer is stopped before it happens' },
          ],
          columns: [
            { key: 'trigger', title: 'What would set it off', type: 'text', words: 30 },
            { key: 'warning', title: 'Early warning', type: 'text', words: 30 },
            { key: 'response', title: 'What you would do', type: 'text', words: 60 },
            { key: 'lead', title: 'Who leads', type: 'text', words: 10 },
            { key: 'time', title: 'Time to act', type: 'whole', min: 0 },
            { key: 'unit', title: 'Hours or days', type: 'choice', options: [{ key: 'hours', title: 'Hours' }, { key: 'days', title: 'Days' }] },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'scenarios' } }],
          source: assumed,
        },
      ],
    },
    {
      key: 'fallback-providers',
      title: 'Fallback providers',
      after: ['essential-services'],
      questions: [
        {
          key: 'cont.alt_provider', title: 'Who would run each essential service?', type: 'table', row: 'fallback', minRows: 1,
          why: 'An essential service with no named fallback is one that patients could lose overnight.',
          hint: 'Name the organisation, and use the same service names as before',
          columns: [
            { key: 'name', title: 'Service', type: 'text', words: 15 },
            { key: 'provider', title: 'Fallback provider', type: 'text', words: 12 },
            { key: 'days', title: 'Days to get going', type: 'whole', min: 0, max: 365 },
            { key: 'agreed', title: 'Have they agreed?', type: 'yesNo' },
            { key: 'written', title: 'Agreed in writing on', type: 'date', optional: true },
            { key: 'capacity', title: 'How much they can take', type: 'text', words: 15, optional: true },
          ],
          rules: [
            { check: 'fallbackForEssential', params: { question: 'cont.essential' } },
            { check: 'fallbackAgreed', params: { question: 'cont.essential' } },
            { check: 'fallbackInTime', params: { question: 'cont.service_detail' } },
          ],
        },
      ],
    },
    {
      key: 'step-in',
      title: 'Step-in rights',
      questions: [
        {
          key: 'cont.step_in', title: 'When may the {commissioner} step in and run the service?', type: 'longText', words: 200,
          why: 'When a provider failed in 2009, the NHS had to take on 70 staff and the care of 1,600 prisoners within days.',
          hint: clausesHint,
          example:
            'If cash falls under 7 days, or the regulator stops a service, the board may send in the hospital trust to run it. The trust is named in schedule 2G. ' +
            'It may direct staff, use the clinic rooms and see patient records. We stay the employer.',
          rules: [{ check: 'clausesLocated', params: { question: 'con.clauses', rows: ['step-in', 'exit', 'insolvency'], titles: ['step-in', 'exit', 'insolvency'] } }],
        },
        { key: 'cont.step_in_notice', title: 'How many days of notice must they give?', type: 'whole', unit: 'days', min: 0, max: 90, hint: 'Enter 0 if they can step in at once' },
        {
          key: 'cont.step_in_days', title: 'For how many days at most?', type: 'whole', unit: 'days', min: 1, max: 730,
          rules: [{ check: 'adviseAbove', params: { most: 90, message: 'We suggest 90 days at most. After that, plan a managed exit' } }],
          source: assumed,
        },
        {
          key: 'cont.step_in_terms', title: 'What is agreed about each of these?', type: 'table', unknown: true,
          fixedRows: [
            { key: 'scope', title: 'What can be taken over' },
            { key: 'cost', title: 'Who pays, and how costs are recovered' },
            { key: 'staff', title: 'Who directs staff' },
            { key: 'indemnity', title: 'Who is covered if care goes wrong' },
            { key: 'registration', title: 'What it means for registration' },
          ],
          columns: [{ key: 'agreed', title: 'What is agreed', type: 'text', words: 40 }],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'step-in terms' }, severity: 'warn' }],
        },
      ],
    },
    {
      key: 'run-off-money',
      title: 'Money to keep going',
      questions: [
        {
          key: 'cont.funding', title: 'What money could keep services going for a while?', type: 'table', unknown: true,
          why: 'A safe handover takes weeks, and staff must be paid in those weeks.',
          fixedRows: [
            { key: 'reserves', title: 'Reserves set aside' },
            { key: 'facility', title: 'Loan facility not yet used' },
            { key: 'commissioner-loan', title: 'Most the {commissioner} would lend' },
            { key: 'guarantee', title: 'Guarantee' },
            { key: 'advance', title: 'Payment in advance under the contract' },
          ],
          columns: [
            { key: 'amount', title: 'Amount', type: 'money', min: 0, total: true },
            { key: 'limits', title: 'Limits or conditions', type: 'text', words: 25, optional: true },
          ],
        },
        {
          key: 'cont.monthly_pay', title: 'What does one month\'s pay cost?', type: 'money', min: 0, unknown: true,
          hint: 'Wages with tax and pensions',
          rules: [{ check: 'runOffCoversPay', params: { question: 'cont.funding', months: 1 } }],
          source: assumed,
        },
        { key: 'cont.run_off', title: 'Months of pay that are covered', type: 'computed', computed: { name: 'runOffCover' } },
      ],
    },
    {
      key: 'stop-before-transfer',
      title: 'Stopping before transfer',
      questions: [
        {
          key: 'cont.abort', title: 'If the transfer is stopped, how will you undo what has begun?', type: 'longText', words: 200,
          why: 'One transfer was stopped 3 days before it was due. Staff and patients still needed to know who was in charge.',
          help: 'Say who tells staff, who withdraws the tax and registration applications, and how the {parent} keeps the service going.',
          example:
            'The trust stays the employer and keeps the service. Our director and the trust\'s staff lead tell all 42 staff together on the same day. ' +
            'Our finance lead closes the payroll scheme and withdraws the registration application within 5 working days. Patients need no letter, because nothing changes for them.',
        },
      ],
    },
    {
      key: 'people-to-tell',
      title: 'People to tell',
      questions: [
        {
          key: 'cont.stakeholders', title: 'Who tells each group, and how soon?', type: 'table', unknown: true,
          fixedRows: [
            { key: 'staff', title: 'Staff and unions' },
            { key: 'patients', title: 'Patients and carers' },
            { key: 'gps', title: 'GP practices' },
            { key: 'watchdog', title: 'Local patient watchdog', hint: 'Healthwatch today' },
            { key: 'scrutiny', title: 'Council scrutiny committee' },
            { key: 'mps', title: 'MPs' },
            { key: 'cqc', title: 'Care Quality Commission' },
            { key: 'national', title: 'National NHS bodies', hint: 'The licence regulator and the health department' },
            { key: 'media', title: 'Press and media' },
          ],
          columns: [
            { key: 'who', title: 'Who tells them', type: 'text', words: 10 },
            {
              key: 'when', title: 'How soon', type: 'choice',
              options: [{ key: 'same-day', title: 'Same day' }, { key: 'three-days', title: 'Within 3 working days' }, { key: 'later', title: 'Later' }],
            },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'groups' }, severity: 'warn' }],
        },
        { key: 'cont.comms', title: 'Plan for patients, staff and media', type: 'file', evidence: 'communications-plan', optional: true },
      ],
    },
  ],
} satisfies GroupWritten;
