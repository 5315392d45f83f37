import { addDays, addMonths } from './dates.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

/** What the dates of a transfer are counted from, as YYYY-MM-DD. Anything may be missing. */
export interface PlanDates {
  transfer?: string | undefined;
  /** The board decides the business case. */
  board?: string | undefined;
  /** First payday of the new employer. */
  payday?: string | undefined;
  /** The information letter went out. */
  letter?: string | undefined;
  consultationStart?: string | undefined;
  consultationEnd?: string | undefined;
  /** Months to complain to a tribunal. */
  tribunalMonths?: number | undefined;
}

export type Basis = 'law' | 'practice' | 'contract';

export interface KeyDate {
  key: KeyDateKey;
  title: string;
  basis: Basis;
  /** Where the count starts and how far it goes: "28 days before the transfer". */
  rule: string;
  /** The day counted, before any move. */
  counted: string;
  /** The day to keep: a good practice date on a weekend or bank holiday moves to the working day before. */
  on: string;
}

interface Definition {
  title: string;
  basis: Basis;
  rule: (d: PlanDates) => string;
  counted: (d: PlanDates) => string | undefined;
}

/** Employee liability information was due 14 days before a transfer until this day, 28 days from it on (SI 2014/16). */
export const ELI_28_DAYS_FROM = '2014-05-01';
export const eliDays = (transfer: string): number => (transfer < ELI_28_DAYS_FROM ? 14 : 28);
export const eliDue = (transfer: string): string => addDays(transfer, -eliDays(transfer));

const keptDay = (day: string) => (isWorkingDay(day) ? day : addWorkingDays(day, -1));
const days = (from: string | undefined, n: number) => from && addDays(from, n);
const before = (title: string, basis: Basis, n: number): Definition => ({
  title, basis, rule: () => `${n} day${n === 1 ? '' : 's'} before the transfer`, counted: (d) => days(d.transfer, -n),
});

const letterOn = (d: PlanDates) => d.letter ?? (d.transfer && keptDay(addDays(d.transfer, -90)));
const consultationOn = (d: PlanDates) => d.consultationStart ?? letterOn(d);
const consultationEnd = (d: PlanDates) => d.consultationEnd ?? days(consultationOn(d), 45);

/** Every date of a transfer, in order. Law: the TUPE Regulations 2006 and tax rules; practice and contract: Slipway defaults. */
const DEFINITIONS = {
  'engagement-begins': before('Start talking with staff and unions about options', 'practice', 365),
  'forum-sees-draft': {
    title: 'Show the draft business case to the partnership forum', basis: 'practice',
    rule: () => '28 days before the board decides', counted: (d) => days(d.board, -28),
  },
  'ballot-closes': {
    title: 'Close the staff vote', basis: 'practice', rule: () => '14 days before the board decides', counted: (d) => days(d.board, -14),
  },
  'pension-application': before('Apply for pension access', 'practice', 182),
  'draft-staff-list': before('Share a draft staff list without names', 'practice', 112),
  'invite-representatives': before('Invite nominations for staff representatives', 'practice', 112),
  'measures-letter': {
    title: 'New employer tells the old one its measures', basis: 'practice',
    rule: () => '7 days before the information letter', counted: (d) => days(letterOn(d), -7),
  },
  'representatives-in-place': {
    title: 'Representatives in place', basis: 'practice',
    rule: () => '7 days before the information letter', counted: (d) => days(letterOn(d), -7),
  },
  'information-letter': before('Send the information letter', 'practice', 90),
  'consultation-starts': {
    title: 'Consultation starts', basis: 'practice', rule: () => 'the day of the information letter', counted: letterOn,
  },
  'consultation-ends': {
    title: 'Consultation ends', basis: 'practice', rule: () => '45 days after the consultation starts', counted: (d) => days(consultationOn(d), 45),
  },
  'consultation-report': {
    title: 'Tell staff the outcome', basis: 'practice', rule: () => '10 days after the consultation ends', counted: (d) => days(consultationEnd(d), 10),
  },
  'staff-information-aim': before('Aim to hand over employee liability information', 'practice', 42),
  'staff-information-due': {
    title: 'Last day to hand over employee liability information', basis: 'law',
    rule: (d) => `${d.transfer ? eliDays(d.transfer) : 28} days before the transfer`, counted: (d) => d.transfer && eliDue(d.transfer),
  },
  'first-refresh': before('First check for changes', 'practice', 14),
  'second-refresh': before('Second check for changes', 'practice', 7),
  'last-refresh': before('Last check for changes', 'practice', 1),
  'objections-asked-by': before('Ask staff to say by this day if they object', 'practice', 28),
  'welcome-letters': before('Send welcome letters', 'practice', 14),
  'payroll-scheme-earliest': {
    title: 'First day to ask for a payroll scheme', basis: 'law', rule: () => '2 months before the first payday',
    counted: (d) => d.payday && addMonths(d.payday, -2),
  },
  'payroll-scheme-latest': {
    title: 'Last day to ask for a payroll scheme', basis: 'practice', rule: () => '15 working days before the first payday',
    counted: (d) => d.payday && addWorkingDays(d.payday, -15),
  },
  'first-payroll-test': before('First payroll test', 'practice', 45),
  'second-payroll-test': before('Second payroll test', 'practice', 15),
  'liability-cover': {
    title: "Employers' liability insurance in force", basis: 'law', rule: () => 'the day of the transfer', counted: (d) => d.transfer,
  },
  'tribunal-limit': {
    title: 'Last day to complain to a tribunal', basis: 'law', rule: (d) => `${d.tribunalMonths ?? 3} months, less a day, after the transfer`,
    counted: (d) => d.transfer && addDays(addMonths(d.transfer, d.tribunalMonths ?? 3), -1),
  },
  'pay-questions-end': {
    title: 'Last pay questions answered', basis: 'contract', rule: () => '90 days after the transfer', counted: (d) => days(d.transfer, 90),
  },
  'agreed-terms-may-change': {
    title: 'First day agreed terms may be talked about again', basis: 'law', rule: () => '1 year after the transfer',
    counted: (d) => d.transfer && addMonths(d.transfer, 12),
  },
} satisfies Record<string, Definition>;

export type KeyDateKey = keyof typeof DEFINITIONS;
export const KEY_DATE_KEYS = Object.keys(DEFINITIONS) as KeyDateKey[];
export const isKeyDate = (key: string): key is KeyDateKey => Object.hasOwn(DEFINITIONS, key);

/** One date of the plan; undefined when what it is counted from is not known. */
export function keyDate(key: KeyDateKey, dates: PlanDates): KeyDate | undefined {
  const { title, basis, rule, counted }: Definition = DEFINITIONS[key];
  const day = counted(dates);
  if (!day) return undefined;
  return { key, title, basis, rule: rule(dates), counted: day, on: basis === 'practice' ? keptDay(day) : day };
}

/** Every date that can be worked out, earliest first. */
export const keyDates = (dates: PlanDates): KeyDate[] =>
  KEY_DATE_KEYS.flatMap((key) => keyDate(key, dates) ?? []).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
