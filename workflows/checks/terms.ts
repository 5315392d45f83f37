import { z } from 'zod';
import { addDays, dayInWords } from '../dates.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, columnSum, type Check, type Row } from './check.ts';

const none = z.strictObject({});
/** Ways for staff who move to stay in the NHS Pension Scheme. */
const ROUTES = ['closed-direction', 'open-direction', 'independent-provider', 'direction'];
const UNITS: Record<string, string> = { percent: 'percent of working time', 'days-per-fte': 'days for each full-time post' };

/** Members of the NHS Pension Scheme who have no way to stay in it yet. */
export const membersWithoutRoute = (routes: unknown, members: number): number =>
  members - asRows(routes).reduce((sum, row) => sum + (ROUTES.includes(asText(row.route) ?? '') ? asNumber(row.members) ?? 0 : 0), 0);

/** How far a payroll test is from the pay expected, in percent; undefined when it cannot be told. */
export function payGap(row: Row): number | undefined {
  const [expected, tested] = [asNumber(row.expected), asNumber(row.tested)];
  return expected && tested !== undefined ? (Math.abs(tested - expected) / expected) * 100 : undefined;
}

/** Pensions, pay and starting figures. */
export const termsChecks: Record<string, Check> = {
  /** Every member who moves can stay in the NHS Pension Scheme. Cited with block before go-live. Source: HM Treasury, New Fair Deal, 2013; the hard stop is a Slipway default. */
  pensionRouteForAll: check({
    params: z.strictObject({ staff: z.string(), routes: z.string() }),
    severity: 'block',
    run: ({ answer }, p) => {
      const members = columnSum(answer(p.staff), 'pension');
      const without = membersWithoutRoute(answer(p.routes), members);
      return members > 0 && without > 0
        ? [{ message: `${without} of ${members} NHS Pension Scheme members have no way to stay in the scheme yet. Choose a way for each group`, column: 'route' }]
        : [];
    },
  }),
  /** No more members have a route than there are members. Arithmetic. */
  pensionMembersAgree: check({
    params: z.strictObject({ staff: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const rows = asRows(answer(p.staff)).length;
      const members = columnSum(answer(p.staff), 'pension');
      const listed = columnSum(value, 'members');
      return rows > 0 && listed > members
        ? [{ message: `These groups add up to ${listed} members, but the staff list has ${members}. Correct one of them`, column: 'members' }]
        : [];
    },
  }),
  /** Protection lasts while somebody spends more than half their time on the service. Source: NHS Standard Contract, schedule 7. */
  pensionHalfTime: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        row['half-time'] === 'no' && asText(row.route) !== 'independent-provider'
          ? [{ message: 'Pension protection is for staff who spend more than half their time on the service. Ask the pension team about this group', row: i, column: 'half-time' }]
          : [],
      ),
  }),
  /** The application leaves `weeks` before the transfer. Slipway default. */
  pensionAppliedInTime: check({
    params: z.strictObject({ transfer: z.string(), weeks: z.int().positive().default(26) }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const [applied, transfer] = [asDay(value), asDay(answer(p.transfer))];
      const latest = transfer && addDays(transfer, -p.weeks * 7);
      return applied && latest && applied > latest
        ? [{ message: `We suggest applying by ${dayInWords(latest)}, ${p.weeks} weeks before the transfer. Ask the pension team how long it takes now` }]
        : [];
    },
  }),
  /** Each payroll test is close enough, and everybody was paid. Slipway default. */
  payrollTestsPass: check({
    params: z.strictObject({ percent: z.number().default(0.5) }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) => {
        const [gap, unpaid] = [payGap(row), asNumber(row.unpaid)];
        return [
          ...(gap !== undefined && gap >= p.percent
            ? [{ message: `The test differs by ${Math.round(gap * 100) / 100}% of gross pay. We suggest less than ${p.percent}%. Find out why and test again`, row: i, column: 'tested' }]
            : []),
          ...(unpaid ? [{ message: `${unpaid} ${unpaid === 1 ? 'person' : 'people'} would not have been paid. Correct this and test again`, row: i, column: 'unpaid' }] : []),
        ];
      }),
  }),
  /** A sickness figure fits its unit. Arithmetic, with a Slipway default for what is plausible. */
  sicknessFitsUnit: check({
    params: z.strictObject({ unit: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const figure = asNumber(value);
      const unit = asText(answer(p.unit));
      if (figure === undefined) return [];
      if (unit === 'percent' && figure > 100) return [{ message: 'Sickness absence must be 100% or less. Is this figure in days?' }];
      return unit === 'days-per-fte' && figure > 366 ? [{ message: 'Sickness absence must be 366 days a year or fewer for each full-time post' }] : [];
    },
  }),
  /** Two figures for the same thing are in one unit; a percentage and days a year cannot be compared. */
  sameUnit: check({
    params: z.strictObject({ question: z.string(), label: z.string(), otherLabel: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const [mine, other] = [asText(value), asText(answer(p.question))];
      return mine && other && mine !== other
        ? [{ message: `${p.label} is in ${UNITS[mine] ?? mine}, but ${p.otherLabel} is in ${UNITS[other] ?? other}. Give both in the same unit` }]
        : [];
    },
  }),
};
