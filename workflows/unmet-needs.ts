import type { AdviserOffer } from './matching.ts';
import { conflictOf, type CaseTies } from './mentor-conflicts.ts';
import { MENTOR_TOPICS, type MentorTopic } from './mentor-topics.ts';
import { REGIONS } from './mentors.ts';

/** What one team needs help with, and what it is helped with already. */
export interface TeamNeed {
  topics: readonly MentorTopic[];
  /** Null: not said. */
  region: string | null;
  of: CaseTies;
  helped: ReadonlySet<string>;
}
export interface UnmetNeed {
  topic: MentorTopic;
  region: string | null;
  teams: number;
}

/** Topics that teams need, that no mentor of theirs helps with, and that no adviser could take on now: counted by topic, then region. */
export function unmetNeeds(teams: readonly TeamNeed[], offers: readonly AdviserOffer[]): UnmetNeed[] {
  const able = offers.filter((offer) => offer.room > 0 && !offer.away);
  const missed = teams.flatMap(({ topics, region, of, helped }) =>
    topics.filter((topic) => !helped.has(topic) && !able.some((offer) => offer.topics.includes(topic) && conflictOf(offer.ties, of) === null)).map((topic) => ({ topic, region })),
  );
  return MENTOR_TOPICS.flatMap(({ key }) =>
    [...REGIONS.map((region) => region.key), null].flatMap((region) => {
      const count = missed.filter((one) => one.topic === key && one.region === region).length;
      return count ? [{ topic: key, region, teams: count }] : [];
    }),
  );
}
