import { daysBetween, dayInWords } from './dates.ts';
import { conflictOf, type AdviserTies, type CaseTies } from './mentor-conflicts.ts';
import type { MentorTopic } from './mentor-topics.ts';
import { inTopicOrder, SIZES, titleIn } from './mentors.ts';

/** What each thing a match is judged by is worth at most. Slipway default; the support unit may set others. */
export const MATCH_WEIGHTS = { topics: 40, service: 20, size: 15, legalForm: 10, region: 5, availability: 10 } as const;
export type Criterion = keyof typeof MATCH_WEIGHTS;
export type MatchWeights = Readonly<Record<Criterion, number>>;
export const CRITERIA = Object.keys(MATCH_WEIGHTS) as Criterion[];
export const CRITERION_TITLES: Readonly<Record<Criterion, string>> = {
  topics: 'What you need help with', service: 'Kind of service', size: 'Size', legalForm: 'Legal form', region: 'Region', availability: 'When they are free',
};
/** How many are suggested, and may be chosen, at once. */
export const MOST_CHOICES = 5;

/** What a team asks for. Null: they have not said, so it counts for nobody. */
export interface MentorNeed {
  topics: readonly MentorTopic[];
  services: readonly string[];
  size: string | null;
  legalForm: string | null;
  region: string | null;
}

/** An adviser as the match sees them. */
export interface AdviserOffer {
  id: string;
  topics: readonly string[];
  services: readonly string[];
  size: string;
  legalForm: string;
  region: string;
  /** Teams they can still take on. */
  room: number;
  /** They take no requests for now. */
  away: boolean;
  /** YYYY-MM-DD when they are free from a later day. */
  freeFrom: string | null;
  ties: AdviserTies;
}

export interface MatchLine {
  criterion: Criterion;
  points: number;
  of: number;
  /** Speaks for the match, or against it. */
  speaksFor: boolean;
  words: string;
}
export interface Match {
  id: string;
  points: number;
  lines: MatchLine[];
}

/** The day, and how the case is tied, beside what is asked for. */
export interface MatchFor {
  need: MentorNeed;
  of: CaseTies;
  today: string;
  weights?: MatchWeights;
}

/**
 * The advisers who fit best, best first, each with what speaks for them and against. Somebody in conflict is never among
 * them, nor anybody without room, nor who helps with none of the topics. The same rows give the same answer.
 */
export function bestMatches(offers: readonly AdviserOffer[], asked: MatchFor, most: number = MOST_CHOICES): Match[] {
  const found: { offer: AdviserOffer; points: number }[] = [];
  for (const offer of offers) {
    if (offer.away || offer.room < 1 || !offer.topics.some((topic) => asked.need.topics.includes(topic as MentorTopic))) continue;
    if (conflictOf(offer.ties, asked.of) !== null) continue;
    found.push({ offer, points: CRITERIA.reduce((sum, criterion) => sum + pointsFor(criterion, offer, asked), 0) });
  }
  found.sort((a, b) => b.points - a.points || b.offer.room - a.offer.room || (a.offer.id < b.offer.id ? -1 : 1));
  return found.slice(0, most).map(({ offer }) => explained(offer, asked));
}

/** One adviser measured against what is asked for, with words for each point given or not. */
export function explained(offer: AdviserOffer, asked: MatchFor): Match {
  const weights = asked.weights ?? MATCH_WEIGHTS;
  const lines = CRITERIA.flatMap((criterion) => {
    const points = pointsFor(criterion, offer, asked);
    const of = weights[criterion];
    return WORDS[criterion](offer, asked).map((said) => ({ criterion, points, of, ...said }));
  });
  return { id: offer.id, points: CRITERIA.reduce((sum, criterion) => sum + pointsFor(criterion, offer, asked), 0), lines };
}

