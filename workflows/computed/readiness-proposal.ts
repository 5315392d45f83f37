import { asKeys, asNumber, asRows, asText } from '../checks/check.ts';
import { missingParts } from '../checks/promises.ts';
import { MENTOR_TOPICS, SKILLS, type MentorTopic } from '../mentor-topics.ts';
import { isSmallTeam } from '../small-team.ts';
import type { Computation, ComputationInput } from './computation.ts';

type Answers = Pick<ComputationInput, 'answer'>['answer'];

export const readinessProposalComputations: Record<string, Computation> = {
  /** { weakUnder, manyGaps, redFrom }: green, amber or red from motive, manager, time, skills and staff talk. Slipway default. */
  readinessBand: ({ answer, params }) => {
    if (asKeys(answer('s0.why')).length === 0) return { value: null, unit: 'text', working: 'Shown when you have said why you want this' };
    const { serious, smaller } = concerns(answer, numbers(params, { weakUnder: 2, manyGaps: 5 }));
    const { redFrom } = numbers(params, { redFrom: 2 });
    const todo = [...serious, ...smaller];
    const value =
      serious.length >= redFrom ? 'Red: not ready for a proposal yet'
      : todo.length > 0 ? 'Amber: nearly ready, with things to work on'
      : 'Green: ready to write a proposal';
    const working = todo.length === 0 ? 'Nothing in your answers holds you back' : `Work on ${count(todo.length, 'thing')}: ${todo.join('; ')}`;
    return { value, unit: 'text', working };
  },
  /** { weakUnder }: the mentor topics that gaps in skills and answers point to. Slipway default. */
  mentorTopics: ({ answer, params }) => {
    if (asRows(answer('s0.skills')).length === 0) return { value: null, unit: 'text', working: 'Shown when you have rated your skills' };
    const { weakUnder } = numbers(params, { weakUnder: 2 });
    const topics = suggestedTopics(answer, weakUnder);
    const gaps = weakSkills(answer, weakUnder);
    return {
      value: topics.length ? topics.map((topic) => topic.title).join(', ') : 'None from your ratings',
      unit: 'text',
      working: gaps.length ? `${gaps.join(', ')} rated under ${weakUnder}` : `No skill is rated under ${weakUnder}`,
    };
  },
  /** The number of promised benefits, which the application gives under `benefits`, and how many can be measured. */
  promisedBenefits: ({ answer }) => {
    const promises = asRows(answer('benefits'));
    const whole = promises.filter((promise) => missingParts(promise).length === 0).length;
    if (promises.length === 0) return { value: 0, unit: 'whole', working: 'No benefits promised yet. Add them on the Benefits page' };
    const working = `${count(promises.length, 'promised benefit')}. ${whole} of ${promises.length} can be measured`;
    return { value: promises.length, unit: 'whole', working };
  },
  /** { staff, budget }: which form a team of this size gets. The thresholds are the pathway's. Slipway default. */
  formSize: ({ answer, params, pathway: { smallTeam } }) => {
    const staff = asNumber(answer(String(params.staff)));
    const budget = asNumber(answer(String(params.budget)));
    const small = isSmallTeam(staff, budget, smallTeam);
    const limits = `${smallTeam.maxStaff} staff and £${(smallTeam.maxBudgetPence / 100).toLocaleString('en-GB')} a year`;
    if (small === undefined) return { value: null, unit: 'text', working: 'Shown when staff in scope and budget are answered' };
    return small
      ? { value: 'Short form', unit: 'text', working: `You are at or under ${limits}. This limit is our default` }
      : { value: 'Full form', unit: 'text', working: `The short form is for teams at or under ${limits}. This limit is our default` };
  },
  /** { title }: the route of a pathway that has only one, in words. */
  routeOfPathway: ({ params }) => ({ value: String(params.title ?? ''), unit: 'text', working: 'Set when the case was started' }),
};

/** The topics a mentor could help with, in the order of the list: keys for matching, titles for reading. */
export function suggestedTopics(answer: Answers, weakUnder = 2): { key: MentorTopic; title: string }[] {
  const wanted = new Set<MentorTopic>(
    SKILLS.filter((skill) => rated(answer, skill.key, (rating) => rating < weakUnder)).flatMap((skill) => skill.topics),
  );
  return MENTOR_TOPICS.filter((topic) => wanted.has(topic.key)).map(({ key, title }) => ({ key, title }));
}

function concerns(answer: Answers, { weakUnder, manyGaps }: { weakUnder: number; manyGaps: number }) {
  const serious: string[] = [];
  const smaller: string[] = [];
  const why = asKeys(answer('s0.why'));
  if (why.every((reason) => reason === 'avoid-takeover')) serious.push('find a reason that helps patients, beyond avoiding a closure or takeover');
  const told = answer('s0.manager_aware');
  if (told !== 'yes') (told === 'no' ? serious : smaller).push('tell your line manager or an executive');
  const hours = asNumber(answer('s0.time_release'));
  if (!hours) (hours === 0 ? serious : smaller).push('agree protected hours each week');
  if (answer('s0.staff_talk') !== 'yes') smaller.push('hold a first talk with your staff');
  const gaps = weakSkills(answer, weakUnder);
  if (asRows(answer('s0.skills')).length === 0) smaller.push('rate the skills in your team');
  else if (gaps.length >= manyGaps) serious.push(`find help with ${count(gaps.length, 'skill')} rated under ${weakUnder}`);
  else if (gaps.length > 0) smaller.push(`find help with ${gaps.join(', ').toLowerCase().replace(/\bit\b/, 'IT')}`);
  return { serious, smaller };
}

const weakSkills = (answer: Answers, weakUnder: number): string[] =>
  SKILLS.filter((skill) => rated(answer, skill.key, (rating) => rating < weakUnder)).map((skill) => skill.title);

function rated(answer: Answers, skill: string, test: (rating: number) => boolean): boolean {
  const row = asRows(answer('s0.skills')).find((r) => asText(r.row) === skill);
  const rating = asNumber(row?.rating);
  return rating !== undefined && test(rating);
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
/** Numeric parameters with their defaults. */
const numbers = <D extends Record<string, number>>(params: Record<string, unknown>, defaults: D): { [K in keyof D]: number } =>
  Object.fromEntries(Object.entries(defaults).map(([key, d]) => [key, asNumber(params[key]) ?? d])) as { [K in keyof D]: number };
