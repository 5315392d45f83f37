import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { advisersByIds } from '#db/tables/advisers.server.ts';
import { answersOfQuestion } from '#db/tables/answers.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { liveMembershipsOfCases } from '#db/tables/memberships.server.ts';
import { allMentorNeeds, openMentorings } from '#db/tables/mentorings.server.ts';
import type { AnswerValue } from '#workflows/checks/check.ts';
import { suggestedTopics } from '#workflows/computed/readiness-proposal.ts';
import { hasTag } from '#workflows/decide.ts';
import { inTopicOrder, titleIn } from '#workflows/mentors.ts';
import { unmetNeeds } from '#workflows/unmet-needs.ts';
import { caseTies, offersNow } from '../mentoring/offers.server.ts';

export interface NeedNotMet {
  topic: string;
  region: string;
  teams: number;
}

/** Topics that real, open cases need and nobody can help with now: what a team asked for, or else what its readiness check shows as gaps. */
export async function needsNotMet(reader: Reader): Promise<NeedNotMet[]> {
  const [needs, ratings, open, { offers }] = await Promise.all([allMentorNeeds(reader), answersOfQuestion(reader, 's0.skills'), openMentorings(reader), offersNow(reader)]);
  const said = new Map(needs.map((need) => [need.case_id, { topics: inTopicOrder(fromJson<string[]>(need.topics_json)), region: need.region }]));
  const gaps = new Map(ratings.map((row) => [row.case_id, gapsIn(row)]));
  const ids = [...new Set([...said.keys(), ...gaps.keys()])];
  if (ids.length === 0) return [];
  const agreed = open.filter((row) => hasTag('mentoring', row.state, 'agreed'));
  const [cases, memberships, advisers] = await Promise.all([casesByIds(reader, ids), liveMembershipsOfCases(reader, ids), agreed.length ? advisersByIds(reader, [...new Set(agreed.map((row) => row.adviser_id))]) : []]);
  const topicsOf = new Map(advisers.map((row) => [row.id, fromJson<string[]>(row.topics_json)]));
  const teams = cases.filter((row) => row.shown_as === 'real' && !hasTag('case', row.state, 'ended')).map((row) => ({
    ...(said.get(row.id) ?? { topics: gaps.get(row.id)!, region: null }),
    of: caseTies({ case: row, memberships: memberships.filter((m) => m.case_id === row.id), interests: [] }),
    helped: new Set(agreed.filter((one) => one.case_id === row.id).flatMap((one) => topicsOf.get(one.adviser_id) ?? [])),
  }));
  return unmetNeeds(teams, offers).map(({ topic, region, teams: count }) => ({ topic: titleIn('topic', topic), region: region ? titleIn('region', region) : 'Not said', teams: count }));
}

const gapsIn = (row: { value_json: string | null }) =>
  suggestedTopics(((key: string) => (key === 's0.skills' ? (fromJson<AnswerValue>(row.value_json) ?? undefined) : undefined)) as Parameters<typeof suggestedTopics>[0]).map(({ key }) => key);
