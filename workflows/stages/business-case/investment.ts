import type { GroupWritten } from '../../definition.ts';
import { line, lines, slipwayDefault, yearColumns, yearColumnsWithoutTotal } from './lines.ts';

/** The financial case, third part: setting up, lasting things, savings, and what becomes of a surplus. */
export const investment = {
  key: 'investment',
  title: 'Set-up, savings and surplus',
  sections: [
    {
      key: 'set-up-costs',
      title: 'Set-up costs',
      questions: [
        {
          key: 'fin.setup_costs', title: 'What will it cost to set up, and who pays?', type: 'table',
          why: 'Each cost needs someone who has agreed to pay it.',
          hint: 'Enter 0 where there is no cost',
          fixedRows: lines({
            legal: 'Legal advice', diligence: 'Due diligence', registration: 'Registration and licences', it: 'Splitting IT systems',
            recruitment: 'Finding a board and staff',
            redundancy: 'Redundancy', branding: 'Name and branding', dual: 'Running two systems at once', other: 'Anything else',
          }),
          columns: [
            { key: 'cost', title: 'Cost', type: 'money', min: 0, total: true },
            {
              key: 'when', title: 'When', type: 'choice', optional: true, options: [
                { key: 'before', title: 'Before go-live' }, { key: 'y1', title: 'Year 1' }, { key: 'y2', title: 'Year 2' },
              ],
            },
            { key: 'funder', title: 'Who pays', type: 'text', words: 10, optional: true },
            { key: 'agreed', title: 'Agreed in writing?', type: 'yesNo', optional: true },
          ],
          rules: [{ check: 'setUpFunded' }],
        },
        { key: 'fin.setup_open', title: 'Set-up costs nobody has agreed to pay', type: 'computed', computed: { name: 'setUpNotAgreed' } },
      ],
    },
    {
      key: 'lasting-things-and-loans',
      title: 'Equipment and loans',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.capital', title: 'What will you spend on buildings and equipment?', type: 'table', notApplicable: true,
          fixedRows: [line('spend', 'Spending on lasting things'), line('depreciation', 'Depreciation', 'The yearly cost of wear')],
          columns: yearColumnsWithoutTotal,
        },
        {
          key: 'fin.financing', title: 'What will you pay for loans, dividends and tax?', type: 'table', notApplicable: true,
          hint: 'Leave a line blank if you have none',
          fixedRows: lines({ interest: 'Interest', repayment: 'Loan repayment', dividend: 'Dividend', tax: 'Corporation tax' }),
          columns: yearColumns,
          rules: [{ check: 'plannedDividendWithinCap', params: { percent: 35 } }],
          source: { title: 'Community Interest Company Regulations 2005, as amended in 2014: maximum aggregate dividend', checkedOn: '2026-11-23' },
        },
        {
          key: 'fin.loan_years', title: 'How long is your longest loan?', type: 'decimal', unit: 'years', min: 0, notApplicable: true,
          rules: [{ check: 'loanWithinContract' }],
        },
      ],
    },
    {
      key: 'savings',
      title: 'Planned savings',
      fullFormOnly: true,
      questions: [
        { key: 'fin.efficiency_rate', title: 'What saving must you make each year?', type: 'percent', unknown: true, hint: 'As a share of income',
          why: 'Earlier contracts mostly did not ask for savings, so nobody could check them.' },
        {
          key: 'fin.efficiency', title: 'Where will the savings come from?', type: 'table', row: 'saving', unknown: true,
          help: 'List savings already inside your cost lines. Savings you promise to others go on the Benefits page as well.',
          columns: [{ key: 'scheme', title: 'Saving', type: 'text', words: 20 }, { key: 'owner', title: 'Owner', type: 'text', words: 8 },
            ...yearColumns],
          rules: [{ check: 'savingsMeetRate' }],
        },
      ],
    },
    {
      key: 'surplus-use',
      title: 'Use of surplus',
      questions: [
        {
          key: 'fin.surplus_policy', title: 'What will happen to each £100 of surplus?', type: 'table',
          why: 'It shows the public that nobody is in it for the money.',
          hint: 'Shares must add up to 100', catchesBenefits: true,
          fixedRows: lines({ reinvest: 'Back into services', reserves: 'Reserves', community: 'Community fund',
            other: 'Anything else, such as dividends' }),
          columns: [{ key: 'share', title: 'Share (%)', type: 'percent', total: true }],
          rules: [{ check: 'columnAddsUpTo', params: { column: 'share', label: 'Shares of surplus' } }],
        },
        { key: 'fin.reserves_opening', title: 'How much will you hold in free reserves on day one?', type: 'money', min: 0,
          fullFormOnly: true, unknown: true },
        {
          key: 'fin.reserves_target', title: 'How many months of costs do you want in reserve?', type: 'decimal', unit: 'months', min: 0,
          fullFormOnly: true,
          rules: [{ check: 'adviseUnder', params: { least: 1, message: 'We suggest a target of at least 1 month of costs' } }], source: slipwayDefault,
        },
      ],
    },
  ],
} satisfies GroupWritten;
