import { addDays, addMonths } from '#workflows/dates.ts';
import type { Answers, StoryFacts } from './facts.ts';

/** One promised benefit and what was measured in the period, for the review's table. */
export interface Actual {
  benefit: string;
  value: number;
  unit: string;
  n: number;
}

/** The first benefit review, three months or so after go-live. */
export const reviewAnswers = (f: StoryFacts, actuals: readonly Actual[] = []): Answers => ({
  'rev.point': 'month-3',
  'rev.period_from': f.transferOn,
  'rev.period_to': addDays(addMonths(f.transferOn, 3), -1),
  'rev.actuals': actuals.map(({ benefit, value, unit, n }) => ({ benefit, value, unit, numerator: null, denominator: null, n, counts: 'things', comparator: null, quality: 'b', source: 'Monthly extract, checked by the information lead' })),
  'rev.method_same': 'yes',
  'rev.baseline_short': 'no',
  'rev.dropped': { notApplicable: 'No promise has been dropped or changed' },
  'rev.narrative': 'Booking moved into the teams in the second week, and requests are now looked at on the day they arrive. Waits began to fall in the second month. Part of that may be the extra clinics paid for by the winter fund, which ends in spring. It is too early to say that the change will last.',
  'rev.qualitative': [{ kind: 'story', shows: 'A carer rang once and had a visit the same day, where before it took four calls', measure: 'First appointment', consent: 'yes' }],
  'rev.unexpected': [{ effect: 'More people refer themselves than we planned for', kind: 'mixed', who: 'Patients and the booking team', response: 'A second phone line from next month' }],
  'rev.cost_actual': Math.round(f.budgetPence * 0.245),
  'rev.savings_actual': Math.round(f.budgetPence * 0.004),
  'rev.savings_how': 'The same activity at last year\'s cost, less what it cost. It stays in the service.',
  'rev.surplus': Math.round(f.budgetPence * 0.003),
  'rev.surplus_made': 'yes',
  'rev.surplus_use': [
    { row: 'reinvested', share: 80, amount: Math.round(f.budgetPence * 0.003 * 0.8) }, { row: 'reserves', share: 15, amount: Math.round(f.budgetPence * 0.003 * 0.15) },
    { row: 'community', share: 5, amount: Math.round(f.budgetPence * 0.003 * 0.05) }, { row: 'dividend', share: 0, amount: 0 }, { row: 'other', share: 0, amount: 0 },
  ],
  'rev.income_mix': 92,
  'rev.income_new': Math.round(f.budgetPence * 0.005),
  'rev.staff': [
    { row: 'sickness', value: 3.1, unit: 'percent', n: f.staff, before: 3.55 }, { row: 'turnover', value: 10.8, unit: 'percent', n: f.staff, before: 11.4 },
    { row: 'engagement', value: 7.4, unit: 'score', n: Math.max(10, Math.round(f.staff * 0.6)), before: 7.1 }, { row: 'shares', value: 54, unit: 'percent', n: f.staff, before: 0 },
  ],
  'rev.quality_regulator': 'not-rated',
  'rev.incidents': [{ kind: 'Medication', number: 6, serious: 0, learned: 'A second check on changed doses' }],
  'rev.ewi': [
    ['t1-cash-days', 41], ['t2-deficit', 0], ['t3-cash-low-point', 29], ['t4-supplier-days', 30], ['t6-vacancies', 7.5], ['t6-turnover', 10.8], ['t7-sickness', 0.9],
    ['t8-agency', 2.4], ['t10-missed-data', 0], ['t14-late-filing', 0], ['t15-claims', 0], ['t17-contract-end', 33], ['t18-late-payment', 0],
  ].map(([row, now]) => ({ row: row as string, now: now as number, note: null })),
  'rev.ewi_events': ['t4-arrears', 't5-loan', 't9-measures', 't11-cqc', 't12-incidents', 't13-leaders', 't14-audit', 't16-staff', 'insolvency-advice'].map((row) => ({ row, now: 'clear', note: null })),
  'rev.actions': { notApplicable: 'No benefit has missed a target that is due' },
  'rev.decision': 'continue',
  'rev.decision_reason': 'The figures move the right way and no warning sign is raised. Nothing can be judged before twelve months.',
  'rev.lessons': [
    { lesson: 'Move one decision to the front line in the first week, so that staff feel the change', share: 'everyone' },
    { lesson: 'Freeze the starting figures yourself; nobody can rebuild them later', share: 'everyone' },
    { lesson: 'Ask for the advance payment before you need it', share: 'everyone' },
  ],
  ...f.extra,
});
