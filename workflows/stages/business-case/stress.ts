import type { GroupWritten } from '../../definition.ts';
import { line, slipwayDefault } from './lines.ts';

const outcome = [
  { key: 'surplus', title: 'Surplus in the worst year', type: 'money', hint: 'A minus sign for a loss' },
  { key: 'cash', title: 'Lowest cash', type: 'money', hint: 'A minus sign when it runs out' },
] as const;
const mitigation = [
  { key: 'response', title: 'What you would do', type: 'text', words: 40, optional: true },
  { key: 'worth', title: 'What that is worth', type: 'money', min: 0, optional: true },
] as const;

/** A test worked out from the team's own figures. The shocks add up when there is more than one. */
const tested = (key: string, title: string, params: Record<string, number>, hint?: string) => ({
  key, title, type: 'computed' as const, computed: { name: 'stressTest', params }, source: slipwayDefault, ...(hint && { hint }),
  rules: [{ check: 'adviseUnder', params: { least: 0,
    message: `Cash runs out if this happens: ${title.toLowerCase()}. Say in the tests above what you would do` } }],
});

/** The financial case, fifth part: what happens in a bad year. */
export const stress = {
  key: 'stress',
  title: 'Bad year tests',
  sections: [
    {
      key: 'main-tests',
      title: 'Main tests',
      questions: [
        {
          key: 'fin.sensitivity', title: 'What happens to your money if things go wrong?', type: 'table',
          why: 'The {approverBody} must see that you survive, or how you would recover.',
          fixedRows: [
            line('base', 'Your plan'), line('income-5', 'Income 5% lower'), line('cost-3', 'Costs 3% higher'),
            line('late-30', 'Payer pays 30 days late'), line('largest-lost', 'Largest contract lost'),
          ],
          columns: [...outcome.map((column) => ({ ...column })), ...mitigation.map((column) => ({ ...column }))],
          rules: [{ check: 'testsSurvived' }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'all-tests',
      title: 'All tests',
      fullFormOnly: true,
      questions: [
        {
          key: 'fin.scenarios', title: 'How does your model come through each test?', type: 'table', source: slipwayDefault,
          why: 'Each test is something that can happen to a team like yours.', hint: 'Use your own financial model',
          fixedRows: [
            line('s1', 'Pay award 2% higher, not funded'), line('s2', 'Income 5% lower from year 2'), line('s3', 'Demand 5% higher on a fixed sum'),
            line('s4', 'A service worth 15% is lost'), line('s5', 'Contract not renewed', 'Include the cost of closing down'),
            line('s6', 'No VAT can be recovered'), line('s7', 'Full pension rate, not funded'),
            line('s8', 'Move is 6 months late', 'Include running two systems'), line('s9', 'An old debt worth 1% of income falls due'),
            line('s10', '10% of posts filled by agency staff', 'At 1.5 times the cost'), line('s11', 'Payer 30 days late in month 3'),
            line('s12', 'Rent 25% higher'), line('s13', 'New staff get the same terms as staff who moved'), line('s14', 'Tests 1, 2 and 11 together'),
          ],
          columns: [
            ...outcome.map((column) => ({ ...column })),
            { key: 'month', title: 'Month of lowest cash', type: 'whole', min: 1, max: 60 },
            { key: 'fails', title: 'First month below £0', type: 'whole', min: 1, max: 60, optional: true },
            ...mitigation.map((column) => ({ ...column })),
          ],
          rules: [{ check: 'testsSurvived' }],
        },
      ],
    },
    {
      key: 'quick-cost-tests',
      title: 'Quick cost tests',
      fullFormOnly: true,
      intro: 'We work these out from your figures, as a check on your model. They are simple. Your model knows more.',
      questions: [
        tested('fin.test_pay', 'Pay award 2% higher, not funded', { pay: 2 }),
        tested('fin.test_vat', 'No VAT can be recovered', { vatRate: 20 }),
        { ...tested('fin.test_pension', 'Full pension rate, not funded', { pensionRate: 23.78 }), pathways: ['public-service-mutual'] },
        tested('fin.test_agency', '10% of posts filled by agency staff', { vacancies: 10, agencyTimes: 1.5 }),
        tested('fin.test_rent', 'Premises 25% dearer', { premises: 25 }),
        tested('fin.test_cost', 'All costs 3% higher', { cost: 3 }),
      ],
    },
    {
      key: 'quick-income-tests',
      title: 'Quick income tests',
      fullFormOnly: true,
      questions: [
        tested('fin.test_income', 'Income 5% lower from year 2', { income: 5, incomeFrom: 2 }),
        tested('fin.test_demand', 'Demand 5% higher on a fixed sum', { demand: 5 }, 'Clinical pay and supplies rise, income does not'),
        tested('fin.test_service', 'A service worth 15% is lost', { lost: 15, saved: 50 }, 'We assume you save half of its costs'),
        tested('fin.test_old_debt', 'An old debt worth 1% of income falls due', { debt: 1 }),
        tested('fin.test_late', 'Payer 30 days late in month 3', { lateMonth: 3 }),
        tested('fin.test_combined', 'Pay, income and late payment together', { pay: 2, income: 5, incomeFrom: 2, lateMonth: 3 }),
      ],
    },
    {
      key: 'breaking-point',
      title: 'Breaking point',
      questions: [
        {
          key: 'fin.break_point', title: 'Fall in income that would empty the bank', type: 'computed', source: slipwayDefault,
          computed: { name: 'incomeFallToZeroCash' },
          rules: [{ check: 'adviseUnder', params: { least: 5,
            message: 'A fall in income of less than 5% would empty the bank. Hold more cash or agree a loan first' } }],
        },
      ],
    },
  ],
} satisfies GroupWritten;
