import { z } from 'zod';
import { addDays, dayInWords } from '../dates.ts';
import { eliDue } from '../key-dates.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, columnSum, type Check, type CheckInput } from './check.ts';
import { unansweredPoints } from './representatives.ts';

const none = z.strictObject({});
/** Ways for staff who move to stay in the NHS Pension Scheme. */
const ROUTES = ['closed-direction', 'open-direction', 'independent-provider', 'direction'];
const UNITS: Record<string, string> = { percent: 'percent of working time', 'days-per-fte': 'days for each full-time post' };

/** Members of the NHS Pension Scheme who have no way to stay in it yet. */
export const membersWithoutRoute = (routes: unknown, members: number): number =>
  members - asRows(routes).reduce((sum, row) => sum + (ROUTES.includes(asText(row.route) ?? '') ? asNumber(row.members) ?? 0 : 0), 0);

/** Pensions, pay, starting figures and the readiness list. */
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
        const [expected, tested, unpaid] = [asNumber(row.expected), asNumber(row.tested), asNumber(row.unpaid)];
        const gap = expected && tested !== undefined ? (Math.abs(tested - expected) / expected) * 100 : undefined;
        return [
          ...(gap !== undefined && gap >= p.percent
            ? [{ message: `The test differs by ${Math.round(gap * 100) / 100}% of gross pay. We suggest less than ${p.percent}%. Find out why and test again`, row: i, column: 'tested' }]
            : []),
          ...(unpaid ? [{ message: `${unpaid} staff would not have been paid. Correct this and test again`, row: i, column: 'unpaid' }] : []),
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
  /** A "yes" on the readiness list does not contradict the answers it stands on. */
  readinessAgrees: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) =>
      asRows(value).flatMap((row, i) => {
        const against = row.state === 'yes' ? contradiction(String(row.row), answer) : undefined;
        return against ? [{ message: against, row: i, column: 'state' }] : [];
      }),
  }),
  /** Names what is still open on the readiness list. All of it must be settled before the transfer is authorised. Slipway default. */
  readinessOpen: check({
    params: none,
    severity: 'warn',
    run: ({ value, question }) => {
      const rows = question.fixedRows ?? [];
      const open = rows.filter(({ key }) => {
        const row = asRows(value).find((r) => r.row === key);
        return !row || row.state === undefined || row.state === null || row.state === 'not-yet' || (row.state === 'not-needed' && !asText(row.evidence));
      });
      return open.length ? [{ message: `${open.length} of ${rows.length} checks are open. Settle each one, or say why it is not needed`, column: 'state' }] : [];
    },
  }),
};

/** Why a check cannot be true yet, going by other answers. */
function contradiction(key: string, answer: CheckInput['answer']): string | undefined {
  switch (key) {
    case 'replies': {
      const open = unansweredPoints(answer('hr.union_points')).length;
      return open > 0 ? `${open} written ${open === 1 ? 'point has' : 'points have'} no reply yet. Reply first, or select "Not yet"` : undefined;
    }
    case 'staff-information': {
      const [given, transfer] = [asDay(answer('hr.eli_delivered')), asDay(answer('hr.transfer_date'))];
      if (!given) return 'There is no date for the employee liability information yet. Add it first, or select "Not yet"';
      if (!asDay(answer('hr.eli_acknowledged'))) return 'There is no receipt for the employee liability information yet. Add its date first, or select "Not yet"';
      return transfer && given > eliDue(transfer) ? `The information was given after the last lawful day, ${dayInWords(eliDue(transfer))}. Select "Not yet" and take legal advice` : undefined;
    }
    case 'pensions': {
      const without = membersWithoutRoute(answer('hr.pension_routes'), columnSum(answer('hr.staff_table'), 'pension'));
      return without > 0 ? `${without} NHS Pension Scheme members have no way to stay in the scheme yet. Select "Not yet"` : undefined;
    }
    case 'payroll': {
      const last = asRows(answer('hr.payroll_runs')).at(-1);
      return last && (asNumber(last.unpaid) ?? 0) > 0 ? 'Somebody would not have been paid in the last payroll test. Select "Not yet"' : undefined;
    }
    case 'information-letter':
      return asDay(answer('hr.inform_date')) ? undefined : 'There is no date for the information letter yet. Add it first, or select "Not yet"';
    default:
      return undefined;
  }
}
