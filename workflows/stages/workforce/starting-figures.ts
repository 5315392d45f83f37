import type { GroupWritten } from '../../definition.ts';
import { slipwayDefault } from './sources.ts';

const UNITS = [
  { key: 'percent', title: 'Percent of working time lost' },
  { key: 'days-per-fte', title: 'Days a year for each full-time post' },
];

/** Figures from before the transfer, with which the reviews compare. They cannot be rebuilt later. */
export const startingFigures = {
  key: 'starting-figures',
  title: 'Starting figures',
  sections: [
    {
      key: 'sickness',
      title: 'Sickness absence',
      intro: 'Take figures for 12 months, from before the transfer. They cannot be rebuilt later.',
      questions: [
        {
          key: 'hr.sickness_unit', title: 'How is sickness counted?', type: 'choice', options: UNITS,
          why: 'A percentage and days a year cannot be compared.',
        },
        {
          key: 'hr.sickness_baseline', title: 'What was sickness absence in the last 12 months?', type: 'decimal', min: 0, unknown: true,
          why: 'It is one of the first benefits people look for.', hint: 'In the unit you chose, like 3.55',
          rules: [{ check: 'sicknessFitsUnit', params: { unit: 'hr.sickness_unit' } }],
        },
        { key: 'hr.sickness_until', title: 'Which month do the 12 months end in?', type: 'month', unknown: true },
        { key: 'hr.sickness_definition', title: 'What counts as sickness?', type: 'text', words: 40, unknown: true, hint: 'Such as calendar days or working days, with or without long-term' },
      ],
    },
    {
      key: 'sickness-promised',
      title: 'Sickness already promised',
      questions: [
        {
          key: 'hr.sickness_promised', title: 'Which sickness figure have you promised, if any?', type: 'decimal', min: 0, optional: true,
          why: 'The promise and the starting figure must be in one unit.', hint: 'In the proposal or business case',
          rules: [{ check: 'sicknessFitsUnit', params: { unit: 'hr.sickness_promised_unit' } }],
        },
        {
          key: 'hr.sickness_promised_unit', title: 'How is that promise counted?', type: 'choice', optional: true, options: UNITS,
          rules: [{ check: 'sameUnit', params: { question: 'hr.sickness_unit', label: 'The promise', otherLabel: 'the starting figure' } }],
        },
      ],
    },
    {
      key: 'turnover-and-vacancies',
      title: 'Turnover and vacancies',
      questions: [
        { key: 'hr.turnover_baseline', title: 'What share of staff left in the last 12 months?', type: 'percent', optional: true, unknown: true },
        { key: 'hr.vacancy_baseline', title: 'What share of posts is empty?', type: 'percent', optional: true, unknown: true },
        { key: 'hr.agency_spend', title: 'What did agency staff cost in the last 12 months?', type: 'money', min: 0, optional: true, unknown: true },
      ],
    },
    {
      key: 'equality-profile',
      title: 'Equality profile',
      intro: 'Counts only. Hide every count under 5, so that nobody can be recognised.',
      questions: [
        {
          key: 'hr.eq_profile', title: 'How many staff are in each group?', type: 'table', row: 'group', minRows: 0, optional: true, notApplicable: true,
          why: 'It shows whether the move treats some people worse than others.',
          columns: [
            {
              key: 'characteristic', title: 'Characteristic', type: 'choice',
              options: [
                { key: 'age', title: 'Age' },
                { key: 'disability', title: 'Disability' },
                { key: 'ethnicity', title: 'Ethnic group' },
                { key: 'sex', title: 'Sex' },
                { key: 'gender-reassignment', title: 'Gender reassignment' },
                { key: 'religion', title: 'Religion or belief' },
                { key: 'sexual-orientation', title: 'Sexual orientation' },
                { key: 'marriage', title: 'Marriage or civil partnership' },
                { key: 'pregnancy', title: 'Pregnancy and maternity' },
              ],
            },
            { key: 'group', title: 'Group', type: 'text', words: 8 },
            { key: 'count', title: 'People', type: 'whole', min: 0, optional: true },
            { key: 'hidden', title: 'Fewer than 5', type: 'yesNo', optional: true },
          ],
          rules: [{ check: 'smallCountsHidden', params: { column: 'count', least: 5 } }],
          source: slipwayDefault,
        },
      ],
    },
  ],
} satisfies GroupWritten;