/** The share, from 0 to 1, of what a criterion is worth. */
const SHARES: Readonly<Record<Criterion, (offer: AdviserOffer, asked: MatchFor) => number>> = {
  topics: (offer, { need }) => shareOf(need.topics, offer.topics),
  service: (offer, { need }) => shareOf(need.services, offer.services),
  size: (offer, { need }) => Math.max(0, 1 - distance(need.size, offer.size) / 2),
  legalForm: (offer, { need }) => Number(need.legalForm !== null && need.legalForm === offer.legalForm),
  region: (offer, { need }) => Number(need.region !== null && need.region === offer.region),
  availability: (offer, { today }) => (isFree(offer, today) ? 1 : daysBetween(today, offer.freeFrom!) <= SOON ? 0.5 : 0),
};
const SOON = 60;

// Whole points, so that anybody can add them up.
const pointsFor = (criterion: Criterion, offer: AdviserOffer, asked: MatchFor): number =>
  Math.round((asked.weights ?? MATCH_WEIGHTS)[criterion] * SHARES[criterion](offer, asked));

const shareOf = (wanted: readonly string[], given: readonly string[]) => (wanted.length === 0 ? 0 : wanted.filter((one) => given.includes(one)).length / wanted.length);
const isFree = ({ freeFrom }: AdviserOffer, today: string) => freeFrom === null || freeFrom <= today;
const band = (size: string) => SIZES.findIndex(({ key }) => key === size);
const distance = (wanted: string | null, given: string) => (wanted === null ? 2 : Math.abs(band(wanted) - band(given)));

type Said = Pick<MatchLine, 'speaksFor' | 'words'>;
const why = (words: string): Said => ({ speaksFor: true, words });
const whyNot = (words: string): Said => ({ speaksFor: false, words });

const WORDS: Readonly<Record<Criterion, (offer: AdviserOffer, asked: MatchFor) => Said[]>> = {
  topics: (offer, { need }) => both(need.topics, offer.topics, 'topic', (given) => `Helps with ${all(given, need.topics.length, 'topics you named')}`, 'Does not help with'),
  service: (offer, { need }) => (need.services.length ? both(need.services, offer.services, 'service', (given) => `Runs ${given}`, 'Does not run') : [whyNot('You have not said which services would move')]),
  size: (offer, { need }) => {
    const words = titleIn('size', offer.size).toLowerCase();
    if (need.size === null) return [whyNot('You have not said how many staff you are')];
    const apart = distance(need.size, offer.size);
    return apart === 0 ? [why(`About your size: ${words}`)] : apart === 1 ? [why(`Near your size: ${words}`)] : [whyNot(`Not your size: ${words}`)];
  },
  legalForm: ({ legalForm }, { need }) => {
    if (need.legalForm === null) return [whyNot('You have not chosen a legal form yet')];
    return need.legalForm === legalForm ? [why(`Has the legal form you chose: ${inside(titleIn('form', legalForm))}`)] : [whyNot(`Has another legal form: ${inside(titleIn('form', legalForm))}`)];
  },
  region: ({ region }, { need }) => {
    if (need.region === null) return [whyNot('You have not said which region you are in')];
    return need.region === region ? [why(`In your region: ${titleIn('region', region)}`)] : [whyNot(`In another region: ${titleIn('region', region)}`)];
  },
  availability: (offer, { today }) => (isFree(offer, today) ? [why(`Free now, for ${offer.room === 1 ? '1 team' : `${offer.room} teams`}`)] : [whyNot(`Not free until ${dayInWords(offer.freeFrom!)}`)]),
};

function both(wanted: readonly string[], given: readonly string[], list: 'topic' | 'service', says: (titles: string) => string, not: string): Said[] {
  const titles = (keys: readonly string[]) => (list === 'topic' ? inTopicOrder(keys) : keys).map((key) => inside(titleIn(list, key))).join(', ');
  const [yes, no] = [wanted.filter((one) => given.includes(one)), wanted.filter((one) => !given.includes(one))];
  return [...(yes.length ? [why(says(titles(yes)))] : []), ...(no.length ? [whyNot(`${not} ${titles(no)}`)] : [])];
}

const all = (titles: string, of: number, what: string) => (titles.split(', ').length === of && of > 1 ? `all ${of} ${what}: ${titles}` : titles);
/** A title within a sentence: its first letter small, unless it begins an abbreviation. */
const inside = (title: string) => (/^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title);
