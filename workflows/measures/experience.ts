import type { MeasureWritten } from './measure.ts';
import { FROM } from './sources.ts';

/** Experience: what patients and carers say. */
export const experienceMeasures: readonly MeasureWritten[] = [
  {
    code: 'EX01', version: 1, title: 'Friends and Family Test, good or very good', category: 'experience',
    definition: 'The share of patients answering the Friends and Family Test who call their experience good or very good.',
    numerator: 'Answers of good or very good', denominator: 'All answers',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Friends and Family Test', source: FROM.friendsAndFamily,
    caution: 'Always show how many answered. It was not made to compare one provider with another.', aboutPeople: true, behavioural: true, quality: true, balancing: true,
  },
  {
    code: 'EX02', version: 1, title: 'Friends and Family Test answers', category: 'experience',
    definition: 'How many patients answered the Friends and Family Test, as a share of contacts.',
    numerator: 'Answers', denominator: 'Patient contacts',
    unit: '%', direction: 'up', frequency: 'monthly', dataSource: 'Friends and Family Test', source: FROM.friendsAndFamily,
    caution: 'A patient may answer more than once.', behavioural: true,
  },
  {
    code: 'EX03', version: 1, title: 'Written complaints', category: 'experience',
    definition: 'Written complaints, for every 10,000 contacts.',
    numerator: 'Written complaints received', denominator: 'Patient contacts',
    unit: 'per 10,000', direction: 'down', frequency: 'quarterly', dataSource: 'National complaints return (KO41a)', source: FROM.ours,
    caution: 'Numbers are low, so they jump about. Report compliments too. Fewer complaints may mean that people do not know how to complain.',
    aboutPeople: true, behavioural: true, quality: true, balancing: true,
  },
  {
    code: 'EX04', version: 1, title: 'Complaints answered on time', category: 'experience',
    definition: 'The share of closed complaints that were answered in the time agreed with the person.',
    numerator: 'Complaints answered in the agreed time', denominator: 'Complaints closed in the quarter',
    unit: '%', direction: 'up', frequency: 'quarterly', dataSource: 'Complaints log', source: FROM.ours,
    caution: 'Count the time first agreed, not the time after it was put back.', aboutPeople: true, quality: true,
  },
  {
    code: 'EX05', version: 1, title: 'Change in health that patients report', category: 'patient-outcome',
    definition: 'How much better patients say they are after care, on one published questionnaire.',
    workedOut: 'The average change in score from first to last questionnaire, for patients who answered both. Name the questionnaire: MSK-HQ, EQ-5D or Therapy Outcome Measures.',
    unit: 'score', direction: 'up', frequency: 'quarterly', dataSource: 'Questionnaire before and after care', source: FROM.ours,
    caution: 'Those who answer the second time may be those who did well. Show how many answered both.', aboutPeople: true, quality: true, balancing: true,
  },
  {
    code: 'EX06', version: 1, title: 'Carers with a good experience', category: 'experience',
    definition: 'The share of carers answering a survey who describe a good experience.',
    numerator: 'Carers who describe a good experience', denominator: 'Carers who answered',
    unit: '%', direction: 'up', frequency: 'yearly', dataSource: 'Survey of carers', source: FROM.ours,
    caution: 'Keep the question the same from year to year.', aboutPeople: true, behavioural: true, quality: true,
  },
];
