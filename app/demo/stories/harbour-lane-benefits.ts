import type { Benefit, Months } from '../benefits.server.ts';

type Measure = NonNullable<Benefit['measure']>;
const SOURCE = 'Monthly extract, checked by the information lead';

const measured = (what: string, unit: Measure['unit'], direction: 'up' | 'down', from: number, to: number, more: Partial<Measure> = {}): Measure =>
  ({ what, unit, direction, from, source: SOURCE, on: '2024-01-31', to, by: '2027-03-31', ...more });

/** Each month from February 2024: fourteen before go-live, then what came after. */
const monthly = (n: number, values: number[], notes: Months['notes'] = {}): Months => ({ from: '2024-02', values, n, notes });

/** What Harbour Lane promised. All figures are invented; they move as such figures do. */
export const HARBOUR_LANE_BENEFITS: Benefit[] = [
  {
    title: 'Shorter wait for a first appointment', beneficiary: 'People who are referred', category: 'access', clause: 'Schedule 4C, requirement 1', code: 'AC12',
    measure: measured('Median wait from request to first appointment', 'weeks', 'down', 15, 8, {
      steps: [{ on: '2025-09-30', value: 12 }, { on: '2026-03-31', value: 10 }], counterfactual: { method: 'trend', value: 14.5, note: 'Waits had hardly moved in the two years before.' }, tolerance: 0.5,
    }),
    months: monthly(212, [
      15.2, 14.8, 15.1, 15.4, 14.9, 15.0, 15.3, 14.7, 15.2, 15.5, 15.1, 14.9, 15.3, 15.0,
      14.6, 14.2, 13.6, 13.1, 12.6, 11.9, 11.4, 11.1, 10.8, 10.3, 9.9, 9.6, 9.2, 9.0, 8.7, 8.5, 8.4, 8.1, 7.9,
    ], { 17: 'The clinic in Quay Street opened this month.' }),
  },
  {
    title: 'Urgent calls seen within 2 hours', beneficiary: 'Older people at risk of going into hospital', category: 'safety', clause: 'Schedule 4C, requirement 2', code: 'AC04',
    measure: measured('Urgent calls accepted and seen within 2 hours', '%', 'up', 49, 70, { counterfactual: { method: 'comparator', value: 55, note: 'The next service along the coast, which did not change.' }, tolerance: 1 }),
    months: monthly(78, [
      48, 51, 47, 50, 49, 52, 48, 46, 50, 51, 49, 47, 50, 52,
      54, 58, 57, 61, 63, 62, 66, 64, 67, 66, 69, 68, 71, 70, 73, 72, 74, 73, 75,
    ]),
  },
  {
    title: 'Staff who stay well', beneficiary: 'Staff', category: 'staff', clause: 'Schedule 4C, requirement 3', code: 'ST01', consequence: 'A joint look at the cause within 10 working days, then a written plan',
    measure: measured('Days lost to sickness, of days available', '%', 'down', 4.9, 3.5, { steps: [{ on: '2026-03-31', value: 4.2 }], counterfactual: { method: 'none', value: 4.9, note: 'No plan to lower it was in place.' } }),
    months: monthly(58, [
      4.8, 4.6, 4.9, 5.0, 4.7, 4.5, 4.6, 4.9, 5.1, 5.3, 5.2, 5.0, 4.8, 4.7,
      4.6, 4.7, 4.5, 4.6, 4.4, 4.7, 4.9, 5.1, 5.2, 5.3, 5.0, 4.8, 4.6, 4.5, 4.6, 4.4, 4.5, 4.7, 4.6,
    ], { 22: 'Influenza in December; the same in other services of the town.' }),
  },
  {
    title: 'Less money spent on agency cover', beneficiary: 'The commissioner', category: 'cash-saving', clause: 'Schedule 4C, requirement 4',
    measure: measured('Spending on agency staff', '£ a year', 'down', 96_000, 40_000, { valuePerYear: 5_600_000 }),
    readings: [{ period: '2025-06-30', known: '2025-07-10', value: 71_000, n: 14, note: 'The quarter times four.' }, { period: '2026-03-31', known: '2026-04-20', value: 52_000, n: 39 }],
  },
  {
    title: 'Easier to reach in the evening', beneficiary: 'People who work', category: 'access', left: { treatment: 'monitored', reason: 'The commissioner wants to see a year of figures before it sets a level' },
    measure: measured('Appointments after 5pm, of all appointments', '%', 'up', 3, 12), months: { from: '2025-04', values: [4, 5, 5, 6, 7, 7, 8, 8], n: 1_340 },
  },
  {
    title: 'A fund for local groups', beneficiary: 'Groups that help people keep well', category: 'social-value', left: { treatment: 'notContracted', reason: 'It is paid from surplus, so it is not for the contract to ask for it' },
    measure: measured('Money given to local groups', '£ a year', 'up', 0, 10_000), readings: [{ period: '2025-06-30', known: '2025-07-11', value: 0, n: 0, note: 'The first grants are made after the first full year.' }],
  },
];

/** Promised after the first review, so it has got no further than the promise. */
export const HARBOUR_LANE_LATER: Benefit = { title: 'Carers who know whom to ring', beneficiary: 'People who care for somebody at home', category: 'experience' };
