import { z } from 'zod';
import { openFlags } from '../computed/business-case.ts';
import { fiveYears } from '../computed/five-year-model.ts';
import { pounds } from '../computed/money-words.ts';
import { cashAndDebtChecks } from './cash-and-debts.ts';
import { asNumber, asRows, asText, check, columnSum, type Check } from './check.ts';
import { moneyTableChecks } from './money-tables.ts';
import { optionAppraisalChecks } from './option-appraisal.ts';
import { runningMoneyChecks } from './running-money.ts';

const weeks = (n: number) => `${n} ${n === 1 ? 'week' : 'weeks'}`;

export const businessCaseChecks: Record<string, Check> = {
  ...moneyTableChecks,
  ...runningMoneyChecks,
  ...cashAndDebtChecks,
  ...optionAppraisalChecks,

  /** A target wait is not longer than the wait today. Slipway default. */
  waitsGetShorter: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, index) => {
        const [now, target] = [asNumber(row.wait_now), asNumber(row.wait_target)];
        if (now === undefined || target === undefined || target <= now) return [];
        const name = asText(row.name) ?? `service ${index + 1}`;
        return [{
          message: `Target wait for ${name}, ${weeks(target)}, is longer than today's ${weeks(now)}. Lower it, or say why in your case`,
          row: index, column: 'wait_target',
        }];
      }),
  }),
  /** Sites have their terms and repairs agreed. Slipway default. */
  premisesSettled: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) => {
      const sites = asRows(value);
      const open = sites.filter((row) => row.tenure === 'open' || row.repair === 'open').length;
      return open > 0 ? [{
        message: `${open} of ${sites.length} sites have no agreed terms. Agree them early, because leases take months`,
      }] : [];
    },
  }),
  /** An open red flag of the due diligence has a cost. Slipway default. */
  flagsCosted: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, question }) => {
      const rows = asRows(value);
      return openFlags(rows).flatMap((row) => {
        if (asNumber(row.impact) !== undefined) return [];
        const title = question.fixedRows?.find((r) => r.key === row.row)?.title ?? 'this check';
        return [{ message: `Enter the money at stake in "${title}"`, row: rows.indexOf(row), column: 'impact' }];
      });
    },
  }),
  /** Every due diligence check has begun. Slipway default. */
  diligenceStarted: check({
    params: z.strictObject({}),
    severity: 'note',
    run: ({ value }) => {
      const waiting = asRows(value).filter((row) => row.status === 'not-started').length;
      return waiting > 0 ? [{
        message: `${waiting} of ${asRows(value).length} checks have not started. Gaps here have delayed a board decision by months`,
      }] : [];
    },
  }),
  /** Open red flags are accepted in board minutes. Slipway default. */
  openFlagsAccepted: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, answer }) =>
      (asNumber(value) ?? 0) > 0 && answer('bc.flags_accepted') !== 'yes'
        ? [{ message: 'Settle the open red flags, or ask your board to accept them in its minutes up to a sum of money' }]
        : [],
  }),
  /** The sum the board accepted covers the open red flags. Slipway default. */
  capCoversFlags: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, answer }) => {
      const cap = asNumber(value);
      const stake = columnSum(openFlags(asRows(answer('bc.due_diligence'))), 'impact');
      return cap !== undefined && cap < stake
        ? [{
          message: `Open red flags put ${pounds(stake)} at stake, more than the ${pounds(cap)} your board accepted. Ask your board again`,
        }] : [];
    },
  }),
  /** A risk that someone else would bear has a cost. Source: National Audit Office, HC 1088, 2011. */
  risksPriced: check({
    params: z.strictObject({ bearers: z.array(z.string()).min(1) }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, index) =>
        p.bearers.includes(asText(row.bearer) ?? '') && asNumber(row.cost) === undefined
          ? [{
            message: `Enter what "${asText(row.risk) ?? `risk ${index + 1}`}" would cost those who bear it`,
            row: index, column: 'cost',
          }]
          : [],
      ),
  }),
  /** Dates in a column are not in the past. Slipway default. */
  datesAhead: check({
    params: z.strictObject({ column: z.string(), label: z.string() }),
    severity: 'warn',
    run: ({ value, today }, p) =>
      asRows(value).flatMap((row, index) => {
        const on = asText(row[p.column]);
        return on !== undefined && on < today ? [{ message: `${p.label} must be today or later`, row: index, column: p.column }] : [];
      }),
  }),
  /** Each social value commitment says how it will be shown. Slipway default. */
  socialValueShown: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, index) =>
        asText(row.evidence) ? []
          : [{
            message: `Enter how you will show "${asText(row.commitment) ?? `commitment ${index + 1}`}"`,
            row: index, column: 'evidence',
          }],
      ),
  }),
  /** Money values put on social value stay under a share of the contract, or of year 1 income. Slipway default. */
  socialValueModest: check({
    params: z.strictObject({ percent: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const contract = asNumber(answer('bc.contract_value')) ?? fiveYears(answer)[0]?.income;
      const worth = columnSum(value, 'proxy');
      return contract !== undefined && worth > (contract * p.percent) / 100
        ? [{
          message: `Social value of ${pounds(worth)} a year is more than ${p.percent}% of your contract. Readers may doubt it, so show how you worked it out`,
          column: 'proxy',
        }] : [];
    },
  }),
  /** The starting figure of each promise has a date and a source. Source: National Audit Office, HC 1088, 2011; blocking is a Slipway default. */
  promisesSourced: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ answer }) =>
      asRows(answer('benefits')).flatMap((promise, row) => {
        const missing = [!asText(promise.baselineOn) && 'the date', !asText(promise.baselineSource) && 'the source'].filter(Boolean);
        return missing.length
          ? [{ message: `Add ${missing.join(' and ')} of the starting figure to "${asText(promise.title) ?? `Promise ${row + 1}`}"`, row }] : [];
      }),
  }),
};
