import { z } from 'zod';
import { workingDaysBetween } from '../working-days.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, columnSum, type Check, type Row } from './check.ts';

const none = z.strictObject({});
const named = (row: Row) => asText(row.group)?.trim().toLowerCase();
const coversAll = (group: string | undefined) => group === 'all' || group === 'all staff' || group === 'everyone';

/** Small employers that may inform staff directly, by the day of the transfer. Source: TUPE Regulations 2006, regulation 13A. */
const DIRECT = [
  { from: '2024-07-01', employer: 50, moving: 10 },
  { from: '2014-07-31', employer: 10, moving: 0 },
];

/** Unions and representatives. Source: TUPE Regulations 2006, regulations 13 to 14. */
export const representativeChecks: Record<string, Check> = {
  /** Every group of staff has somebody who speaks for it. Source: TUPE Regulations 2006, regulation 13. */
  everyGroupRepresented: check({
    params: z.strictObject({ table: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const covered = new Set(asRows(value).map(named));
      if ([...covered].some(coversAll)) return [];
      const groups = asRows(answer(p.table)).filter((row) => !covered.has(named(row)));
      const missing = [...new Set(groups.flatMap((row) => asText(row.group) ?? []))];
      return missing.length ? [{ message: `Add who represents each of these groups: ${missing.join(', ')}`, column: 'group' }] : [];
    },
  }),
  /** A recognised union speaks for the group it is recognised for. Source: TUPE Regulations 2006, regulation 13(3). */
  unionComesFirst: check({
    params: z.strictObject({ table: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const unionGroups = new Set(asRows(answer(p.table)).filter((row) => row.union === 'yes').map(named));
      const byUnion = new Set(asRows(value).filter((row) => row.kind === 'union').map(named));
      const unionForAll = [...byUnion].some(coversAll);
      return asRows(value).flatMap((row, i) => {
        const group = named(row);
        const needsUnion = coversAll(group) ? unionGroups.size > 0 && byUnion.size === 0 : unionGroups.has(group) && !byUnion.has(group);
        return needsUnion && !unionForAll && row.kind !== 'union'
          ? [{ message: `A union is recognised for ${asText(row.group)}, so its officials are the representatives. Select "Recognised union"`, row: i, column: 'kind' }]
          : [];
      });
    },
  }),
  /** Talking with staff directly, without representatives, is open to small cases only. Source: TUPE Regulations 2006, regulation 13A. */
  directOnlyWhenSmall: check({
    params: z.strictObject({ transfer: z.string(), employer: z.string(), moving: z.string(), table: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const transfer = asDay(answer(p.transfer));
      if (value !== 'direct' || !transfer) return [];
      if (asRows(answer(p.table)).some((row) => row.union === 'yes')) {
        return [{ message: 'A union is recognised for some staff, so you must inform and consult the union. Select another answer' }];
      }
      const rule = DIRECT.find((r) => transfer >= r.from);
      if (!rule) return [{ message: 'For transfers before 31 July 2014 the law had no direct route. Select another answer' }];
      const employer = asNumber(answer(p.employer));
      const moving = asNumber(answer(p.moving));
      if ((employer !== undefined && employer < rule.employer) || (moving !== undefined && moving < rule.moving)) return [];
      if (employer === undefined && (rule.moving === 0 || moving === undefined)) return [];
      const orFew = rule.moving ? `, or when fewer than ${rule.moving} staff move` : '';
      return [{ message: `You may inform staff directly only with fewer than ${rule.employer} employees${orFew}. Elect representatives instead` }];
    },
  }),
  /** The steps of an election follow each other. Arithmetic. */
  electionInOrder: check({
    params: none,
    severity: 'block',
    run: ({ value }) => {
      const steps = [['invited-on', 'Invitation'], ['nominations-close', 'Last day for nominations'], ['ballot-opens', 'First day to vote'], ['ballot-closes', 'Last day to vote']] as const;
      return asRows(value).flatMap((row, i) => {
        const dated = steps.flatMap(([key, title]) => (asDay(row[key]) ? [{ key, title, on: asDay(row[key])! }] : []));
        return dated.slice(1).flatMap((step, n) => (step.on < dated[n]!.on ? [{ message: `${step.title} must be on or after ${dated[n]!.title.toLowerCase()}`, row: i, column: step.key }] : []));
      });
    },
  }),
  /** Staff have time to stand and to vote. Slipway default. */
  electionGivesTime: check({
    params: z.strictObject({ nominations: z.int().default(5), voting: z.int().default(3) }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) => [
        ...tooShort(row['invited-on'], row['nominations-close'], p.nominations, 'for nominations', i, 'nominations-close'),
        ...(isContested(row) ? tooShort(row['ballot-opens'], row['ballot-closes'], p.voting, 'to vote', i, 'ballot-closes') : []),
      ]),
  }),
  /** Enough seats for the staff affected: one for every `staff`, rounded up. Slipway default. */
  electionHasSeats: check({
    params: z.strictObject({ staff: z.int().positive().default(50) }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) => {
        const affected = asNumber(row.affected);
        const seats = asNumber(row.seats);
        const suggested = Math.max(1, Math.ceil((affected ?? 0) / p.staff));
        return affected !== undefined && seats !== undefined && seats < suggested
          ? [{ message: `We suggest ${suggested} ${suggested === 1 ? 'seat' : 'seats'} for ${affected.toLocaleString('en-GB')} staff. You have ${seats}`, row: i, column: 'seats' }]
          : [];
      }),
  }),
  /** No more papers than staff who could vote, and everybody affected may vote. Source: TUPE Regulations 2006, regulation 14. */
  electionCountsAgree: check({
    params: none,
    severity: 'block',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) => {
        const [affected, eligible, votes] = [asNumber(row.affected), asNumber(row.eligible), asNumber(row.votes)];
        return [
          ...(votes !== undefined && eligible !== undefined && votes > eligible
            ? [{ message: `Papers returned, ${votes}, must not be more than the ${eligible} staff who could vote`, row: i, column: 'votes' }]
            : []),
          ...(affected !== undefined && eligible !== undefined && eligible < affected
            ? [{ message: `Every affected member of staff may vote. ${affected} are affected but ${eligible} could vote`, row: i, column: 'eligible' }]
            : []),
        ];
      }),
  }),
  /** More candidates than seats means a vote, in secret as far as can be. Source: TUPE Regulations 2006, regulation 14. */
  electionIsSecret: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        isContested(row) && row.secret === 'no' ? [{ message: 'Votes must be secret as far as can be managed. Say why this one was not', row: i, column: 'secret' }] : [],
      ),
  }),
  /** Nobody counts more people at a meeting than were asked. Arithmetic. */
  attendanceAgrees: check({
    params: none,
    severity: 'block',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) => {
        const [invited, attended] = [asNumber(row.invited), asNumber(row.attended)];
        return invited !== undefined && attended !== undefined && attended > invited
          ? [{ message: `Attended, ${attended}, must not be more than invited, ${invited}`, row: i, column: 'attended' }]
          : [];
      }),
  }),
  /** Every point a union or representative made in writing has a reply. Slipway default. */
  pointsAnswered: check({
    params: none,
    severity: 'warn',
    run: ({ value }) => {
      const open = unansweredPoints(value);
      return open.map((i) => ({ message: 'Reply to this point, and say when you did', row: i, column: 'reply' }));
    },
  }),
  /** The number of staff affected by measures is not more than the staff there are. Arithmetic. */
  measuresWithinStaff: check({
    params: z.strictObject({ table: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const staff = columnSum(answer(p.table), 'headcount');
      return staff === 0
        ? []
        : asRows(value).flatMap((row, i) => {
            const affected = asNumber(row.affected);
            return row.who === 'transferring' && affected !== undefined && affected > staff
              ? [{ message: `${affected} staff is more than the ${staff} on the staff list. Check both numbers`, row: i, column: 'affected' }]
              : [];
          });
    },
  }),
};

/** Rows of written points with no reply or no date of reply. */
export const unansweredPoints = (value: unknown): number[] =>
  asRows(value).flatMap((row, i) => (asText(row.reply) && asText(row['replied-on']) ? [] : [i]));

/** Seats that nobody else stands for need no vote. */
const isContested = (row: Row) => {
  const [candidates, seats] = [asNumber(row.candidates), asNumber(row.seats)];
  return candidates === undefined || seats === undefined || candidates > seats;
};

function tooShort(from: unknown, to: unknown, least: number, what: string, row: number, column: string) {
  const [start, end] = [asDay(from), asDay(to)];
  if (!start || !end || end < start) return [];
  const days = workingDaysBetween(start, end);
  return days < least ? [{ message: `There ${days === 1 ? 'is 1 working day' : `are ${days} working days`} ${what}. We suggest ${least} or more`, row, column }] : [];
}
