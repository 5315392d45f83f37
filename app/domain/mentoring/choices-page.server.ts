import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { advisersByIds } from '#db/tables/advisers.server.ts';
import { mentoringsOfCase, mentorNeedOf } from '#db/tables/mentorings.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { bestMatches, CRITERIA, CRITERION_TITLES, MOST_CHOICES, type Match, type MatchFor } from '#workflows/matching.ts';
import { conflictOf } from '#workflows/mentor-conflicts.ts';
import type { MentorTopic } from '#workflows/mentor-topics.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { matchWeights } from '../mentors/match-weights.server.ts';
import { caseTies, offersNow } from './offers.server.ts';

export interface Suggestion {
  adviserId: string;
  name: string;
  jobTitle: string;
  organisation: { id: string; name: string };
  points: number;
  of: number;
  why: string[];
  whyNot: string[];
  /** Each criterion with its points, so that anybody can add them up. */
  sums: { title: string; points: number; of: number }[];
}
export interface ChoicesPage {
  case: CaseHead;
  /** Nothing can be chosen before this is said. */
  needSaid: boolean;
  /** Somebody is asked, or waits in line. */
  open: boolean;
  suggestions: Suggestion[];
  /** The next best, up to 50; where nobody matches, others who are free. */
  others: { value: string; label: string }[];
  /** What was looked at and left out, in sentences. */
  leftOut: string[];
}

const MORE = 50;
const byName = new Intl.Collator('en-GB');

/** Who could mentor the case, best first and explained, and others who can be asked. */
export async function choicesPage(reader: Reader, file: CaseFile): Promise<ChoicesPage> {
  const [need, rows, known, weights] = await Promise.all([mentorNeedOf(reader, file.case.id), mentoringsOfCase(reader, file.case.id), offersNow(reader), matchWeights(reader)]);
  const open = rows.some((row) => hasTag('mentoring', row.state, 'asked') || hasTag('mentoring', row.state, 'line'));
  const page = { case: headOf(file), needSaid: need !== undefined, open, suggestions: [], others: [], leftOut: [] };
  if (!need) return page;
  const asked: MatchFor = { need: needOf(need), of: caseTies(file), today: today(), weights };
  const mentors = new Set(holdersOf(file, 'mentor'));
  const saidNo = new Set(rows.filter((row) => row.state === 'declined').map((row) => row.adviser_id));
  const able = known.offers.filter((offer) => !mentors.has(offer.ties.personId) && !saidNo.has(offer.id));
  const ranked = bestMatches(able, asked, MOST_CHOICES + MORE);
  const matches = ranked.slice(0, MOST_CHOICES);
  const clear = able.filter((offer) => conflictOf(offer.ties, asked.of) === null);
  const free = clear.filter((offer) => offer.room > 0 && !offer.away);
  const next = ranked.length > MOST_CHOICES ? ranked.slice(MOST_CHOICES) : free.filter(({ id }) => !matches.some((match) => match.id === id)).slice(0, MORE);
  const ids = [...matches, ...next].map(({ id }) => id);
  const people = new Map((ids.length ? await advisersByIds(reader, ids) : []).map((row) => [row.id, row]));
  const named = (id: string) => ({ adviser: people.get(id)!, organisation: known.organisations.get(people.get(id)!.organisation_id)! });
  const others = next.map(({ id }) => ({ value: id, label: `${named(id).adviser.name}, ${named(id).organisation.name}` }));
  const whole = CRITERIA.reduce((sum, criterion) => sum + weights[criterion], 0);
  return {
    ...page,
    suggestions: matches.map((match) => suggestionOf(match, named(match.id), whole)),
    others: others.sort((a, b) => byName.compare(a.label, b.label)),
    leftOut: leftOutOf({ conflicts: able.length - clear.length, full: clear.filter((offer) => offer.room < 1 || offer.away).length, saidNo: known.offers.filter((offer) => saidNo.has(offer.id)).length }),
  };
}

const needOf = (row: Row<'mentor_needs'>): MatchFor['need'] => ({
  topics: fromJson<MentorTopic[]>(row.topics_json), services: fromJson<string[]>(row.services_json), size: row.size, legalForm: row.legal_form, region: row.region,
});

interface Named {
  adviser: { name: string; job_title: string };
  organisation: { organisation_id: string; name: string };
}
function suggestionOf(match: Match, { adviser, organisation }: Named, of: number): Suggestion {
  const said = (speaksFor: boolean) => match.lines.filter((line) => line.speaksFor === speaksFor).map((line) => line.words);
  const sums = CRITERIA.map((criterion) => match.lines.find((line) => line.criterion === criterion)).flatMap((line) => (line ? [{ title: CRITERION_TITLES[line.criterion], points: line.points, of: line.of }] : []));
  return {
    adviserId: match.id, name: adviser.name, jobTitle: adviser.job_title, organisation: { id: organisation.organisation_id, name: organisation.name }, points: match.points, of,
    why: [...said(true), 'No conflict of interest is on record'], whyNot: said(false), sums,
  };
}

const advisers = (n: number) => (n === 1 ? '1 adviser is' : `${n} advisers are`);
const leftOutOf = ({ conflicts, full, saidNo }: Record<'conflicts' | 'full' | 'saidNo', number>): string[] => [
  ...(conflicts ? [`${advisers(conflicts)} left out for a conflict of interest: in the case, with a body that decides on it, or a bid for the same contract.`] : []),
  ...(full ? [`${advisers(full)} left out because they are full or take no requests now.`] : []),
  ...(saidNo ? [`${advisers(saidNo)} left out because they said not this time.`] : []),
];
