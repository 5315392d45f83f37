import type { GroupWritten } from '../../definition.ts';

const assumed = { title: 'Slipway default', assumed: true as const };

export const fairness = {
  key: 'fairness',
  title: 'Risk and fairness',
  sections: [
    {
      key: 'liability-map',
      title: 'Liability map',
      questions: [
        {
          key: 'con.liabilities_residual', title: 'Who holds each liability after the start?', type: 'table', row: 'liability', minRows: 1, unknown: true,
          why: 'In 2011 the National Audit Office warned that many risks and liabilities stay with the public body.',
          hint: 'Claims, back pay, leave owed, redundancy, buildings, data and tax are common ones',
          from: 'fin.liabilities',
          columns: [
            { key: 'liability', title: 'Liability', type: 'text', words: 20 },
            {
              key: 'after', title: 'Held by', type: 'choice',
              options: [
                { key: 'enterprise', title: 'The {enterprise}' },
                { key: 'commissioner', title: 'The {commissioner}' },
                { key: 'parent', title: 'The {parent}' },
                { key: 'insurer', title: 'An insurer' },
                { key: 'shared', title: 'Shared' },
                { key: 'open', title: 'Not agreed yet' },
              ],
            },
            { key: 'amount', title: 'Most it could cost', type: 'money', min: 0, total: true },
            { key: 'trigger', title: 'What would set it off', type: 'text', words: 30 },
            {
              key: 'cover', title: 'How it is covered', type: 'choice', optional: true,
              options: [
                { key: 'indemnity', title: 'Indemnity in writing' },
                { key: 'cash', title: 'Cash handed over' },
                { key: 'insurance', title: 'Insurance' },
                { key: 'reserves', title: 'Reserves' },
                { key: 'none', title: 'Not covered' },
              ],
            },
          ],
          rules: [
            { check: 'liabilitiesHeld', severity: 'warn' },
            { check: 'liabilitiesCarried', params: { question: 'fin.liabilities', column: 'liability' } },
          ],
          source: { title: 'National Audit Office, HC 1088, 2011', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'guarantees',
      title: 'Guarantees and bonds',
      questions: [
        {
          key: 'con.guarantees', title: 'Which guarantees back the contract?', type: 'table', row: 'guarantee', optional: true, notApplicable: true,
          why: 'A new body has no track record, so a bond or a guarantee from the {parent} may be asked for.',
          help:
            'A demand that is too large can shut out staff-led providers. In 2011 one lost a large bid and reports said it could not give a £10m bond.',
          columns: [
            {
              key: 'type', title: 'Type', type: 'choice',
              options: [
                { key: 'bond', title: 'Bond' }, { key: 'parent', title: 'Guarantee from the {parent}' }, { key: 'loan', title: 'Loan' }, { key: 'other', title: 'Other' },
              ],
            },
            { key: 'giver', title: 'From whom', type: 'text', words: 12 },
            { key: 'amount', title: 'Amount', type: 'money', min: 0, total: true },
            { key: 'until', title: 'Until', type: 'date', optional: true },
          ],
          source: { title: 'Health Service Journal, Surrey community contract, 2012', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'conditions-before-start',
      title: 'Conditions before the start',
      questions: [
        {
          key: 'con.conditions', title: 'What must be in place before the contract starts?', type: 'table', unknown: true,
          why: 'Under the NHS Standard Contract, services start the day after the last condition is met if that is later than the planned date.',
          fixedRows: [
            { key: 'cqc', title: 'Registration with the Care Quality Commission' },
            { key: 'indemnity', title: 'Insurance and clinical indemnity' },
            { key: 'licence', title: 'Provider licence, if needed' },
            { key: 'pension', title: 'Pension direction' },
            { key: 'subcontracts', title: 'Signed subcontracts' },
          ],
          columns: [
            {
              key: 'status', title: 'Status', type: 'choice',
              options: [
                { key: 'met', title: 'Met' }, { key: 'dated', title: 'On its way' }, { key: 'not-started', title: 'Not started' }, { key: 'not-needed', title: 'Not needed' },
              ],
            },
            { key: 'by', title: 'Expected by', type: 'date', optional: true },
            { key: 'owner', title: 'Who is doing it', type: 'text', words: 12, optional: true },
          ],
          rules: [
            { check: 'allRowsAnswered', params: { noun: 'conditions' }, severity: 'warn' },
            { check: 'rowsSettled', params: { column: 'status', settled: ['met', 'dated', 'not-needed'], message: 'Start work on these conditions, or the contract may start late' } },
          ],
          source: { title: 'NHS Standard Contract, general conditions', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'equal-treatment',
      title: 'Equal treatment',
      questions: [
        {
          key: 'con.equal_treatment_note', title: 'How do these terms compare with other providers\' terms?', type: 'longText', words: 200,
          why: 'A social enterprise should not get harder or softer terms than others get for the same work.',
          help: 'A benefit the team offered may go into the contract. Say if you would ask any other provider for the same, and why the ask fits the size of the contract.',
          example:
            'The general terms are the same as for the 3 other community providers. Two measures come from what Harbour Lane Therapies offered: shorter waits and ' +
            'evening clinics. The board would put an offer like that into any provider\'s contract. Reporting is the same 8 measures the trust reports now.',
          source: assumed,
        },
      ],
    },
  ],
} satisfies GroupWritten;
