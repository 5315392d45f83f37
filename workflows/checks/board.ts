import { z } from 'zod';
import { asKeys, asNumber, asRows, asText, check, type Check, type Row } from './check.ts';

const none = z.strictObject({});
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
const kind = (row: Row) => asText(row.kind);
/** A seat with a name on it. A seat may be written down as vacant. */
export const isFilled = (row: Row): boolean => {
  const name = asText(row.name)?.trim();
  return name !== undefined && name !== '' && !/^(vacant|vacancy|to be appointed|tbc|none)\b/i.test(name);
};
const sameName = (a: Row, b: Row) => isFilled(a) && isFilled(b) && asText(a.name)!.trim().toLowerCase() === asText(b.name)!.trim().toLowerCase();

/** What a sound board has. Slipway defaults, drawn from the conditions set for Central Surrey Health in 2006; the registers' own law is named where it applies. */
export const boardChecks: Record<string, Check> = {
  /** There is a chair, who is not an executive as well. */
  boardChairIndependent: check({
    params: none,
    severity: 'warn',
    run: ({ value }) => {
      const seats = asRows(value);
      const chair = seats.find((row) => kind(row) === 'chair');
      if (!chair) return [{ message: 'Add a chair. We suggest someone who is not an executive', column: 'kind' }];
      return seats.some((row) => kind(row) === 'executive' && sameName(row, chair))
        ? [{ message: 'The chair is also an executive. We suggest a chair who does not run the organisation from day to day', row: seats.indexOf(chair), column: 'name' }]
        : [];
    },
  }),
  /** Non-executives, the chair among them, are as many as executives or more. */
  boardNonExecutives: check({
    params: none,
    severity: 'warn',
    run: ({ value }) => {
      const seats = asRows(value);
      const outside = seats.filter((row) => kind(row) === 'non-executive' || kind(row) === 'chair').length;
      const inside = seats.filter((row) => kind(row) === 'executive').length;
      return inside > outside ? [{ message: `You list ${count(inside, 'executive')} and ${count(outside, 'non-executive')}. We suggest at least as many non-executives`, column: 'kind' }] : [];
    },
  }),
  /** An executive is a registered nurse, therapist, doctor or other clinician. */
  boardClinician: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).some((row) => kind(row) === 'executive' && row.clinician === 'yes' && isFilled(row))
        ? []
        : [{ message: 'Name an executive who is a registered clinician, such as a nurse, therapist or doctor', column: 'clinician' }],
  }),
  /** Somebody named holds a finance qualification. */
  boardFinanceLead: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).some((row) => row.finance === 'yes' && isFilled(row)) ? [] : [{ message: 'Name a board member with a finance qualification', column: 'finance' }],
  }),
  /** Staff elect `seats` members or more, or have a council with reserved powers. */
  boardStaffSeats: check({
    params: z.strictObject({ seats: z.int().positive().default(2) }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const elected = asRows(value).filter((row) => kind(row) === 'staff-elected').length;
      const council = asKeys(answer('gov.staff_voice')).includes('council-reserved-powers');
      return elected >= p.seats || council
        ? []
        : [{ message: `Staff elect ${count(elected, 'board seat')}. We suggest ${p.seats} or more, or a staff council with powers of its own`, column: 'kind' }];
    },
  }),
  /** Patients or the community have a seat, or a forum whose advice must be answered. */
  boardPatientSeats: check({
    params: none,
    severity: 'warn',
    run: ({ value, answer }) => {
      const seat = asRows(value).some((row) => kind(row) === 'patient-elected');
      const forum = asKeys(answer('gov.user_voice')).includes('forum-with-reply');
      return seat || forum ? [] : [{ message: 'Add a seat for patients or the community, or a patient forum that the board must answer', column: 'kind' }];
    },
  }),
  /** Everybody on the board has a date for the fit and proper person check; observers and vacant seats are passed over. */
  boardFitAndProper: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        isFilled(row) && kind(row) !== 'observer' && !asText(row['checked-on'])
          ? [{ message: `Add the date of the fit and proper person check for ${asText(row.name)}`, row: i, column: 'checked-on' }]
          : [],
      ),
  }),
  /** The quorum is not larger than the number of votes on the board. Arithmetic. */
  quorumFitsBoard: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) => {
      const quorum = asNumber(value);
      const votes = asRows(answer('gov.board')).filter((row) => row.votes === 'yes').length;
      return quorum !== undefined && votes > 0 && quorum > votes
        ? [{ message: `The quorum, ${quorum}, must not be more than the ${votes} board members who vote` }]
        : [];
    },
  }),
  /** Every skill of the matrix has a named board member who covers it. */
  boardSkillsCovered: check({
    params: none,
    severity: 'warn',
    run: ({ value, question }) => {
      const open = (question.fixedRows ?? []).filter(({ key }) => {
        const row = asRows(value).find((r) => r.row === key);
        return !row || !asText(row.who) || row.level === 'gap';
      });
      return open.length ? [{ message: `Say who on the board covers these: ${open.map((row) => row.title.toLowerCase()).join(', ')}`, column: 'who' }] : [];
    },
  }),
  /** Every lead role has a name, or a reason why it does not apply. Sources differ by role; see the rows. */
  leadsNamed: check({
    params: none,
    severity: 'warn',
    run: ({ value, question }) => {
      const open = (question.fixedRows ?? []).filter(({ key }) => {
        const row = asRows(value).find((r) => r.row === key);
        return !row || (!isFilled(row) && !asText(row.reason));
      });
      return open.length ? [{ message: `Name a lead for each of these, or say why you do not need one: ${open.map((row) => row.title).join(', ')}`, column: 'name' }] : [];
    },
  }),
  /** Staff really have a say, by the pathway's own test. Source: GOV.UK, Introduction to public service mutuals; the measure is a Slipway default. */
  staffControlShown: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      value === 'Not shown'
        ? [{ message: 'Give staff more say: a quarter of board votes, the power to appoint and remove directors, or most member votes' }]
        : [],
  }),
  /** A day in one column comes after a day in another, row by row. Empty days are passed over. Arithmetic. */
  rowDatesInOrder: check({
    params: z.strictObject({ first: z.string(), then: z.string(), firstLabel: z.string(), thenLabel: z.string(), same: z.boolean().default(false) }),
    severity: 'block',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) => {
        const first = asText(row[p.first]);
        const then = asText(row[p.then]);
        if (!first || !then || then > first || (p.same && then === first)) return [];
        return [{ message: `${p.thenLabel} must be ${p.same ? 'on or ' : ''}after ${p.firstLabel}`, row: i, column: p.then }];
      }),
  }),
};
