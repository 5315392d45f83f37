import { asDay } from '../checks/as-day.ts';
import { asNumber, asRows, asText } from '../checks/check.ts';
import { suggestedFor } from '../checks/staff-list.ts';
import { redundancyDays } from '../checks/transfer-steps.ts';
import { addDays, addMonths, dayInWords } from '../dates.ts';
import { isKeyDate, keyDate, type Basis, type KeyDate, type PlanDates } from '../key-dates.ts';
import type { Computation, ComputationInput, Computed } from './computation.ts';

const none = (unit: Computed['unit'], working: string): Computed => ({ value: null, unit, working });
const BASIS: Record<Basis, string> = {
  law: 'The law sets this',
  practice: 'This is our default, not law',
  contract: 'This is our default. Agree it in the transfer agreement',
};
/** From this day an award for failing to consult on redundancies may reach 180 days' pay; it was 90. Source: Employment Rights Act 2025. */
const LONGER_AWARD_FROM = '2026-04-01';

export const workforceComputations: Record<string, Computation> = {
  /**
   * { date, done?, tribunalMonths? }: one date of the plan, counted from the transfer, the board date or the first payday. Good practice
   * dates on a weekend or bank holiday move to the working day before; a day already done stays where it was.
   */
  keyDate: ({ answer, params, today }) => {
    const key = String(params.date);
    const found = isKeyDate(key) ? keyDate(key, { ...planDates(answer), tribunalMonths: asNumber(params.tribunalMonths) }) : undefined;
    if (!found) return none('date', 'Shown when the date it is counted from is answered');
    const done = typeof params.done === 'string' ? asDay(answer(params.done)) : undefined;
    if (done && found.basis !== 'law') return { value: done, unit: 'date', working: `Done on this day. The plan said ${dayInWords(found.on)}` };
    const late = typeof params.done === 'string' && !done && found.on < today;
    return { value: found.on, unit: 'date', working: [...workingOf(found), ...(late ? [lateWords(found.basis)] : [])].join('. ') };
  },
  /** The first day that staff information must look back to: 2 years before it was given, or before it is due. Source: TUPE Regulations 2006, regulation 11. */
  staffInformationFrom: ({ answer }) => {
    const given = asDay(answer('hr.eli_delivered')) ?? keyDate('staff-information-due', planDates(answer))?.on;
    if (!given) return none('date', 'Shown when the transfer date is answered');
    return { value: addMonths(given, -24), unit: 'date', working: `2 years before ${dayInWords(given)}. The law sets this` };
  },
  /** How many posts move, stay or need a decision, by time and basis. Slipway default. */
  assignmentCounts: ({ answer, params }) => {
    const rows = asRows(answer('hr.assignment'));
    if (rows.length === 0) return none('text', 'Shown when you have listed posts');
    const limits = { inScope: asNumber(params.inScope) ?? 50, review: asNumber(params.review) ?? 20 };
    const of = (word: string) => rows.filter((row) => suggestedFor(row, limits) === word).reduce((sum, row) => sum + (asNumber(row.posts) ?? 1), 0);
    return {
      value: `${of('in-scope')} move, ${of('review')} to review, ${of('out')} stay`,
      unit: 'text',
      working: `At ${limits.inScope}% of time or more, posts move. From ${limits.review}% someone decides. Bank, agency and temporary staff stay. These limits are our default`,
    };
  },
  /** The last day to start consulting on redundancies. Source: Trade Union and Labour Relations (Consolidation) Act 1992, section 188. */
  redundancyConsultBy: ({ answer }) => {
    const days = redundancyDays(asNumber(answer('hr.redundancies')));
    const first = asDay(answer('hr.first_dismissal'));
    if (!days) return none('date', 'Only for 20 or more redundancies in 90 days');
    if (!first) return none('date', 'Shown when the first dismissal date is answered');
    return { value: addDays(first, -days), unit: 'date', working: `${days} days before the first dismissal. The law sets this. Tell the Secretary of State on form HR1 by the same day` };
  },
  /** Up to 13 weeks' pay for each person affected, if nobody is informed and consulted. Source: TUPE Regulations 2006, regulations 15 and 16. */
  informExposure: ({ answer }) => {
    const weekly = asNumber(answer('hr.weekly_pay'));
    if (weekly === undefined) return none('money', 'Shown when gross weekly pay is answered');
    return { value: weekly * 13, unit: 'money', working: "13 weeks of the gross pay you gave. This is the most a tribunal may award, and both employers may owe it" };
  },
  /** £500 or more for each person whose information is missing or wrong. Source: TUPE Regulations 2006, regulation 12. */
  staffInformationExposure: ({ answer }) => {
    const people = asNumber(answer('hr.headcount_total'));
    if (people === undefined) return none('money', 'Shown when the staff list is answered');
    return { value: people * 50_000, unit: 'money', working: `£500 for each of ${people.toLocaleString('en-GB')} staff, if all of the information is missing. A tribunal may award more` };
  },
  /** Up to 90 days' pay, 180 from April 2026, for each redundancy nobody was consulted on. Source: TULRCA 1992, section 189, and the Employment Rights Act 2025. */
  redundancyExposure: ({ answer }) => {
    const weekly = asNumber(answer('hr.redundancy_weekly_pay'));
    const first = asDay(answer('hr.first_dismissal'));
    if (weekly === undefined || !first) return none('money', 'Shown when the pay and the first dismissal date are answered');
    const days = first >= LONGER_AWARD_FROM ? 180 : 90;
    return { value: Math.round((weekly / 7) * days), unit: 'money', working: `${days} days of the weekly pay you gave. This is the most a tribunal may award` };
  },
  /** How many of the readiness checks are settled. Slipway default. */
  readinessCount: ({ answer, params }) => {
    const rows = asRows(answer('hr.gate'));
    const total = asNumber(params.total) ?? rows.length;
    if (rows.length === 0) return none('text', 'Shown when you have answered the list');
    const settled = rows.filter((row) => row.state === 'yes' || (row.state === 'not-needed' && asText(row.evidence))).length;
    return { value: `${settled} of ${total}`, unit: 'text', working: settled === total ? 'All checks are settled' : 'All of them must be settled before anyone authorises the transfer. This is our default' };
  },
};

/** What the dates are counted from, out of the answers. */
export function planDates(answer: ComputationInput['answer']): PlanDates {
  const day = (key: string) => asDay(answer(key));
  return {
    transfer: day('hr.transfer_date'),
    board: day('hr.board_date'),
    payday: day('hr.first_payday'),
    letter: day('hr.inform_date'),
    consultationStart: day('hr.consult_start'),
    consultationEnd: day('hr.consult_end'),
  };
}

function workingOf({ rule, counted, on, basis }: KeyDate): string[] {
  const start = `${rule.charAt(0).toUpperCase()}${rule.slice(1)}`;
  const moved = on === counted ? [] : [`${dayInWords(counted)} is not a working day, so we suggest the working day before`];
  return [start, ...moved, BASIS[basis]];
}

const lateWords = (basis: Basis) =>
  basis === 'law' ? 'This day has passed and nothing is recorded, so the law may be broken. Take legal advice today' : 'This day has passed. Do it as soon as you can';
