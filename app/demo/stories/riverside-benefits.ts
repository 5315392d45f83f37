import { addMonths } from '#workflows/dates.ts';
import type { Benefit } from '../benefits.server.ts';

/** What Riverside promises. `on`: the day of the starting figures. */
export const RIVERSIDE_BENEFITS = (on: string, transferOn: string): Benefit[] => [
  {
    title: 'Shorter wait for a first appointment', beneficiary: 'People who are referred for therapy', category: 'access',
    measure: { what: 'Median wait from request to first appointment', unit: 'weeks', direction: 'down', from: 16, source: 'Monthly waiting list extract', on, to: 8, by: addMonths(transferOn, 24) },
  },
  {
    title: 'Urgent calls seen within 2 hours', beneficiary: 'Older people at risk of going into hospital', category: 'safety',
    measure: { what: 'Urgent calls accepted and seen within 2 hours', unit: '%', direction: 'up', from: 52, source: 'Call log, last 12 months', on, to: 70, by: addMonths(transferOn, 12) },
  },
  {
    title: 'Staff who stay well', beneficiary: 'Staff of the service', category: 'staff',
    measure: { what: 'Days lost to sickness, of days available', unit: '%', direction: 'down', from: 3.55, source: 'Payroll and rota system', on, to: 2.5, by: addMonths(transferOn, 24) },
  },
  {
    title: 'Fewer missed appointments', beneficiary: 'People who wait for a place', category: 'productivity',
    measure: { what: 'Appointments missed, of all booked', unit: '%', direction: 'down', from: 13, source: 'Booking system', on, to: 8, by: addMonths(transferOn, 18) },
  },
  {
    title: 'Less money spent on agency cover', beneficiary: 'The commissioner', category: 'cash-saving',
    measure: { what: 'Spending on agency staff', unit: '£ a year', direction: 'down', from: 74_000, source: 'Ledger, last financial year', on, to: 30_000, by: addMonths(transferOn, 24), valuePerYear: 4_400_000 },
  },
];

/** Promised this week while the failure plan was written: there is no measure for it yet. */
export const NEW_PROMISE: Benefit = { title: 'Carers who know whom to ring', beneficiary: 'People who care for somebody at home', category: 'experience' };
