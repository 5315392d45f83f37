import type { GroupWritten } from '../../definition.ts';
import { lines, slipwayDefault, yearColumnsWithoutTotal } from './lines.ts';

const greenBook = { title: 'HM Treasury, The Green Book', checkedOn: '2026-11-23' } as const;
/** The options a row may stand for. The last two were on offer in England before 2011. */
const optionNames = {
  'status-quo': 'Stay as we are',
  'do-minimum': 'Improve inside the {parent}',
  'nhs-provider': 'Another NHS provider',
  'spin-out': 'The spin-out',
  partial: 'Move in part, or in phases',
  tender: 'Tender the service',
  'acute-mental-health': 'Join an acute or mental health trust',
  'other-community': 'Join another community provider',
  'arms-length': 'Arm\'s-length unit of the {parent}',
  other: 'Another option',
  'community-ft': 'Community foundation trust',
  'care-trust': 'Care trust with the council',
} as const;
const historic = ['community-ft', 'care-trust'];
const score = (key: string, title: string) => ({ key, title, type: 'whole', min: 1, max: 5 }) as const;

/** The economic case: the choice between options, told honestly. */
export const options = {
  key: 'options',
  title: 'Options',
  sections: [
    {
      key: 'if-nothing-changes',
      title: 'If nothing changes',
      intro: 'Your plan is compared with what would happen anyway, not with how things are today.',
      questions: [
        {
          key: 'bc.status_quo', title: 'What will happen in 5 years if the service stays where it is?', type: 'longText', catchesBenefits: true, words: 250,
          why: 'Savings and benefits count only when they go beyond this.',
          help: 'Include demand, prices, savings the {parent} must make, and improvements already planned.',
          example:
            'Referrals grow 4% a year. The trust must save 3% a year, about £96,000, so 2 posts go by year 2. ' +
            'A new booking system, already paid for, cuts the wait from 16 to 13 weeks. Without more change it climbs to 18 weeks by year 5.',
          source: { title: 'National Audit Office, Establishing social enterprises under the Right to Request Programme, HC 1088, 2011',
            checkedOn: '2026-11-23' },
        },
        {
          key: 'bc.status_quo_forecast', title: 'What would the service cost if it stays?', type: 'table', fullFormOnly: true,
          why: 'The same years for both make the comparison fair.',
          fixedRows: lines({ income: 'Income', cost: 'Full cost, with overheads, before savings', saving: 'Savings already asked for' }),
          columns: yearColumnsWithoutTotal,
          rules: [{ check: 'yearsFilled', params: { label: 'the forecast' } }],
        },
      ],
    },
    {
      key: 'what-matters',
      title: 'What matters most',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.option_weights', title: 'How much does each test count?', type: 'table',
          why: 'Set the weights before you score, so nobody can say you chose them to fit.', hint: 'Weights must add up to 100',
          fixedRows: lines({
            quality: 'Quality', efficiency: 'Efficiency', sustainability: 'Can it last?',
            support: 'Staff support', integration: 'Joined-up care', deliverability: 'Can it be done?',
          }),
          columns: [
            { key: 'weight', title: 'Weight', type: 'percent', total: true },
            { key: 'means', title: 'What a 5 looks like', type: 'text', words: 30, optional: true },
          ],
          rules: [{ check: 'columnAddsUpTo', params: { column: 'weight', label: 'Weights' } }],
        },
      ],
    },
    {
      key: 'options-compared',
      title: 'Options compared',
      intro: 'Score each option from 1, poor, to 5, very good.',
      questions: [
        {
          key: 'bc.options', title: 'Which options did you compare?', type: 'table', row: 'option', minRows: 4, from: 'eoi.alternatives',
          why: 'One plan stopped in 2012 after a legal challenge, and its board then chose an NHS option.',
          help: 'Compare at least 4 options:\n\n- staying as you are\n- another NHS provider\n- the spin-out\n- one more, such as a partial move',
          columns: [
            {
              key: 'choice', title: 'Option', type: 'choice', options: Object.entries(optionNames).map(([key, title]) =>
                historic.includes(key) ? { key, title, pathways: ['right-to-request' as const] } : { key, title }),
            },
            { key: 'option', title: 'What it means here', type: 'text', words: 30, optional: true },
            score('quality', 'Quality'),
            score('efficiency', 'Efficiency'),
            score('sustainability', 'Can it last?'),
            score('support', 'Staff support'),
            score('integration', 'Joined-up care'),
            score('deliverability', 'Can it be done?'),
            { key: 'npv', title: 'Value over 5 years', type: 'money', optional: true, hint: 'Today\'s money, discounted at 3.5% a year' },
            { key: 'notes', title: 'Why these scores', type: 'text', words: 60, optional: true },
          ],
          rules: [
            {
              check: 'rowsInclude',
              params: {
                column: 'choice', keys: ['status-quo', 'nhs-provider', 'spin-out'],
                titles: ['Stay as we are', 'Another NHS provider', 'The spin-out'],
              },
            },
            { check: 'distinctRows', params: { column: 'choice', repeatable: ['other', 'partial'], least: 4, noun: 'options' } },
            { check: 'optionsValued', params: { keys: ['status-quo', 'spin-out'] } },
            { check: 'spinOutScoresBest', params: { option: 'spin-out', names: optionNames } },
          ],
          source: greenBook,
        },
        {
          key: 'bc.best_option', title: 'Highest score', type: 'computed', computed: { name: 'highestScore', params: { names: optionNames } },
          hint: 'Uses your weights, or equal weights if you set none',
        },
        {
          key: 'bc.preferred_reason', title: 'Why is the spin-out better than the next best option?', type: 'longText', words: 300,
          catchesBenefits: true,
          why: 'The {approverBody} must be able to explain the choice in public.',
          example:
            'The spin-out scores 4.1 and the community trust 3.6. The trust would cost £40,000 less to set up. But 88% of staff back the spin-out ' +
            'and 12% the trust, and losing 3 senior therapists would add 4 weeks to the wait. We judge that worth more than £40,000.',
        },
      ],
    },
    {
      key: 'scoring-panel',
      title: 'Scoring panel',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.scorers', title: 'Who scored the options?', type: 'table', row: 'scorer',
          why: 'Several scorers, some from outside the team, make the result fairer.',
          columns: [
            { key: 'name', title: 'Name', type: 'text', words: 8 },
            { key: 'role', title: 'Role', type: 'text', words: 12 },
            { key: 'independent', title: 'From outside the team?', type: 'yesNo' },
          ],
          rules: [{ check: 'rowsAtLeast', params: { least: 3, noun: 'scorers' } }],
          source: slipwayDefault,
        },
        {
          key: 'bc.score_range', title: 'How far apart were the scores?', type: 'table', row: 'option', minRows: 2,
          why: 'A wide range means people saw the option differently, and that is worth telling.', hint: 'Total of the 6 scores, from 6 to 30',
          columns: [
            { key: 'option', title: 'Option', type: 'text', words: 12 },
            { key: 'lowest', title: 'Lowest total', type: 'whole', min: 6, max: 30 },
            { key: 'highest', title: 'Highest total', type: 'whole', min: 6, max: 30 },
          ],
          rules: [{ check: 'rangeInOrder', params: { low: 'lowest', high: 'highest' } }],
        },
      ],
    },
    {
      key: 'benefits-by-option',
      title: 'Benefits by option',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.benefits_by_option', title: 'How does each main benefit compare?', type: 'table', row: 'benefit', minRows: 3,
          why: 'A benefit that every option brings is not a reason to choose this one.',
          columns: [
            { key: 'benefit', title: 'Benefit', type: 'text', words: 20 },
            { key: 'unit', title: 'Unit', type: 'text', words: 6 },
            { key: 'status_quo', title: 'If nothing changes', type: 'decimal' },
            { key: 'next_best', title: 'Next best option', type: 'decimal' },
            { key: 'spin_out', title: 'Spin-out', type: 'decimal' },
          ],
          rules: [{ check: 'benefitsBeyondStatusQuo' }],
        },
      ],
    },
    {
      key: 'losses',
      title: 'What gets worse',
      fullFormOnly: true,
      questions: [
        {
          key: 'bc.disbenefits', title: 'What does the change cost others or make worse?', type: 'table',
          why: 'Costs moved to somebody else are still costs.', hint: 'Enter 0 where there is none',
          fixedRows: lines({
            stranded: 'Overheads left with the {parent}', vat: 'VAT you cannot recover', setup: 'Set-up',
            dual: 'Running two systems at once', other: 'Anything else',
          }),
          columns: [
            { key: 'once', title: 'One-off', type: 'money', total: true },
            { key: 'yearly', title: 'Each year', type: 'money', total: true },
            { key: 'bearer', title: 'Who bears it', type: 'text', words: 10, optional: true },
            { key: 'reduce', title: 'How you will reduce it', type: 'text', words: 30, optional: true },
          ],
        },
      ],
    },
    {
      key: 'five-year-value',
      title: 'Value over 5 years',
      fullFormOnly: true,
      intro: 'Worked out from your figures with a discount rate of 3.5% a year.',
      questions: [
        { key: 'bc.value_spin_out', title: 'The spin-out in today\'s money', type: 'computed', source: greenBook,
          computed: { name: 'presentValue', params: { of: 'spin-out', rate: 3.5 } } },
        { key: 'bc.value_status_quo', title: 'Staying as you are in today\'s money', type: 'computed', source: greenBook,
          computed: { name: 'presentValue', params: { of: 'status-quo', rate: 3.5 } } },
        { key: 'bc.value_extra', title: 'Extra value of the spin-out', type: 'computed', source: greenBook,
          computed: { name: 'presentValue', params: { of: 'difference', rate: 3.5 } },
          rules: [{ check: 'adviseUnder', params: { least: 0,
            message: 'The spin-out costs more than staying as you are. Say what makes it worth the money' } }] },
      ],
    },
    {
      key: 'honest-adjustments',
      title: 'Allowing for optimism',
      fullFormOnly: true,
      intro: 'People who plan a change tend to overstate benefits and understate cost and time. Adjust for that, or show why you need not.',
      questions: [
        {
          key: 'bc.optimism', title: 'How much did you adjust?', type: 'table', source: slipwayDefault,
          why: 'Readers trust a forecast more when it has been tested.',
          help: 'We suggest benefits 25% lower, set-up costs 20% higher and 6 months later. You can use less if you show evidence.',
          fixedRows: lines({ benefits: 'Benefits lower by (%)', cost: 'Set-up costs higher by (%)', delay: 'Benefits later by (months)' }),
          columns: [
            { key: 'used', title: 'Adjustment you used', type: 'decimal', min: 0 },
            { key: 'reason', title: 'Evidence for using less', type: 'text', words: 60, optional: true },
          ],
          rules: [{ check: 'optimismAllowed', params: { suggested: { benefits: 25, cost: 20, delay: 6 } } }],
        },
        {
          key: 'bc.ranking_changes', title: 'Does the order of the options change after the adjustment or in a bad year?', type: 'yesNo', unknown: true,
          why: 'If it does, readers need to see when.',
        },
        {
          key: 'bc.ranking_changes_how', title: 'When does the order change, and what do you make of it?', type: 'longText', catchesBenefits: true, words: 150,
          when: { question: 'bc.ranking_changes', is: ['yes'] },
        },
      ],
    },
  ],
} satisfies GroupWritten;
