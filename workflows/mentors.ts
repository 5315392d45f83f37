import { LEGAL_FORMS } from './legal-forms.ts';
import { MENTOR_TOPICS, type MentorTopic } from './mentor-topics.ts';

/** What a mentor organisation is described by: closed lists, so that a directory can be filtered and a match explained. */
const titled = (list: readonly { readonly key: string; readonly title: string }[]) => new Map(list.map(({ key, title }) => [key, title]));

export const REGIONS = [
  { key: 'east', title: 'East of England' },
  { key: 'london', title: 'London' },
  { key: 'midlands', title: 'Midlands' },
  { key: 'north-east', title: 'North East and Yorkshire' },
  { key: 'north-west', title: 'North West' },
  { key: 'south-east', title: 'South East' },
  { key: 'south-west', title: 'South West' },
] as const;

/** Broad kinds of service. Slipway default. */
export const SERVICES = [
  { key: 'community-nursing', title: 'Community nursing' },
  { key: 'therapies', title: 'Therapies and rehabilitation' },
  { key: 'podiatry', title: 'Podiatry and foot care' },
  { key: 'children', title: 'Services for children and young people' },
  { key: 'mental-health', title: 'Mental health' },
  { key: 'learning-disability', title: 'Learning disability' },
  { key: 'general-practice', title: 'General practice' },
  { key: 'urgent-care', title: 'Urgent and out-of-hours care' },
  { key: 'community-hospitals', title: 'Community hospitals' },
  { key: 'dental', title: 'Community dental care' },
  { key: 'sexual-health', title: 'Sexual health' },
  { key: 'end-of-life', title: 'End of life care' },
  { key: 'audiology', title: 'Audiology' },
  { key: 'homeless', title: 'Care for homeless people' },
  { key: 'justice', title: 'Care in prison and custody' },
  { key: 'public-health', title: 'Health improvement' },
  { key: 'social-care', title: 'Social care and independent living' },
] as const;

/** How many people work there, smallest first; each band is next to the ones beside it. Slipway default. */
export const SIZES = [
  { key: 'under-15', title: 'Under 15 staff', from: 0 },
  { key: '15-to-99', title: '15 to 99 staff', from: 15 },
  { key: '100-to-499', title: '100 to 499 staff', from: 100 },
  { key: '500-or-more', title: '500 staff or more', from: 500 },
] as const;

export const FORMS = [...LEGAL_FORMS.map(({ key, title }) => ({ key, title })), { key: 'other', title: 'Another form' }];

/** How an adviser meets a team. */
export const MEETS = [
  { key: 'both', title: 'By phone or video, or a visit' },
  { key: 'remote', title: 'By phone or video only' },
  { key: 'visit', title: 'In person only' },
] as const;

export type Region = (typeof REGIONS)[number]['key'];
export type Service = (typeof SERVICES)[number]['key'];
export type Size = (typeof SIZES)[number]['key'];
export type Meets = (typeof MEETS)[number]['key'];

const TITLES = { region: titled(REGIONS), service: titled(SERVICES), size: titled(SIZES), form: titled(FORMS), meets: titled(MEETS), topic: titled(MENTOR_TOPICS) };
/** The title of a key in one of the lists; the key itself when it was never in it. */
export const titleIn = (list: keyof typeof TITLES, key: string): string => TITLES[list].get(key) ?? key;

/** The band a number of staff falls in. */
export const sizeOf = (staff: number): Size => SIZES.findLast(({ from }) => staff >= from)?.key ?? 'under-15';

/** Keys of the topics in the order of the list. */
export const inTopicOrder = (keys: readonly string[]): MentorTopic[] => MENTOR_TOPICS.filter(({ key }) => keys.includes(key)).map(({ key }) => key);
