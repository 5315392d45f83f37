import { z } from 'zod';
import { asNumber, asRows, asText, check, columnSum, type Check, type Row } from './check.ts';

const none = z.strictObject({});
const said = (n: number) => (Math.round(n * 100) / 100).toLocaleString('en-GB');

/** Bases of assignment that never move with the service. Temporary assignment is out by TUPE regulation 2; the rest are Slipway defaults. */
const STAYS = ['temporary', 'seconded-in', 'bank', 'agency'];
/** Posts whose share of time is not a good guide: judged by the post they would come back to. */
const ABSENT = ['family-leave', 'long-term-sick', 'seconded-out'];
export type Suggested = 'in-scope' | 'review' | 'out';

/** What we suggest for one row of the assignment table; undefined while the share of time is not known. Slipway default. */
export function suggestedFor(row: Row, limits = { inScope: 50, review: 20 }): Suggested | undefined {
  const basis = asText(row.basis);
  const share = asNumber(row.share);
  if (basis && STAYS.includes(basis)) return 'out';
  if (share === undefined) return undefined;
  if (basis === 'support-staff' && share < 100) return 'review';
  if (share >= limits.inScope) return 'in-scope';
  if (share >= limits.review) return 'review';
  return row.essential === 'yes' || (basis !== undefined && ABSENT.includes(basis)) ? 'review' : 'out';
}

const isOpen = (row: Row) => asText(row.decision) === undefined || row.decision === 'review';
const isUnsigned = (row: Row) => suggestedFor(row) === 'review' && (!asText(row['decided-by']) || !asText(row['decided-on']));
/** Rows that still need somebody's decision: undecided, or decided without a name and a date. */
export const openPosts = (value: unknown): number[] => asRows(value).flatMap((row, i) => (isOpen(row) || isUnsigned(row) ? [i] : []));

/** Who moves: the staff list and the posts that need a decision. No names are held. */
export const staffListChecks: Record<string, Check> = {
  /** In each group, full-time equivalents, pension members and fixed-term staff are not more than the headcount. Arithmetic. */
  staffRowsAddUp: check({
    params: none,
    severity: 'block',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) => {
        const headcount = asNumber(row.headcount);
        if (headcount === undefined) return [];
        const parts = [['wte', 'Full-time equivalents'], ['pension', 'NHS Pension Scheme members'], ['fixed-term', 'Fixed-term staff']] as const;
        return parts.flatMap(([column, label]) => {
          const part = asNumber(row[column]);
          return part !== undefined && part > headcount
            ? [{ message: `${label}, ${said(part)}, must not be more than the headcount, ${said(headcount)}`, row: i, column }]
            : [];
        });
      }),
  }),
  /** The list adds up to the staff number told before. Source: your own answers. */
  staffTotalAsTold: check({
    params: z.strictObject({ question: z.string(), where: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const told = asNumber(answer(p.question));
      const total = columnSum(value, 'headcount');
      return told !== undefined && told !== total
        ? [{ message: `The list adds up to ${said(total)} staff. You told us ${said(told)} in the ${p.where}. Change one, or say why it moved`, column: 'headcount' }]
        : [];
    },
  }),
  /** Full-time equivalents in the list are within `percent` of those costed. Slipway default. */
  wteAsCosted: check({
    params: z.strictObject({ table: z.string(), percent: z.number().default(2) }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const costed = asNumber(value);
      const rows = asRows(answer(p.table)).length;
      const listed = columnSum(answer(p.table), 'wte');
      return costed && rows > 0 && Math.abs(listed - costed) > (costed * p.percent) / 100
        ? [{ message: `The staff list has ${said(listed)} full-time equivalents, but ${said(costed)} are costed. They should be within ${p.percent}% of each other. Correct one of them` }]
        : [];
    },
  }),
  /** A decision that differs from what we suggest has a reason. Slipway default, from the assignment test of TUPE regulation 2. */
  assignmentExplained: check({
    params: z.strictObject({ inScope: z.number().default(50), review: z.number().default(20) }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) => {
        const suggested = suggestedFor(row, p);
        const decision = asText(row.decision);
        if (!suggested || suggested === 'review' || !decision || decision === 'review' || decision === suggested || asText(row.reason)) return [];
        const words = suggested === 'in-scope' ? 'these posts move' : 'these posts stay';
        return [{ message: `Going by time and basis, we suggest that ${words}. Say why you decided otherwise`, row: i, column: 'reason' }];
      }),
  }),
  /** Posts to be reviewed are closed with a decision, a name and a date. Slipway default. */
  reviewsClosed: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      openPosts(value).map((i) => ({ message: 'Decide whether these posts move, and say who decided and when', row: i, column: 'decision' })),
  }),
  /** Nobody hands over employee information while a post is still under review. Slipway default. */
  reviewsClosedFirst: check({
    params: z.strictObject({ table: z.string() }),
    severity: 'warn',
    run: ({ answer }, p) => {
      const open = openPosts(answer(p.table)).length;
      return open > 0 ? [{ message: `${open} ${open === 1 ? 'row' : 'rows'} of posts had no decision yet. Close ${open === 1 ? 'it' : 'them'}, and send a correction to the new employer` }] : [];
    },
  }),
  /** Special cases with somebody in them say how they are handled. Slipway default. */
  specialCasesHandled: check({
    params: none,
    severity: 'warn',
    run: ({ value, question }) =>
      asRows(value).flatMap((row, i) => {
        const title = question.fixedRows?.find((fixed) => fixed.key === row.row)?.title ?? 'this group';
        return (asNumber(row.count) ?? 0) > 0 && !asText(row.handling) ? [{ message: `Say how you handle this: ${title.toLowerCase()}`, row: i, column: 'handling' }] : [];
      }),
  }),
  /** A count from 1 to `least` less 1 may point to a person. Slipway default. */
  smallCountsHidden: check({
    params: z.strictObject({ column: z.string(), least: z.int().positive().default(5) }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) => {
        const count = asNumber(row[p.column]);
        return count !== undefined && count > 0 && count < p.least
          ? [{ message: `A count under ${p.least} can point to a person. Leave it empty and select "Fewer than ${p.least}"`, row: i, column: p.column }]
          : [];
      }),
  }),
};
