import type { NewLesson } from '../../domain/lessons/lessons.schema.ts';

type Lesson = Omit<NewLesson, 'key'>;

/** What the finished example tells other teams, with the day. */
export const HARBOUR_LANE_LESSONS: readonly [string, Lesson][] = [
  ['2025-08-12', {
    title: 'Freeze the starting figures yourself; nobody can rebuild them later', stage: 'transfer', topic: 'benefits-measurement', readers: 'everyone',
    happened: 'The trust moved to another clinic system six weeks after we left. When the first review asked how long people waited before, the old reports could no longer be run. We had printed ours in March, because one of us did not trust the new system. The first two reviews would have shown nothing without that.',
    differently: 'Put a day in the plan, a month before go-live, on which both sides sign the starting figure of each measure, with the query that gave it.\n\nKeep three copies: yours, the commissioner\'s, and one in the contract.',
  }],
  ['2025-11-18', {
    title: 'Ask for the advance payment before you need it', stage: 'contract', topic: 'finance-cashflow', readers: 'everyone',
    happened: 'The contract said that we were paid a month behind. Wages were due on the 25th of the first month. The trust agreed to an advance in the last week, after three calls to its director of finance.',
    differently: 'Agree the first two payments in the heads of terms, with dates. Show the lowest day of cash in the business case, not the lowest month: ours was 9 days earlier than the month end made it look.',
  }],
  ['2026-03-24', {
    title: 'Write to the pension scheme twice as early as you think', stage: 'workforce', topic: 'pensions', readers: 'everyone',
    happened: 'We wrote 12 weeks before the transfer. The answer came 4 days before it, and 6 of our people had already said that they would not move without it.',
    differently: 'Start the application with the proposal. Tell staff each month what has been asked and what has not been answered, even when the news is that there is none.',
  }],
];

/** What a small team tells in its first year: one lesson early, one late. */
export const WENBOURNE_LESSONS: readonly [Lesson, Lesson] = [
  {
    title: 'With 14 staff, name a second person for everything', stage: 'governance', topic: 'governance-board', readers: 'everyone',
    happened: 'Our one director who could sign payments was ill in the second month. The bank took 11 days to add another name, and two suppliers stopped our account.',
    differently: 'Before go-live, name a second person for the bank, the payroll, the clinic system and the regulator, and let each of them do it once.',
  },
  {
    title: 'Tell the hospital clinics before they move, not after', stage: 'contract', topic: 'contract-negotiation', readers: 'signedIn',
    happened: 'Two wound clinics moved to the hospital half a year after we went live. The people who stayed with us have harder wounds, so our healing rate looks worse than it is. The contract has no words for that.',
    differently: 'Write into the contract who tells whom when patients are sent elsewhere, and that the target is looked at again when the mix of patients changes by more than a tenth.',
  },
];
