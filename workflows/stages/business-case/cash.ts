import type { GroupWritten } from '../../definition.ts';
import { line, lines, monthLines, slipwayDefault } from './lines.ts';

const monthColumns = [
  { key: 'receipts', title: 'Money in', type: 'money', min: 0, total: true },
  { key: 'payments', title: 'Money out', type: 'money', min: 0, total: true },
] as const;

/** The financial case, fourth part: day one, the cash of the first two years, and old debts. */
export const cash = {
  key: 'cash',
  title: 'Cash and balance sheet',
  sections: [
    {
      key: 'day-one',
      title: 'Day one balance',
      questions: [
        {
          key: 'fin.opening_balance', title: 'What will you own and owe on day one?', type: 'table',
          why: 'One new organisation started with a debt it inherited and never got clear of it.', hint: 'Enter 0 where there is none',
          fixedRows: [
            line('cash', 'Cash in the bank'), line('debtors', 'Money others owe you'), line('stock', 'Stock'),
            line('creditors', 'Money you owe suppliers'),
            line('accruals', 'Leave, back pay and tax you owe'), line('loans', 'Loans to repay within a year'),
          ],
          columns: [{ key: 'amount', title: 'Amount', type: 'money', min: 0 }],
        },
        {
          key: 'fin.opening_net', title: 'What you own less what you owe soon', type: 'computed', source: slipwayDefault,
          computed: { name: 'netCurrentAssets' }, rules: [{ check: 'dayOneNotInDebt' }],
        },
      ],
    },
    {
      key: 'cash-flow',
      title: 'Cash month by month',
      intro: 'Count from the month you go live. We start from the cash in your day one balance.',
      questions: [
        { key: 'fin.start_month', title: 'Which month do you plan to go live?', type: 'month', unknown: true },
        {
          key: 'fin.cashflow', title: 'What money moves in and out in year 1?', type: 'table',
          why: 'Organisations close when cash runs out, even when they make a surplus.',
          help: 'Enter money when it moves, not when it is earned. If the first payment from the {commissioner} comes in month 2, month 1 has 0.',
          fixedRows: monthLines(1, 12), columns: monthColumns.map((column) => ({ ...column })),
          rules: [{ check: 'cashStaysPositive', params: { from: 1, to: 12 } }, { check: 'receiptsNearIncome', params: { year: 1, percent: 10 } }],
        },
        {
          key: 'fin.cashflow_y2', title: 'What money moves in and out in year 2?', type: 'table', fullFormOnly: true,
          fixedRows: monthLines(13, 24), columns: monthColumns.map((column) => ({ ...column })),
          rules: [{ check: 'cashStaysPositive', params: { from: 13, to: 24 } }, { check: 'receiptsNearIncome', params: { year: 2, percent: 10 } }],
        },
      ],
    },
    {
      key: 'lowest-cash',
      title: 'Lowest cash',
      questions: [
        { key: 'fin.cash_lowest', title: 'Lowest cash', type: 'computed', computed: { name: 'lowestCash' } },
        { key: 'fin.cash_lowest_month', title: 'Month of lowest cash', type: 'computed', computed: { name: 'lowestCashMonth' } },
      ],
    },
    {
      key: 'working-capital',
      title: 'Working capital',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.working_capital', title: 'How many days could you pay your way with no money coming in?', type: 'whole', unit: 'days', min: 0,
          why: 'Boards want to know how long you last if a payment is late.',
          rules: [{ check: 'adviseUnder', params: { least: 30,
            message: 'We suggest at least 30 days of cover. Say how you will reach it' } }], source: slipwayDefault,
        },
        { key: 'fin.working_capital_lender', title: 'Who would lend to you?', type: 'text', words: 15, notApplicable: true, unknown: true },
        { key: 'fin.working_capital_limit', title: 'How much could you borrow?', type: 'money', min: 0, notApplicable: true, unknown: true },
        {
          key: 'fin.working_capital_status', title: 'How far is that agreed?', type: 'choice', notApplicable: true,
          options: [
            { key: 'idea', title: 'Not asked yet' },
            { key: 'talks', title: 'In talks' },
            { key: 'offered', title: 'Offered in writing' },
            { key: 'signed', title: 'Signed' },
          ],
        },
      ],
    },
    {
      key: 'payment-timing',
      title: 'Payment timing',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.timing', title: 'How long does money take to move?', type: 'table', unknown: true,
          why: 'Early cash trouble often comes from timing.',
          fixedRows: lines({
            debtors: 'Payers take this long to pay you', creditors: 'You take this long to pay suppliers',
            payroll: 'Payday is this many days after the month starts', tax: 'You pay tax and pensions this long after payday',
          }),
          columns: [{ key: 'days', title: 'Days', type: 'whole', min: 0 }, { key: 'note', title: 'Note', type: 'text', words: 20, optional: true }],
        },
        { key: 'fin.deferred_income', title: 'How much income will you get before you earn it?', type: 'money', min: 0, optional: true,
          notApplicable: true },
      ],
    },
    {
      key: 'old-liabilities',
      title: 'Debts from before',
      questions: [
        {
          key: 'fin.liabilities', title: 'What debts or claims exist from before the move?', type: 'table', row: 'liability', unknown: true,
          notApplicable: true,
          why: 'Old claims can sink a new organisation, so each one needs an owner.',
          help: 'Think of leave owed, flexitime, back pay, claims, redundancy rights, repairs and grants that may be clawed back.',
          columns: [
            { key: 'liability', title: 'Debt or claim', type: 'text', words: 20 },
            { key: 'amount', title: 'Amount', type: 'money', min: 0, total: true },
            { key: 'before', title: 'Held by, before', type: 'text', words: 10 },
            {
              key: 'after', title: 'Held by, after', type: 'choice', options: [
                { key: 'enterprise', title: 'The {enterprise}' },
                { key: 'parent', title: 'The {parent}, your employer today' },
                { key: 'commissioner', title: 'The {commissioner}, your payer' },
                { key: 'open', title: 'Not agreed yet' },
              ],
            },
            {
              key: 'cover', title: 'How it is covered', type: 'choice', options: [
                { key: 'indemnity', title: 'Indemnity in writing' },
                { key: 'cash', title: 'Cash handed over' },
                { key: 'none', title: 'Not covered' },
              ],
            },
          ],
          rules: [{ check: 'oldDebtsCovered' }],
        },
        { key: 'fin.liabilities_after', title: 'Old debts that would come to you', type: 'computed', computed: { name: 'liabilitiesTaken' } },
      ],
    },
    {
      key: 'effect-on-others',
      title: 'Effect on others',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.affordability', title: 'What does the change do to each side\'s money?', type: 'table', unknown: true,
          why: 'The case must be affordable for everyone, not only for you.', hint: 'A minus sign when they are worse off',
          fixedRows: lines({ parent: 'The {parent}, your employer today', commissioner: 'The {commissioner}, your payer',
            enterprise: 'The {enterprise}' }),
          columns: [
            { key: 'yearly', title: 'Income and costs, each year', type: 'money' },
            { key: 'cash', title: 'Cash, one-off', type: 'money' },
            { key: 'balance', title: 'Balance sheet', type: 'text', words: 20, optional: true },
            { key: 'agreed', title: 'Agreed by', type: 'text', words: 12, optional: true },
          ],
        },
      ],
    },
  ],
} satisfies GroupWritten;
