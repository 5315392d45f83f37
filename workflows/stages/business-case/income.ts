import type { GroupWritten } from '../../definition.ts';
import { line, slipwayDefault, yearColumns } from './lines.ts';

const vatNote = 'Local authority money differs in VAT and in clinical negligence cover';

/** The financial case, first part: who pays, and how much. */
export const income = {
  key: 'income',
  title: 'Income',
  sections: [
    {
      key: 'payers',
      title: 'Who pays you',
      questions: [
        {
          key: 'bc.payers', title: 'Who will pay you in year 1?', type: 'table', row: 'payer', minRows: 1, from: 'eoi.income_sources',
          why: 'Relying on one payer is the largest money risk a new team carries.',
          columns: [
            { key: 'payer', title: 'Payer', type: 'text', words: 15 },
            {
              key: 'kind', title: 'Kind of payer', type: 'choice', options: [
                { key: 'nhs', title: 'The {commissioner}' },
                { key: 'nhs-other', title: 'Another NHS body' },
                { key: 'council', title: 'Council' },
                { key: 'grant', title: 'Grant maker' },
                { key: 'private', title: 'Patients or companies' },
                { key: 'other', title: 'Other' },
              ],
            },
            { key: 'amount', title: 'Income in year 1', type: 'money', min: 0, total: true },
            { key: 'ends-on', title: 'Agreement ends', type: 'date', optional: true },
          ],
          rules: [
            { check: 'columnWithinTable', params: { column: 'amount', question: 'fin.income', otherColumn: 'y1', label: 'Payers',
              otherLabel: 'your income in year 1' } },
            { check: 'columnReachesTable', params: { column: 'amount', question: 'fin.income', otherColumn: 'y1', label: 'Payers',
              otherLabel: 'your income in year 1' } },
          ],
        },
        {
          key: 'bc.commissioner_dependency', title: 'Income from your largest payer', type: 'computed', source: slipwayDefault,
          computed: { name: 'largestPayerShare', params: { under: 70, redOver: 90 } },
          rules: [{ check: 'dependencyHigh', params: { over: 80 } }],
        },
      ],
    },
    {
      key: 'income-lines',
      title: 'Income for 5 years',
      intro: 'Enter the money you expect in each year, at the prices of that year.',
      questions: [
        {
          key: 'fin.income', title: 'What income do you expect?', type: 'table',
          why: 'Every other test of your money starts here.', hint: 'Leave a line blank if you have none',
          fixedRows: [
            line('inc-01', 'Fixed contract income', 'After price rises and efficiency cuts'),
            line('inc-02', 'Income for each contact or case', 'Price times activity'),
            line('inc-03', 'Quality payments', 'Only the part you are likely to earn'),
            line('inc-04', 'Council income', vatNote),
            line('inc-05', 'Grants, training, private and trading'),
            line('inc-06', 'One-off transition money', 'None after year 2'),
          ],
          columns: yearColumns,
          rules: [
            { check: 'yearsFilled', params: { label: 'income' } },
            { check: 'zeroAfterYear', params: { row: 'inc-06', lastYear: 2, label: 'One-off transition money' } },
          ],
        },
        { key: 'fin.income_years', title: 'Total income', type: 'computed', computed: { name: 'fiveYearLine', params: { figure: 'income' } } },
      ],
    },
    {
      key: 'price-assumptions',
      title: 'Price assumptions',
      fullFormOnly: true,
      questions: [
        { key: 'fin.price_rise', title: 'How much do prices rise each year?', type: 'percent',
          why: 'Price rises and efficiency cuts must be seen apart.',
          hint: 'The yearly rise your payers have agreed or told you' },
        { key: 'fin.price_cut', title: 'How much do payers take off for efficiency each year?', type: 'percent' },
        { key: 'fin.quality_chance', title: 'What share of quality payments do you count on?', type: 'percent', notApplicable: true,
          hint: 'Enter 60 if you count on 60% of the most you could earn' },
      ],
    },
    {
      key: 'activity-prices',
      title: 'Activity and prices',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.activity_income', title: 'What do you earn for each contact or case?', type: 'table', row: 'price', optional: true,
          notApplicable: true,
          why: 'It lets readers see how income moves with demand.',
          columns: [
            { key: 'service', title: 'Service', type: 'text', words: 15 },
            { key: 'activity', title: 'Activity in year 1', type: 'whole', min: 0 },
            { key: 'price', title: 'Price for each', type: 'money', min: 0 },
          ],
          rules: [{ check: 'activityMatchesIncome', params: { row: 'inc-02', percent: 5 } }],
        },
      ],
    },
  ],
} satisfies GroupWritten;
