import { z } from 'zod';
import { dayInWords } from '../dates.ts';
import { eliDue } from '../key-dates.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, columnSum, type Check, type CheckInput } from './check.ts';
import { unansweredPoints } from './representatives.ts';
import { openPosts } from './staff-list.ts';
import { membersWithoutRoute, payGap } from './terms.ts';

type Answers = CheckInput['answer'];
const none = z.strictObject({});

/** The list that must be settled before anyone authorises the transfer. */
export const readinessToMoveChecks: Record<string, Check> = {
  /** A "yes" on the readiness list does not contradict the answers it stands on. Arithmetic and your own answers. */
  readinessAgrees: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) =>
      asRows(value).flatMap((row, i) => {
        const against = row.state === 'yes' ? CONTRADICTIONS[String(row.row)]?.(answer) : undefined;
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

const notYet = (what: string) => `${what}, or select "Not yet"`;

/** Why a check cannot be true yet, going by other answers; by row of the list. */
const CONTRADICTIONS: Record<string, (answer: Answers) => string | undefined> = {
  'affected-list': (answer) => {
    const open = openPosts(answer('hr.assignment')).length;
    return open > 0 ? notYet(`${open} ${open === 1 ? 'row of posts has' : 'rows of posts have'} no decision yet. Decide first`) : undefined;
  },
  'information-letter': (answer) => (asDay(answer('hr.inform_date')) ? undefined : notYet('There is no date for the information letter yet. Add it first')),
  'measures-letter': (answer) => (asDay(answer('hr.measures_letter_on')) ? undefined : notYet('There is no date for the letter on changes yet. Add it first')),
  replies: (answer) => {
    const open = unansweredPoints(answer('hr.union_points')).length;
    return open > 0 ? notYet(`${open} written ${open === 1 ? 'point has' : 'points have'} no reply yet. Reply first`) : undefined;
  },
  'staff-information': (answer) => {
    const [given, transfer] = [asDay(answer('hr.eli_delivered')), asDay(answer('hr.transfer_date'))];
    if (!given) return notYet('There is no date for the employee liability information yet. Add it first');
    if (!asDay(answer('hr.eli_acknowledged'))) return notYet('There is no receipt for the employee liability information yet. Add its date first');
    return transfer && given > eliDue(transfer)
      ? `The information was given after the last lawful day, ${dayInWords(eliDue(transfer))}. Select "Not yet" and take legal advice`
      : undefined;
  },
  pensions: (answer) => {
    const without = membersWithoutRoute(answer('hr.pension_routes'), columnSum(answer('hr.staff_table'), 'pension'));
    return without > 0 ? notYet(`${without} NHS Pension Scheme members have no way to stay in the scheme yet. Choose one first`) : undefined;
  },
  objections: (answer) =>
    asRows(answer('hr.objections')).some((row) => row.replaced === 'no') ? notYet('Cover is not planned for every objection. Plan it first') : undefined,
  payroll: (answer) => {
    const last = asRows(answer('hr.payroll_runs')).at(-1);
    const failed = last && ((asNumber(last.unpaid) ?? 0) > 0 || (payGap(last) ?? 0) >= 0.5);
    return failed ? notYet('The last payroll test did not pass. Test again first') : undefined;
  },
  recognition: (answer) =>
    ['some', 'none'].includes(asText(answer('hr.recognition')) ?? '') && !asText(answer('hr.recognition_reason'))
      ? notYet('Union recognition is not complete and there is no reason. Give the reason first')
      : undefined,
};
