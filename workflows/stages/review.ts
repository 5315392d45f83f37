import type { StageWritten } from '../definition.ts';
import { results } from './review/results.ts';
import { running } from './review/running.ts';

const checkedOn = '2026-11-23';

/** Stage 9: what came true of each promise, and what happens next. */
export const review = {
  key: 'review',
  title: 'Benefit review',
  noun: 'benefit review',
  purpose:
    'You show what came true of each promise, with the numbers behind it. The people who decide look for whole data, the same method ' +
    'as before, an action for every miss and honest words about what it is too early to judge.',
  sources: [
    { title: 'National Audit Office, Establishing social enterprises under the Right to Request Programme, HC 1088, 2011', checkedOn },
    { title: 'HM Treasury, The Green Book', checkedOn },
    { title: 'Office of the Regulator of Community Interest Companies, guidance', checkedOn },
    { title: 'Slipway default', assumed: true },
  ],
  groups: [...results, ...running],
  evidence: [
    { key: 'review-report', title: 'Survey, audit or review report', hint: 'Take out names and anything that points to one person', minimum: 0, personalData: true },
    { key: 'source-extract', title: 'Extract of the data behind the results', hint: 'Totals only, no names', minimum: 0, personalData: true },
    { key: 'board-minute', title: 'Minute of the board that agreed this review', minimum: 0 },
  ],
  criteria: [
    {
      key: 'data-complete',
      title: 'The data is complete',
      looksFor: 'Every promised benefit has a result, or a reason why not. Each says where it came from and how good the data is.',
      evidenceIn: ['review-actuals', 'review-period'],
    },
    {
      key: 'method-same',
      title: 'The method is the same, or the change is explained',
      looksFor: 'Before and after use one definition. If not, the answer says what changed and what difference that makes.',
      evidenceIn: ['review-method'],
    },
    {
      key: 'claims-fair',
      title: 'The claims are fair',
      looksFor: 'Other causes are named. Small numbers are shown as numbers. Anything under 12 months is called early.',
      evidenceIn: ['review-narrative', 'review-actuals', 'review-stories'],
    },
    {
      key: 'misses-have-actions',
      title: 'Every miss has an action',
      looksFor: 'Each benefit that missed its target has an action, an owner and a date.',
      evidenceIn: ['review-actions'],
    },
    {
      key: 'drops-disclosed',
      title: 'Dropped benefits are disclosed',
      looksFor: 'Every promise in the contract still appears. Each one dropped has a reason and the name of the person who agreed.',
      evidenceIn: ['review-dropped'],
    },
    {
      key: 'money-open',
      title: 'Money and surplus are open',
      looksFor: 'Costs, savings and the use of the surplus are shown, and the shares add up to 100%.',
      evidenceIn: ['review-costs', 'review-surplus', 'review-income'],
    },
    {
      key: 'service-stable',
      title: 'The service is stable',
      looksFor: 'Early-warning signs, staff figures and care quality show a service that can carry on, or the decision says what will be done.',
      evidenceIn: ['review-signs', 'review-staff', 'review-quality', 'review-decision'],
    },
  ],
} satisfies StageWritten;
