import type { GroupWritten } from '../../definition.ts';
import { slipwayDefault } from './lines.ts';

const nao = { title: 'National Audit Office, Establishing social enterprises under the Right to Request Programme, HC 1088, 2011',
  checkedOn: '2026-11-23' } as const;

/** Risks, fairness, social value and the register of promised benefits. */
export const riskBenefits = {
  key: 'risk-benefits',
  title: 'Risks and benefits',
  sections: [
    {
      key: 'risk-register',
      title: 'Risk register',
      questions: [
        {
          key: 'bc.risks', title: 'What could go wrong, and who would bear it?', type: 'table', row: 'risk', minRows: 3,
          from: 'eoi.risks_top5', source: nao,
          why: 'Auditors found that many risks stayed with the NHS after earlier moves.',
          help: 'Score likelihood and impact from 1 to 5. We multiply them. Say who pays if it happens, even when that is not you.',
          columns: [
            {
              key: 'category', title: 'Kind', type: 'choice', options: [
                { key: 'quality', title: 'Quality and safety' }, { key: 'money', title: 'Money' }, { key: 'people', title: 'People' },
                { key: 'legal', title: 'Legal' }, { key: 'it', title: 'IT and data' }, { key: 'premises', title: 'Premises' },
                { key: 'reputation', title: 'Reputation' },
                { key: 'other', title: 'Other' },
              ],
            },
            { key: 'risk', title: 'Risk', type: 'text', words: 30 },
            { key: 'cause', title: 'Cause', type: 'text', words: 30 },
            { key: 'effect', title: 'Effect', type: 'text', words: 30 },
            { key: 'likelihood', title: 'Likelihood', type: 'whole', min: 1, max: 5 },
            { key: 'impact', title: 'Impact', type: 'whole', min: 1, max: 5 },
            { key: 'mitigation', title: 'What you will do about it', type: 'text', words: 50 },
            { key: 'owner', title: 'Owner', type: 'text', words: 8 },
            { key: 'review-on', title: 'Next look', type: 'date' },
            {
              key: 'bearer', title: 'Who bears it', type: 'choice', options: [
                { key: 'spin-out', title: 'The {enterprise}' },
                { key: 'commissioner', title: 'The {commissioner}, your payer' },
                { key: 'parent', title: 'The {parent}, your employer today' },
                { key: 'patients', title: 'Patients' },
              ],
            },
            { key: 'cost', title: 'Cost if it happens', type: 'money', min: 0, optional: true },
          ],
          rules: [
            { check: 'risksPriced', params: { bearers: ['commissioner', 'parent', 'patients'] } },
            { check: 'datesAhead', params: { column: 'review-on', label: 'Next look' }, severity: 'note' },
          ],
        },
        { key: 'bc.top_risks', title: 'Highest risks', type: 'computed', computed: { name: 'highestRisks', params: { from: 15 } },
          source: slipwayDefault },
        {
          key: 'bc.risk_left', title: 'Cost of risks that others would bear', type: 'computed', fullFormOnly: true,
          computed: { name: 'riskLeftWithOthers' }, source: nao,
        },
      ],
    },
    {
      key: 'fairness',
      title: 'Equality and fairness',
      questions: [
        {
          key: 'bc.eia', title: 'Equality impact assessment', type: 'file', evidence: 'equality-analysis',
          why: 'Public bodies must think about equality before they decide.',
          source: { title: 'Equality Act 2010, section 149', checkedOn: '2026-11-23' },
        },
        {
          key: 'bc.eia_changes', title: 'What did you change because of it?', type: 'longText', words: 150, fullFormOnly: true,
          unknown: true, catchesBenefits: true,
        },
      ],
    },
    {
      key: 'social-value',
      title: 'Social value',
      questions: [
        {
          key: 'bc.social_value', title: 'What good will you do beyond the service?', type: 'table', row: 'commitment', minRows: 1, unknown: true,
          why: 'Public buyers must think about what a contract does for the area.',
          help:
            'Promise little and keep it. Ideas for a community organisation:\n\n- local people you hire\n- apprentices\n- staff on the living wage\n' +
            '- hours of volunteering\n- grants from surplus\n- spending with small local firms',
          columns: [
            {
              key: 'theme', title: 'Theme', type: 'choice', options: [
                { key: 'jobs', title: 'Jobs and skills' },
                { key: 'local', title: 'Local economy' },
                { key: 'environment', title: 'Environment' },
                { key: 'equality', title: 'Equal chances' },
                { key: 'wellbeing', title: 'Health and wellbeing' },
                { key: 'community', title: 'Stronger communities' },
              ],
            },
            { key: 'commitment', title: 'What you promise', type: 'text', words: 25 },
            { key: 'measure', title: 'Measure', type: 'text', words: 20 },
            { key: 'unit', title: 'Unit', type: 'text', words: 6, optional: true },
            { key: 'baseline', title: 'Starting figure', type: 'decimal', optional: true },
            { key: 'target', title: 'Target a year', type: 'decimal' },
            { key: 'evidence', title: 'How you will show it', type: 'text', words: 20, optional: true },
            { key: 'proxy', title: 'Worth in money a year', type: 'money', min: 0, optional: true, hint: 'Only if you used a recognised value' },
            { key: 'clause', title: 'Contract reference', type: 'text', words: 8, optional: true },
          ],
          rules: [{ check: 'socialValueShown' }, { check: 'socialValueModest', params: { percent: 20 } }],
          source: { title: 'Public Services (Social Value) Act 2012, section 1', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'benefits-register',
      title: 'Benefits register',
      questions: [
        {
          key: 'bc.benefits', title: 'Benefits you promise', type: 'computed', computed: { name: 'promisedBenefits' }, source: nao,
          why: 'Earlier boards said yes because of expected benefits, and then left them out of the contract.',
          help:
            'Your promises live on the Benefits page, so you write each one only once. They came with you from the proposal. Before you send the ' +
            'business case, give each promise:\n\n- a measure and its unit\n- a starting figure, its date and its source\n- a target and its date\n- who gains\n\n' +
            'Count only what goes beyond what would happen if nothing changes. At the contract stage each promise goes into the contract, or someone signs a reason why not.',
          rules: [
            { check: 'promisesSome' },
            { check: 'promisesNumber', params: { least: 3, most: 12 } },
            { check: 'promisesComplete', severity: 'block' },
            { check: 'promisesSourced' },
            { check: 'promisesPointRight' },
          ],
        },
        {
          key: 'bc.benefits_plan', title: 'Who makes sure the benefits come true?', type: 'longText', catchesBenefits: true, words: 150, fullFormOnly: true, unknown: true,
          why: 'A promise needs a person on your side and a person on the {commissioner}\'s side.',
        },
      ],
    },
  ],
} satisfies GroupWritten;
