/** Where a person chooses what they are mailed about. */
export const SETTINGS = '/account/notifications';

/** When a person is mailed: at once, in the summary of the day, or never. */
export const PACES = ['once', 'daily', 'off'] as const;
export type Pace = (typeof PACES)[number];
export type Kind = 'needsYou' | 'information';

export interface NoticeKind {
  kind: Kind;
  about: string;
  /** What happened, as the person would say it. */
  title: string;
}

const needs = (about: string, title: string) => ({ kind: 'needsYou', about, title }) as const;
const news = (about: string, title: string) => ({ kind: 'information', about, title }) as const;

/** Every kind of notice, in the order of the settings. What no line names is "other" of its kind. */
export const NOTICES = [
  needs('decisions', 'A stage is with you to decide or to assure'),
  needs('reviews', 'Your review, or your view as a board member, is asked for'),
  needs('stages', 'A stage comes back to your team, or conditions are set'),
  needs('conditions', 'A condition waits for you'),
  needs('benefits', 'You are asked to agree to a change, or to act on a missed benefit'),
  needs('results', 'You are asked about a result'),
  needs('warnings', 'A sign of trouble in a case is yours to look at'),
  needs('people', 'You stand in for somebody, or an interest is declared'),
  needs('mentoring', 'A mentor or a team asks you something, or a meeting waits for you'),
  needs('reminders', 'A date of yours is near, or has passed'),
  needs('other', 'Anything else that needs you'),
  news('stages', 'A stage is opened, sent, taken back or decided'),
  news('reviews', 'A review or a view of a board member is in'),
  news('comments', 'Somebody comments on an answer, or answers your comment'),
  news('conditions', 'A condition moves'),
  news('benefits', 'A benefit changes hands, is changed or is judged'),
  news('results', 'A result is recorded, confirmed or missing'),
  news('warnings', 'A sign of trouble is seen, or is settled'),
  news('people', 'Parts in a case, cover or shared stages change'),
  news('mentoring', 'A mentor answers, or a meeting is agreed, cancelled or written down'),
  news('cases', 'A case is paused, carried on, or passes to another body'),
  news('dates', 'A date of somebody else has passed'),
  news('other', 'Anything else that is new in your cases'),
] as const satisfies readonly NoticeKind[];

export type About = (typeof NOTICES)[number]['about'];

/** What needs somebody goes at once, the rest in one summary a day, until the person chooses otherwise. */
export const DEFAULTS: Readonly<Record<Kind, Pace>> = { needsYou: 'once', information: 'daily' };

/** What needs a person can wait for the summary, but is never left out. */
export const pacesOf = (kind: Kind): readonly Pace[] => (kind === 'needsYou' ? ['once', 'daily'] : PACES);

/** The line of the settings a notice falls under. */
export const lineOf = (kind: Kind, about: string): string => (NOTICES.some((one) => one.kind === kind && one.about === about) ? about : 'other');

/** The name of one line of the settings in the form. */
export const choiceName = ({ kind, about }: { kind: Kind; about: string }): string => `${kind}-${about}`;
