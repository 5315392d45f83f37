import { addDays, addMonths } from '../../../workflows/dates.ts';
import type { PathwayKey } from '../../../workflows/definition.ts';
import { dayOf } from '../../../app/lib/dates.ts';
import type { Answers, StoryFacts } from '../../../app/demo/answers/facts.ts';

/** The day on which the walks began. */
export const TODAY = dayOf(new Date());
/** The day it is now: a walk may pass midnight, and what begins today must not begin yesterday. */
export const today = (): string => dayOf(new Date());

/** A team small enough for the short form, on any pathway, that expects to leave in ten months. */
export const small = (pathway: PathwayKey): StoryFacts => ({
  pathway, service: 'hand therapy', place: 'Riverside', team: 'Riverside hand therapy', enterprise: 'Riverside Hand Therapy CIC',
  parent: 'Northbridge Community Trust', commissioner: 'Northbridge Health Board', staff: 12, wte: 9.5, budgetPence: 75_000_000, population: 21_000,
  today: TODAY, transferOn: addMonths(TODAY, 10), contractStart: addMonths(TODAY, 10), contractYears: 3, legalForm: 'cic-guarantee',
  lead: 'Rosa Quill', deputy: 'Tom Aldous', sponsor: 'Margaret Okoye', clinicalLead: 'Ann Wye', financeLead: 'Gareth Pugh',
  ballot: { electorate: 12, returned: 11, for: 10, against: 1, spoilt: 0, threshold: 51 }, small: true,
});

/** The day of the transfer came early: it is today. */
export const early = (facts: StoryFacts): StoryFacts => ({ ...facts, transferOn: today() });

/** A first review can look back no further than the day it is written. */
export const firstDays: Answers = { 'rev.period_from': addDays(TODAY, -1), 'rev.period_to': TODAY };

/** The case that half-written.ts tells of before the server starts. Its proposal lacks these sections. */
export const HALF_WRITTEN = { title: 'Riverside hand therapy, half written', pathway: 'right-to-provide', without: ['commissioner-fit', 'staff-support'] } as const;

/**
 * The cases that sign-off-cases.ts tells of before the server starts: each story of a signature has one for a walk with script and
 * one for a walk without, all with a lead and an approver of their own, so that the first pages of others stay as they are.
 */
export const SIGNING = {
  lead: { part: 'signing-lead', name: 'Nadia Osei', jobTitle: 'Service lead' },
  approver: { part: 'signing-approver', name: 'Karen Hall', jobTitle: 'Director of commissioning' },
} as const;
export const RUNS = ['with script', 'without script'] as const;
export type Run = (typeof RUNS)[number];
export type Signing = 'phone' | 'board' | 'changes' | 'successor' | 'ballot';
const PLACES: Record<Run, string> = { 'with script': 'Ashdell', 'without script': 'Birchcombe' };
const SERVICES: Record<Signing, string> = { phone: 'wound care', board: 'speech therapy', changes: 'falls clinic', successor: 'stroke therapy', ballot: 'lymphoedema clinic' };
export const signingTitle = (story: Signing, run: Run): string => `${PLACES[run]} ${SERVICES[story]}`;
/** The body that buys the services of a place, and the one that takes over from it during a walk. */
export const bodies = (run: Run) => ({ old: `NHS ${PLACES[run]} Clinical Commissioning Group`, next: `NHS ${PLACES[run]} and Downs Integrated Care Board` });

/** The lead and the mentor of the cases that mentoring-cases.ts tells of before the server starts, one for a walk with script and one for a walk without. */
export const MENTORING = {
  lead: { part: 'mentored-lead', name: 'Amira Haddow', jobTitle: 'Lead podiatrist' },
  mentor: { part: 'mentoring-chief', name: 'George Ansah', jobTitle: 'Chief executive' },
} as const;
/** A user-led group of six that looks for a mentor, and somebody who has been there. */
export const USER_LED = {
  lead: { part: 'user-led-chair', name: 'Bethan Lowry', jobTitle: 'Chair' },
  mentor: { part: 'user-led-adviser', name: 'Ravi Solanki', jobTitle: 'Peer adviser' },
} as const;
export const userLedTitle = (run: Run): string => `${PLACES[run]} peer support`;
export const mentoringTitle = (run: Run): string => `${PLACES[run]} podiatry`;
/** Each walk has days of its own: nobody is in two meetings at once. */
export const mentoringDay = (run: Run, days: number): string => addDays(TODAY, run === 'with script' ? days : days + Math.sign(days));
