import type { GroupWritten } from '../../definition.ts';
import { SCHEDULES } from './schedules.ts';

const assumed = { title: 'Slipway default', assumed: true as const };
const s33 = { title: 'Procurement Act 2023, section 33', checkedOn: '2026-11-23' };

export const terms = {
  key: 'terms',
  title: 'Terms',
  sections: [
    {
      key: 'contract-details',
      title: 'Contract details',
      questions: [
        {
          key: 'con.form', title: 'Which contract form will you use?', type: 'choice', unknown: true,
          why: 'In the NHS Standard Contract, local terms cannot override the general or service conditions.',
          options: [
            { key: 'standard-full', title: 'NHS Standard Contract, full length' },
            { key: 'standard-short', title: 'NHS Standard Contract, shorter form', pathways: ['public-service-mutual'] },
            { key: 'primary-medical', title: 'A primary medical contract', hint: 'Alternative provider medical services (APMS), for example' },
            { key: 'council', title: 'A council contract' },
            { key: 'other', title: 'Another form' },
          ],
          source: { title: 'NHS Standard Contract, general conditions', checkedOn: '2026-11-23' },
        },
        { key: 'con.reference', title: 'Contract reference', type: 'text', words: 10, optional: true },
        {
          key: 'con.commissioners', title: 'Who is buying under this contract?', type: 'table', row: 'commissioner',
          hint: 'Put the one who leads first',
          columns: [
            { key: 'name', title: 'Commissioner', type: 'text', words: 15 },
            { key: 'role', title: 'Role', type: 'choice', options: [{ key: 'lead', title: 'Leads the contract' }, { key: 'associate', title: 'Joins the contract' }] },
            { key: 'code', title: 'Organisation code', type: 'text', words: 1, optional: true },
            { key: 'share', title: 'Share of value', type: 'percent', optional: true, total: true },
          ],
        },
        {
          key: 'con.provider_code', title: 'Organisation code of the {enterprise}', type: 'text', words: 1, optional: true, unknown: true,
          hint: 'The national code for NHS providers, often called an ODS code',
        },
      ],
    },
    {
      key: 'heads-of-terms',
      title: 'Heads of terms',
      intro: 'Heads of terms are the main points both sides agree before lawyers write the contract.',
      questions: [
        {
          key: 'con.heads', title: 'What have you agreed so far?', type: 'table',
          why: 'A point left open here comes back as a dispute after the start.',
          fixedRows: [
            { key: 'scope', title: 'Scope and specification' },
            { key: 'duration', title: 'How long it lasts' },
            { key: 'transfers', title: 'What transfers', hint: 'What is sold or given, and what is leased or licensed' },
            { key: 'repairs', title: 'Repairs', hint: 'Who must repair buildings, and who pays' },
            { key: 'old-liabilities', title: 'Liabilities from before the transfer' },
            { key: 'debts', title: 'Money owed on the day', hint: 'How debtors and creditors are split' },
            { key: 'staff', title: 'Staff' },
            { key: 'third-party', title: 'Contracts with other suppliers' },
            { key: 'support-services', title: 'Support services after the start', hint: 'Payroll, IT and other services you will buy' },
            { key: 'withdrawal', title: 'Limits on taking services away', hint: 'When a service may be put out to the market' },
            { key: 'value', title: 'Value', hint: 'Responsibilities that move, and the part-year amount' },
          ],
          columns: [
            { key: 'agreed', title: 'What is agreed', type: 'text', words: 80 },
            {
              key: 'status', title: 'Status', type: 'choice',
              options: [
                { key: 'agreed', title: 'Agreed' },
                { key: 'talking', title: 'In discussion' },
                { key: 'not-started', title: 'Not started' },
                { key: 'not-needed', title: 'Not needed' },
              ],
            },
          ],
          rules: [
            { check: 'allRowsAnswered', params: { noun: 'heads of terms' }, severity: 'warn' },
            { check: 'rowsSettled', params: { column: 'status', settled: ['agreed', 'not-needed'], message: 'Agree these heads of terms before you send the contract' } },
          ],
        },
      ],
    },
    {
      key: 'contract-length',
      title: 'Contract length',
      questions: [
        {
          key: 'con.start', title: 'When does the contract start?', type: 'date', from: 'hr.transfer_date', unknown: true,
          rules: [
            { check: 'sameDayAs', params: { question: 'hr.transfer_date', label: 'Contract start', otherLabel: 'the staff transfer date' } },
          ],
        },
        {
          key: 'con.end', title: 'When does it end?', type: 'date', unknown: true,
          why: 'Short contracts are a main risk to new providers, and some routes set a longest length.',
          hint: 'The last day, before any extension',
          rules: [
            { check: 'dateAfter', params: { question: 'con.start', label: 'Contract end', otherLabel: 'the day the contract starts' } },
            {
              check: 'routeLength', pathways: ['right-to-request'],
              params: { routes: ['uncontested-rtr'], max: 60, because: 'a first contract under Right to Request was for 3 to 5 years' },
            },
            {
              check: 'routeLength', pathways: ['right-to-request'], severity: 'warn',
              params: { routes: ['uncontested-rtr'], min: 36, because: 'a first contract under Right to Request was for 3 to 5 years' },
            },
            {
              check: 'routeLength', pathways: ['public-service-mutual'],
              params: { routes: ['reserved-s33'], max: 60, because: 'a contract reserved under section 33 of the Procurement Act 2023 is for 5 years at most' },
            },
            {
              check: 'routeLength', pathways: ['public-service-mutual'],
              params: { routes: ['reserved-reg77'], max: 36, because: 'a contract reserved under regulation 77 is for 3 years at most' },
            },
            { check: 'longerThanLoan', params: { question: 'con.loan_end' } },
          ],
          source: s33,
        },
        {
          key: 'con.extension', title: 'By how many months can it be extended?', type: 'whole', unit: 'months', min: 0, max: 120, unknown: true,
          hint: 'Enter 0 if it cannot be extended',
          rules: [
            {
              check: 'routeLength', pathways: ['public-service-mutual'],
              params: {
                routes: ['reserved-s33'], max: 60, withExtension: true,
                because: 'a contract reserved under section 33 of the Procurement Act 2023 is for 5 years at most',
              },
            },
            {
              check: 'routeLength', pathways: ['public-service-mutual'],
              params: { routes: ['reserved-reg77'], max: 36, withExtension: true, because: 'a contract reserved under regulation 77 is for 3 years at most' },
            },
          ],
          source: s33,
        },
        { key: 'con.length', title: 'Length of the contract', type: 'computed', computed: { name: 'contractLength' } },
      ],
    },
    {
      key: 'breaks-and-notice',
      title: 'Breaks and notice',
      questions: [
        {
          key: 'con.break', title: 'What is the first date either side can end it early?', type: 'date', notApplicable: true, unknown: true,
          why: 'A break that comes too soon makes it hard to borrow, hire or invest.',
          rules: [
            { check: 'dateBetween', params: { from: 'con.start', until: 'con.end', label: 'First break date', fromLabel: 'the contract starts', untilLabel: 'it ends' } },
            { check: 'monthsAfter', params: { question: 'con.start', months: 24, label: 'First break date', otherLabel: 'the contract starts' } },
          ],
          source: assumed,
        },
        {
          key: 'con.notice', title: 'How many months of notice must each side give?', type: 'whole', unit: 'months', min: 0, max: 60,
          why: 'The {commissioner} needs time to find another provider, and staff need time to move.',
          rules: [{ check: 'adviseAtMost', severity: 'warn', params: { most: 11, message: 'We suggest 12 months of notice or more. Say in the heads of terms why less is enough' } }],
          source: assumed,
        },
        {
          key: 'con.loan_end', title: 'When is the last loan repaid?', type: 'date', optional: true, notApplicable: true, unknown: true,
          hint: 'Leave empty if the {enterprise} has no loan',
        },
        {
          key: 'con.length_reason', title: 'Why is this the right length?', type: 'longText', words: 150,
          why: 'The length should give time to pay back what is spent at the start and to show results.',
          example:
            '5 years. Set-up costs of £180,000 are paid back by month 40, so 3 years would be too short. A break after 3 years protects the board ' +
            'if waits do not fall. Both sides give 12 months of notice.',
        },
      ],
    },
    {
      key: 'clause-map',
      title: 'Where clauses stand',
      questions: [
        {
          key: 'con.clauses', title: 'Where in the contract is each of these?', type: 'table', unknown: true,
          why: 'In a crisis nobody should have to search the contract for the step-in or exit terms.',
          help:
            'The schedule names come from the full-length NHS Standard Contract of 2021 to 2022. They change a little each year, so check yours.\n\n' +
            'Schedules 2D and 2E are for NHS trusts only. Terms that keep an independent provider\'s services going usually stand in 2G, 2H or 2I.',
          fixedRows: [
            { key: 'conditions', title: 'Conditions to meet before the start' },
            { key: 'extension', title: 'Extension' },
            { key: 'transition', title: 'Transition at the start' },
            { key: 'exit', title: 'Exit at the end' },
            { key: 'step-in', title: 'Step-in by the {commissioner}' },
            { key: 'reporting', title: 'Reporting and the finance return' },
            { key: 'records', title: 'Patient records and data' },
            { key: 'pensions', title: 'Pensions and staff terms' },
            { key: 'insolvency', title: 'If the provider runs out of money' },
          ],
          columns: [
            { key: 'schedule', title: 'Schedule', type: 'choice', options: SCHEDULES },
            { key: 'clause', title: 'Clause or page', type: 'text', words: 15, optional: true },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'clauses' }, severity: 'warn' }],
          source: { title: 'NHS Standard Contract 2021/22, Particulars', checkedOn: '2026-11-23' },
        },
      ],
    },
  ],
} satisfies GroupWritten;
