import type { GroupWritten } from '../../definition.ts';
import { MENTOR_TOPICS } from '../../mentor-topics.ts';

const declare = 'Declare every interest and agree what will be done about it before you send';
const score = (key: string, title: string, hint: string) => ({ key, title, type: 'whole', min: 1, max: 5, hint }) as const;

/** What could go wrong, what help is wanted, when, and the declarations that end the proposal. */
export const delivery = {
  key: 'delivery',
  title: 'Risks, dates and declarations',
  sections: [
    {
      key: 'top-risks',
      title: 'Top risks',
      questions: [
        {
          key: 'eoi.risks_top5', title: 'What are the top 5 risks?', type: 'table', row: 'risk', minRows: 1, maxRows: 5,
          why: 'A proposal that names its risks is easier to trust.',
          help: 'Score each from 1 to 5. A likelihood of 5 means almost certain. An impact of 5 means the plan could not go on.',
          columns: [
            { key: 'risk', title: 'Risk', type: 'text', words: 30 },
            score('likelihood', 'Likelihood', '1 to 5'),
            score('impact', 'Impact', '1 to 5'),
            { key: 'mitigation', title: 'What you will do about it', type: 'text', words: 50 },
          ],
          rules: [{ check: 'rowsAtLeast', params: { least: 3, noun: 'risks' } }],
        },
      ],
    },
    {
      key: 'support-needed',
      title: 'Support you need',
      questions: [
        {
          key: 'eoi.support_needed', title: 'What would you like help with?',
          type: 'choices', optional: true, hint: 'Select all that apply',
          why: 'We use this to suggest mentors and advisers.',
          options: MENTOR_TOPICS.map(({ key, title }) => ({ key, title })),
        },
        {
          key: 'eoi.support_grant', title: 'How much grant money would you like?', type: 'money', min: 0, optional: true,
          help: 'The national funds for mutuals have closed. Ask the {support} what is open now.', pathways: ['public-service-mutual'],
        },
        {
          key: 'eoi.support_grant', title: 'How much grant money would you like?', type: 'money', min: 0, optional: true,
          pathways: ['right-to-request', 'right-to-provide'],
        },
      ],
    },
    {
      key: 'target-dates',
      title: 'Target dates',
      questions: [
        {
          key: 'eoi.timeline', title: 'When do you hope to reach each step?', type: 'table', unknown: true,
          why: 'Dates help everyone plan. You can change them later.',
          help: 'We suggest you plan for 18 to 24 months from idea to opening, and for at least 6 months with a small team.',
          columns: [{ key: 'on', title: 'Target date', type: 'date' }],
          fixedRows: [
            { key: 'proposal', title: 'Proposal accepted' },
            { key: 'business-case', title: 'Business case approved' },
            { key: 'contract', title: 'Contract awarded' },
            { key: 'go-live', title: 'New organisation opens' },
            { key: 'review', title: 'First benefit review' },
          ],
          rules: [
            {
              check: 'datesInOrder',
              params: {
                column: 'on',
                rows: [
                  { key: 'proposal', title: 'Proposal accepted' },
                  { key: 'business-case', title: 'Business case approved' },
                  { key: 'contract', title: 'Contract awarded' },
                  { key: 'go-live', title: 'New organisation opens' },
                  { key: 'review', title: 'First benefit review' },
                ],
              },
            },
            { check: 'notSooner', params: { row: 'go-live', column: 'on', months: 6, title: 'The opening date' } },
          ],
          source: { title: 'Slipway default', assumed: true },
        },
      ],
    },
    {
      key: 'declarations',
      title: 'Declarations',
      hint: 'Do this last',
      questions: [
        {
          key: 'eoi.declarations_conflicts', title: 'Has everyone declared their interests?', type: 'yesNo',
          rules: [{ check: 'adviseWhen', params: { is: ['no'], message: declare }, severity: 'block' }],
        },
        {
          key: 'eoi.declarations_accuracy', title: 'Is everything here true, as far as you know?', type: 'yesNo',
          rules: [
            {
              check: 'adviseWhen',
              params: { is: ['no'], message: 'Change the answers that are not right, then answer yes here' },
              severity: 'block',
            },
          ],
        },
        {
          key: 'eoi.declarations_sharing', title: 'May we share this proposal with the {support} and your mentor?', type: 'yesNo',
          why: 'They can only help with what they can read.',
          rules: [{ check: 'adviseWhen', params: { is: ['no'], message: 'Without this, the {support} and your mentor cannot see the proposal' } }],
        },
      ],
    },
  ],
} satisfies GroupWritten;
