import { z } from 'zod';
import { pounds } from '../show.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, columnSum, type Check, type Row } from './check.ts';
import { nameOf } from './contract-tables.ts';

/** The tests of a service that must go on. Source: NHS England, Commissioner requested services. */
export const meetsATest = (row: Row): boolean => [row.alone, row.inequality, row.dependents].includes('yes');
export const essentialServices = (value: unknown): string[] =>
  asRows(value).filter((row) => row.essential === 'yes').flatMap((row) => asText(row.name) ?? []);
const called = (row: Row, i: number) => asText(row.name) ?? `Row ${i + 1}`;
/** The fallback rows of one service that name a provider. */
export const fallbacksOf = (rows: readonly Row[], service: string): Row[] =>
  rows.filter((row) => nameOf(row.name) === nameOf(service) && asText(row.provider) !== undefined);

/** Checks of essential services, their fallback providers and the provider licence. */
export const failureServiceChecks: Record<string, Check> = {
  /** A protected service is an essential one. A contradiction otherwise. */
  protectedIsEssential: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        row.protect === 'yes' && row.essential === 'no'
          ? [{ message: `${called(row, i)} cannot be protected and not essential. Change one of the two answers`, row: i, column: 'essential' }]
          : [],
      ),
  }),
  /** The decision to protect follows the three tests. Source: NHS England, Commissioner requested services. */
  protectionFollowsTests: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) => {
        if (meetsATest(row) && row.protect === 'no') return [{ message: `${called(row, i)} meets a test but is not protected. Check that your reason would stand up`, row: i, column: 'protect' }];
        return !meetsATest(row) && row.protect === 'yes'
          ? [{ message: `${called(row, i)} is protected but meets none of the 3 tests. Say why in your reason`, row: i, column: 'protect' }]
          : [];
      }),
  }),
  /** An exemption fits the income and the services, and the contract then carries the monitoring. Source: NHS provider licence exemptions. */
  licenceFits: check({
    params: z.strictObject({ incomePence: z.number(), income: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      if (value !== 'exempt' && value !== 'no-licence-then') return [];
      const isProtected = asRows(answer('cont.essential')).some((row) => row.protect === 'yes');
      const income = asNumber(answer(p.income)) ?? 0;
      const exempt = value === 'exempt';
      return [
        ...(exempt && isProtected ? [{ message: 'A provider of a protected service usually needs a licence. Check with the regulator before you rely on an exemption' }] : []),
        ...(exempt && income >= p.incomePence ? [{ message: `Income from the contract is ${pounds(income)} a year. Check with the regulator that you are still under the limit for an exemption` }] : []),
        ...(answer('con.finance_return') === 'monthly' ? [] : [{ message: 'Without a licence, the contract has to show how the money stands. Ask for a monthly finance return in the contract' }]),
      ];
    },
  }),
  /** Every essential service has a named fallback and the days it needs. Source: National Audit Office, HC 1088, 2011, on the duty of last resort. */
  fallbackForEssential: check({
    params: z.strictObject({ question: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const ready = (service: string) => fallbacksOf(asRows(value), service).some((row) => asNumber(row.days) !== undefined);
      const missing = essentialServices(answer(p.question)).filter((service) => !ready(service));
      return missing.length ? [{ message: `Name a fallback provider, and the days it needs, for: ${missing.join(', ')}` }] : [];
    },
  }),
  /** Each fallback has agreed in writing. Slipway default. */
  fallbackAgreed: check({
    params: z.strictObject({ question: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const agreed = (row: Row) => row.agreed === 'yes' && asDay(row.written) !== undefined;
      const waiting = essentialServices(answer(p.question)).filter((service) => {
        const named = fallbacksOf(asRows(value), service);
        return named.length > 0 && !named.some(agreed);
      });
      return waiting.length ? [{ message: `Ask the fallback to agree in writing, and enter the date, for: ${waiting.join(', ')}` }] : [];
    },
  }),
  /** The fallback starts within the longest safe gap. Slipway default. */
  fallbackInTime: check({
    params: z.strictObject({ question: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) =>
      asRows(answer(p.question)).flatMap((detail) => {
        const gap = asNumber(detail.hours);
        const days = fallbacksOf(asRows(value), String(detail.name ?? '')).flatMap((row) => asNumber(row.days) ?? []);
        if (gap === undefined || days.length === 0) return [];
        const soonest = Math.min(...days);
        return soonest * 24 > gap
          ? [{ message: `The fallback for ${String(detail.name)} needs ${inDays(soonest)}, but the longest safe gap is ${gap} hours. Plan cover for the time between` }]
          : [];
      }),
  }),
  /** Step-in, exit and insolvency terms have a place in the contract. Slipway default. */
  clausesLocated: check({
    params: z.strictObject({ question: z.string(), rows: z.array(z.string()), titles: z.array(z.string()) }),
    severity: 'warn',
    run: ({ answer }, p) => {
      const placed = new Set(asRows(answer(p.question)).filter((row) => asText(row.schedule)).map((row) => row.row));
      const missing = p.titles.filter((_, i) => !placed.has(p.rows[i]!));
      return missing.length ? [{ message: `Find a place in the contract for these terms: ${missing.join(', ')}` }] : [];
    },
  }),
  /** Money to keep going covers so many months of pay. Slipway default. */
  runOffCoversPay: check({
    params: z.strictObject({ question: z.string(), months: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const pay = asNumber(value);
      const money = columnSum(answer(p.question), 'amount');
      return pay && money < pay * p.months
        ? [{ message: `Money to keep going is ${pounds(money)}, less than ${p.months === 1 ? 'one month' : `${p.months} months`} of pay, ${pounds(pay * p.months)}. Find a guarantee or more cash` }]
        : [];
    },
  }),
};

const inDays = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;
