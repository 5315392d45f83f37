import { day } from './starts.ts';
import type { Rows } from './rows.ts';

/** What is asked of whoever signs, worked out from the rows alone, with no word of the policies or the law. */
type Decision = Pick<Rows['decisions'][number], 'id' | 'by' | 'for_id' | 'line' | 'submission_id' | 'stage' | 'sha256' | 'at'>;
const TEAM_OR_MENTOR = ['lead', 'member', 'adviser', 'mentor'];
const STAKES = ['director', 'shareholder', 'employee'];

/** Why this decision should never have been; none when it may be. */
export const faultsOfDecision = (rows: Rows, d: Decision): string[] => [
  ...[d.by, d.for_id].flatMap((id) => (id === null ? [] : faultsOfPerson(rows, d, id))),
  ...faultsOfCapacity(rows, d),
  ...faultsOfLines(rows, d),
  ...faultsOfVersion(rows, d),
];

/** In "until the decision", what came in the same instant counts. */
function faultsOfPerson({ of, memberships, interests, submissions, reviews }: Rows, d: Decision, id: string): string[] {
  const first = memberships.filter((m) => m.role === 'lead').sort((a, b) => (a.from_at < b.from_at ? -1 : 1))[0];
  const said = (what: string, is: boolean) => (is ? [`own case: ${what}`] : []);
  return [
    ...said('in the team or its mentor', memberships.some((m) => m.person_id === id && TEAM_OR_MENTOR.includes(m.role) && m.from_at <= d.at)),
    ...said('declared a stake', interests.some((i) => i.person_id === id && STAKES.includes(i.kind) && i.declared_at <= d.at)),
    ...said('sent it', submissions.some((s) => s.id === d.submission_id && s.sent_by === id)),
    ...said('began the case', of.created_by === id),
    ...said('invited the first lead', first?.invited_by === id && first.person_id !== id),
    ...said('reviewed it', reviews.some((r) => r.submission_id === d.submission_id && r.by === id && r.sent_at !== null && r.sent_at <= d.at)),
  ];
}

/** Each signs in a part of their own, or on a day of the cover of somebody who has one. */
function faultsOfCapacity({ memberships, covers }: Rows, d: Decision): string[] {
  const role = d.line === 'first' ? 'sponsor' : 'secondLine';
  const lent = new Set(covers.map((c) => c.membership_id));
  const held = (id: string, from: 'own' | 'any') => memberships.some((m) => m.person_id === id && m.role === role && m.from_at <= d.at && (m.until_at === null || m.until_at >= d.at) && (from === 'any' || !lent.has(m.id)));
  if (d.for_id === null) return held(d.by, 'own') ? [] : ['signed without a part'];
  const on = day(0, d.at);
  const covered = covers.some((c) => c.deputy_id === d.by && c.person_id === d.for_id && c.role === role && c.from_on <= on && on <= c.until_on && c.at <= d.at && (c.ended_at === null || c.ended_at >= d.at));
  return [...(covered ? [] : ['a deputy outside the days of their cover']), ...(held(d.by, 'any') ? [] : ['a deputy without a part']), ...(held(d.for_id, 'any') ? [] : ['for somebody who has no part'])];
}

/** The two lines are two people, those covered counted. */
function faultsOfLines({ decisions }: Rows, d: Decision): string[] {
  if (d.line === 'first') return [];
  const first = decisions.findLast((o) => o.id !== d.id && o.line === 'first' && o.submission_id === d.submission_id && o.at <= d.at && (o.voided_at === null || o.voided_at >= d.at));
  if (!first) return ['a second line without a first'];
  const both = [d.by, d.for_id].filter((id) => id !== null && (id === first.by || id === first.for_id));
  return both.length ? ['one person on both lines'] : [];
}

function faultsOfVersion({ submissions }: Rows, d: Decision): string[] {
  const last = submissions.filter((s) => s.stage === d.stage && s.sent_at <= d.at).sort((a, b) => a.number - b.number).at(-1);
  if (last?.id !== d.submission_id) return ['not on the version last sent'];
  return [...(last.sha256 === d.sha256 ? [] : ['on another text']), ...(last.withdrawn_at !== null && last.withdrawn_at <= d.at ? ['on a version taken back'] : [])];
}
