import type { MentorTopic } from './mentor-topics.ts';

/** The law of lessons: what a team tells other teams, a few at a time, and settled once others have had time to read it. */
export const MOST_LESSONS = 3;
/** For so many days the words may still be mended. */
export const MENDING_DAYS = 14;
export const LESSON_WORDS = 250;
export const TITLE_LENGTH = 120;

/** Who may read a lesson. Each choice says that the team is named. */
export const LESSON_READERS = [
  { key: 'everyone', title: 'Anybody', hint: 'It stands on the public web, with the name of your team', words: 'Anybody may read it' },
  { key: 'signedIn', title: 'People signed in to Slipway', hint: 'Other teams, mentors and approvers read it, with the name of your team', words: 'Only people signed in to Slipway may read it' },
] as const;
export type LessonReaders = (typeof LESSON_READERS)[number]['key'];
export const readersInWords = (key: string): string => LESSON_READERS.find((one) => one.key === key)?.words ?? key;

/** What the rules about one lesson may know. */
export interface LessonFacts {
  at: string;
  now: string;
  withdrawn: boolean;
}
export type LessonAct = { type: 'change' } | { type: 'withdraw'; reason: string };

/** The moment after which the words of a lesson stand. */
export const mendedUntil = (at: string): string => new Date(Date.parse(at) + MENDING_DAYS * 86_400_000).toISOString();

/** Why a lesson may not be changed or withdrawn now; null when it may. */
export function whyNotLesson(f: LessonFacts, act: LessonAct): string | null {
  if (f.withdrawn) return 'This lesson was withdrawn. Give another in its place';
  if (act.type === 'withdraw') return act.reason.trim() === '' ? 'Enter the reason you withdraw it' : null;
  return f.now > mendedUntil(f.at) ? `A lesson may be changed for ${MENDING_DAYS} days. Withdraw it, then give another` : null;
}

/** Why no further lesson may be given; null when one may. */
export const whyNoMore = (standing: number): string | null =>
  standing >= MOST_LESSONS ? `A case gives up to ${MOST_LESSONS} lessons. Withdraw one before you give another` : null;

const SECTIONS: Partial<Record<MentorTopic, readonly string[]>> = {
  'business-planning': ['vision', 'case-in-brief', 'vision-and-reasons', 'spending-objectives', 'options-compared', 'main-tests', 'breaking-point'],
  'finance-cashflow': ['day-one', 'cash-flow', 'lowest-cash', 'working-capital', 'payment-timing', 'payers', 'income-lines', 'cost-totals', 'surplus-use', 'payment-terms', 'run-off-money', 'transfer-money', 'review-costs', 'review-surplus', 'review-income'],
  'legal-form': ['chosen-form', 'community-benefit', 'company-details', 'asset-lock'],
  'governance-board': ['governance-outline', 'board-members', 'board-rules', 'board-skills', 'conflicts'],
  'tupe-hr': ['staff-in-scope', 'staff-list', 'due-diligence', 'transfer-date', 'redundancies', 'measures', 'ready-people', 'staff-return', 'review-staff'],
  pensions: ['pensions', 'pension-both-rates', 'pension-route', 'pension-application', 'transfer-pensions'],
  'staff-engagement': ['first-talks', 'staff-support', 'engagement-steps', 'reach', 'consultation', 'vote', 'staff-and-patient-voice'],
  'union-relations': ['unions', 'union-recognition', 'staff-representatives'],
  'contract-negotiation': ['contract-shape', 'heads-of-terms', 'contract-length', 'breaks-and-notice', 'contract-value', 'price-model'],
  'benefits-measurement': ['promised-benefits', 'benefits-register', 'benefits-in-contract', 'contract-measures', 'reporting', 'transfer-baselines', 'review-actuals', 'review-method'],
  'social-value': ['social-value'],
  estates: ['premises', 'ready-buildings', 'transfer-assets'],
  'it-ig': ['it-and-information', 'staff-information-safety', 'ready-information', 'ready-systems', 'transfer-systems', 'transfer-data'],
  'cqc-registration': ['cqc-registration', 'registrations', 'ready-registration', 'transfer-registration'],
  'insurance-indemnity': ['insurance', 'clinical-cover', 'transfer-indemnity', 'transfer-insurance'],
  mobilisation: ['delivery-plan', 'transfer-plan', 'transfer-progress', 'transfer-day-one'],
  're-tender': ['exit-plan', 'exit-timing', 'review-decision'],
  'failure-recovery': ['plan-owners', 'who-can-invoke', 'warning-level', 'scenarios', 'exercises-held'],
  'commissioning-process': ['commissioner-fit', 'award-route', 'award-notices'],
  'user-involvement': ['user-involvement', 'involvement-assessment', 'views', 'staff-and-patient-voice'],
};

/** The topics a section is about, as lessons name them; none for most. */
export const topicsOfSection = (section: string): MentorTopic[] =>
  (Object.keys(SECTIONS) as MentorTopic[]).filter((topic) => SECTIONS[topic]?.includes(section));
