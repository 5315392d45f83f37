import type { GroupWritten } from '../../definition.ts';
import { SCHEDULES } from './schedules.ts';

const assumed = { title: 'Slipway default', assumed: true as const };
const nao = { title: 'National Audit Office, HC 1088, 2011', checkedOn: '2026-11-23' };

export const quality = {
  key: 'quality',
  title: 'Benefits and quality',
  sections: [
    {
      key: 'benefits-in-contract',
      title: 'Benefits in the contract',
      intro:
        'Every benefit you promised is listed on the Benefits page. For each one, say whether it is in the contract, watched but not in the contract, or left out, and why.',
      questions: [
        {
          key: 'con.benefits', title: 'Promised benefits in the contract', type: 'computed',
          why: 'If a benefit is left out of the contract, nobody has to deliver it.',
          computed: { name: 'contractCoverage' },
          rules: [
            { check: 'benefitsSettled' },
            { check: 'benefitsBalanced', params: { waiver: 'con.benefits_waiver' } },
            { check: 'absenceNotAlone' },
            { check: 'benefitsMeasurable' },
            { check: 'benefitsInTerm', params: { start: 'con.start', end: 'con.end' } },
          ],
          source: nao,
        },
        {
          key: 'con.benefits_waiver', title: 'Why is no quality benefit, or no value benefit, in the contract?', type: 'longText', words: 150, optional: true,
          hint: 'Answer only if one of the two kinds is missing',
          help: 'The contract should hold at least one benefit for patients and one for value, such as time or money saved. If one kind is left out, say why here: the people who decide will read it.',
          source: assumed,
        },
      ],
    },
    {
      key: 'specifications',
      title: 'Service specifications',
      questions: [
        { key: 'con.spec_files', title: 'Service specifications', type: 'file', evidence: 'service-spec', hint: 'One for each service' },
        {
          key: 'con.spec_clinician', title: 'Which clinician agreed them?', type: 'person', unknown: true,
          why: 'The people who treat patients should agree what the contract says about care.',
        },
        {
          key: 'con.spec_agreed', title: 'When did they agree?', type: 'date', unknown: true,
          rules: [{ check: 'dateInPast', params: { label: 'Date the clinician agreed' } }],
        },
      ],
    },
    {
      key: 'contract-measures',
      title: 'Contract measures',
      questions: [
        {
          key: 'con.kpis', title: 'Which measures are in the contract?', type: 'table', row: 'measure',
          why: 'These are the numbers the {commissioner} will hold the {enterprise} to.',
          help:
            'Where a promise usually fits (our suggestion):\n\n' +
            '- a result you control, with a threshold: 4C\n' +
            '- a result with poor data: 6B first, then 4C from year 2\n' +
            '- a step in a change programme: 6C\n' +
            '- a result tied to money: 4D\n' +
            '- something you only report: 6A\n' +
            '- a saving: schedule 3\n\n' +
            'Activity that moves fits 2B or 2C. Social value fits 2G, with a yearly report in 6A. If a national standard in 4A or 4B covers it, point to that and do not copy it.',
          columns: [
            { key: 'requirement', title: 'Measure', type: 'text', words: 40 },
            {
              key: 'kind', title: 'Kind', type: 'choice',
              options: [
                { key: 'patient', title: 'Patients' },
                { key: 'safety', title: 'Safety' },
                { key: 'staff', title: 'Staff' },
                { key: 'finance', title: 'Money or efficiency' },
                { key: 'other', title: 'Other' },
              ],
            },
            { key: 'threshold', title: 'Threshold', type: 'text', words: 20, hint: 'Like 8 weeks or less' },
            { key: 'method', title: 'How it is measured', type: 'text', words: 40 },
            { key: 'frequency', title: 'How often', type: 'choice', options: [
              { key: 'month', title: 'Each month' }, { key: 'quarter', title: 'Each quarter' }, { key: 'year', title: 'Each year' },
            ] },
            { key: 'consequence', title: 'If it is missed', type: 'text', words: 30, optional: true },
            { key: 'schedule', title: 'Schedule', type: 'choice', options: SCHEDULES },
            { key: 'service', title: 'Service specification', type: 'text', words: 12, optional: true },
            { key: 'incentive', title: 'Share of incentive money', type: 'percent', optional: true },
          ],
          rules: [
            { check: 'measureSet', params: { most: 12, incentivePercent: 25 } },
            { check: 'measureWording' },
          ],
          source: assumed,
        },
        {
          key: 'con.consequences', title: 'What happens when a measure is missed?', type: 'longText', words: 200,
          why: 'A measure without a next step is only a report.',
          hint: 'Who asks, who meets, by when, and what follows if it goes on',
          example:
            'If the wait is over 8 weeks for 2 months, the contract manager at the board writes to our director. Both meet within 10 working days and agree a ' +
            'plan with dates. If a date is missed, we explain why in writing. Payment is held back only after that.',
        },
      ],
    },
    {
      key: 'reporting',
      title: 'Reporting terms',
      questions: [
        {
          key: 'con.reporting', title: 'How often will the {enterprise} report?', type: 'choice',
          options: [{ key: 'monthly', title: 'Each month' }, { key: 'quarterly', title: 'Each quarter' }],
        },
        {
          key: 'con.reporting_move', title: 'When may reporting become less or more frequent?', type: 'longText', words: 100, notApplicable: true,
          hint: 'Reports are often monthly at first, then quarterly when they show good results',
        },
        {
          key: 'con.finance_return', title: 'How often will it send a finance return?', type: 'choice', unknown: true,
          why: 'If the {enterprise} has no provider licence, this return is the {commissioner}\'s only regular view of its money.',
          options: [{ key: 'monthly', title: 'Each month' }, { key: 'quarterly', title: 'Each quarter' }, { key: 'none', title: 'No return is agreed' }],
          source: assumed,
        },
        {
          key: 'con.reporting_hours', title: 'How many hours a month will reporting take?', type: 'decimal', unit: 'hours', min: 0, unknown: true,
          why: 'Reporting should fit the size of the contract.',
          rules: [{ check: 'reportingFits', params: { staff: 'eoi.headcount', hoursPerStaff: 1, least: 20 } }],
          source: assumed,
        },
      ],
    },
  ],
} satisfies GroupWritten;
