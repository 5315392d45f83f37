import type { GroupWritten } from '../../definition.ts';

export const money = {
  key: 'money',
  title: 'Money',
  sections: [
    {
      key: 'contract-value',
      title: 'Contract value',
      questions: [
        {
          key: 'con.annual_value', title: 'What is the contract worth in a full year?', type: 'money', min: 0, from: 'bc.contract_value',
          why: 'This is the money the {enterprise} must run on.',
          rules: [{ check: 'priceCoversCost', params: { cost: 'con.cost_year1', budget: 'eoi.budget', dropPercent: 10 } }],
        },
        {
          key: 'con.year_values', title: 'What is it worth each year?', type: 'table', row: 'year', maxRows: 15,
          hint: 'Put a part year on its own row',
          columns: [
            { key: 'year', title: 'Year', type: 'text', words: 6, hint: 'Like 2027 to 2028' },
            { key: 'months', title: 'Months', type: 'whole', min: 1, max: 12, total: true },
            { key: 'value', title: 'Value', type: 'money', min: 0, total: true },
            { key: 'moved', title: 'Work moved in or out', type: 'text', words: 30, optional: true },
          ],
          rules: [
            { check: 'yearsFillTerm', params: { column: 'months' } },
            { check: 'fullYearMatches', params: { question: 'con.annual_value', tolerancePercent: 5 } },
          ],
        },
        {
          key: 'con.total_value', title: 'Total value', type: 'computed',
          computed: { name: 'columnTotal', params: { question: 'con.year_values', column: 'value', unit: 'money' } },
        },
      ],
    },
    {
      key: 'payment-terms',
      title: 'Payment terms',
      questions: [
        {
          key: 'con.payment_terms', title: 'When will the {commissioner} pay?', type: 'choice',
          why: 'At the start most new providers live on one payer\'s cash.',
          options: [
            { key: 'in-advance', title: 'Each month in advance' },
            { key: 'in-arrears', title: 'Each month in arrears' },
            { key: 'on-invoice', title: 'On invoice for work done' },
            { key: 'other', title: 'Another way' },
          ],
          rules: [{
            check: 'adviseWhen', params: { is: ['in-arrears', 'on-invoice'], message: 'Wages come before the first payment. Check that start-up cash covers the gap' },
          }],
          source: { title: 'National Audit Office, HC 1088, 2011', checkedOn: '2026-11-23' },
        },
        { key: 'con.payment_days', title: 'Within how many days of the due date or invoice?', type: 'whole', unit: 'days', min: 0, max: 120 },
        {
          key: 'con.lowest_cash', title: 'With these terms, what is the lowest month-end cash?', type: 'money', unknown: true,
          why: 'Payment terms only work if cash stays above zero in every month.',
          hint: 'From the cash flow; put a minus sign before an overdraft',
          rules: [{
            check: 'adviseAtMost', severity: 'warn',
            params: { most: -1, message: 'Cash falls below zero. Agree earlier payment or a loan before you sign' },
          }],
        },
        {
          key: 'con.late_payment', title: 'What happens if a payment is late?', type: 'longText', words: 100, optional: true, notApplicable: true,
          hint: 'Interest, an advance, or who to call',
        },
      ],
    },
    {
      key: 'price-model',
      title: 'Price model',
      questions: [
        {
          key: 'con.price_model', title: 'How is the price set?', type: 'choices', from: 'bc.payment_basis', hint: 'Select all that apply', unknown: true,
          options: [
            { key: 'block', title: 'A fixed sum (block)' },
            { key: 'activity', title: 'A price for each contact or case' },
            { key: 'capitation', title: 'A sum for each person in the area' },
            { key: 'outcome', title: 'A part paid on results or quality' },
          ],
        },
        {
          key: 'con.incentive_percent', title: 'What share of the price depends on quality or results?', type: 'percent', unknown: true,
          when: { question: 'con.price_model', is: ['outcome'] },
          why: 'National incentive schemes have been paused and changed several times, so do not count on one alone.',
        },
      ],
    },
    {
      key: 'savings',
      title: 'Savings in the contract',
      questions: [
        {
          key: 'con.deflator', title: 'By how much must the price fall each year before inflation?', type: 'percent', unknown: true,
          hint: 'Enter 0 if it does not fall',
        },
        {
          key: 'con.savings_profile', title: 'What savings does the contract ask for each year?', type: 'table', row: 'year', notApplicable: true,
          why: 'In 2011 the National Audit Office found that contracts did not ask for the savings people expected. If yours does not, say why.',
          hint: 'Savings beyond what the {parent} would have made anyway',
          columns: [
            { key: 'year', title: 'Year', type: 'text', words: 6 },
            { key: 'percent', title: 'Share of price', type: 'percent', optional: true },
            { key: 'amount', title: 'Saving', type: 'money', min: 0, total: true },
            { key: 'keeper', title: 'Who keeps it', type: 'text', words: 15, optional: true },
          ],
          rules: [{ check: 'savingsMatchBenefits', params: { column: 'amount', tolerancePercent: 5 } }],
          source: { title: 'National Audit Office, HC 1088, 2011', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'price-realism',
      title: 'Price against cost',
      questions: [
        {
          key: 'con.cost_year1', title: 'What will a full year cost to run?', type: 'money', min: 0, unknown: true,
          hint: 'From the business case, with overheads, VAT and pensions',
        },
        { key: 'con.price_gap', title: 'Price less cost', type: 'computed', computed: { name: 'priceGap' } },
        {
          key: 'con.price_open', title: 'Are any prices or costs still to be agreed?', type: 'yesNo',
          why: 'One large NHS contract in 2015 began while costs were still being settled. It stopped after 8 months.',
          rules: [{
            check: 'adviseWhen', severity: 'warn',
            params: { is: ['yes'], message: 'Settle every open price before the contract starts, or put a limit on it in the contract' },
          }],
          source: { title: 'National Audit Office, Investigation into the collapse of the UnitingCare Partnership contract, 2016', checkedOn: '2026-11-23' },
        },
        {
          key: 'con.price_open_list', title: 'Which ones, for how much, and by when?', type: 'longText', words: 150,
          when: { question: 'con.price_open', is: ['yes'] },
        },
      ],
    },
  ],
} satisfies GroupWritten;
