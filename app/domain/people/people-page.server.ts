import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { invitationsOf } from '#db/tables/invitations.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { refusedAmong } from '#db/tables/refused-addresses.server.ts';
import { ROLES, STAGES, type Role } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { hasAccess, inTeam, mayInvite, mayLead, type Access, type Level } from '../cases/cases.policy.ts';
import { stagesShared } from '../cases/shared-stages.server.ts';
import { coverInWords } from '../covers/cover-page.server.ts';
import { isCovered, mayNameDeputy } from '../covers/covers.policy.ts';
import { instant } from '../clock.server.ts';
import { maySeeMeetings } from '../meetings/meetings.policy.ts';
import { maySeeMentoring } from '../mentoring/mentoring.policy.ts';
import { mayInviteAs } from './people.policy.ts';

/** One part a person has, or had, in a case. */
export interface PartView {
  id: string;
  name: string;
  jobTitle: string;
  role: string;
  organisation: string;
  /** "6 August 2026", or "6 August 2026 to 1 September 2026". */
  since: string;
  /** Mentor: the stages shared with them, in words. */
  shared: string | null;
  /** Who stands in for them and when, or for whom they stand in: "Cover: Ann Lee, 1 to 9 May 2026". */
  cover: string[];
  /** Email does not reach them: said to the lead and the support unit alone. */
  unreached: boolean;
  mayCover: boolean;
  mayEnd: boolean;
  mayShare: boolean;
  /** Of the team, where they do less than edit: "Comments only: Contract"; '' when they edit everywhere. */
  access: string;
  mayLimit: boolean;
}
export interface PeoplePage {
  case: CaseHead;
  example: boolean;
  groups: { title: string; none: string; parts: PartView[] }[];
  ended: PartView[];
  invitations: { id: string; name: string; email: string; role: string; sent: string; until: string; ended: boolean; unreached: boolean; mayWithdraw: boolean }[];
  interests: { id: string; name: string; words: string; on: string }[];
  seesMeetings: boolean;
  mayInvite: boolean;
  mayDeclare: boolean;
  /** How the team finds a mentor is theirs to see. */
  seesMentoring: boolean;
}

const GROUPS: { title: string; roles: readonly Role[]; none: string }[] = [
  { title: 'Team', roles: ['lead', 'member', 'adviser'], none: 'Nobody.' },
  { title: 'Mentor', roles: ['mentor'], none: 'No mentor yet. The team lead can find one, or invite somebody they know, and chooses which stages to share.' },
  { title: "Approver's side", roles: ['sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember'], none: 'Nobody yet. The team lead invites the approver, who invites the reviewers.' },
  { title: 'Staff side', roles: ['staffSide'], none: 'Nobody yet.' },
  { title: 'Support and audit', roles: ['support', 'auditor', 'admin'], none: '' },
];
export const INTERESTS: Record<Row<'interests'>['kind'], string> = {
  director: 'A prospective director of the new organisation', shareholder: 'A prospective shareholder of the new organisation',
  employee: 'A prospective employee of the new organisation', other: 'Another interest', none: 'No interest',
};

/** Who takes part in a case, as what, for whom and since when; and who did. */
export async function peoplePage(reader: Reader, file: CaseFile): Promise<PeoplePage> {
  const invitations = await invitationsOf(reader, file.case.id);
  const [people, organisations] = await Promise.all([
    peopleByIds(reader, [...new Set([...file.memberships.map((m) => m.person_id), ...file.interests.map((i) => i.person_id), ...file.covers.map((c) => c.deputy_id)])]),
    organisationsByIds(reader, [...new Set(file.memberships.flatMap((m) => m.organisation_id ?? []))]),
  ]);
  const told = mayLead(file.roles) || file.roles.includes('support');
  const refused = told ? await refusedAmong(reader, [...people.map((p) => p.email), ...invitations.map((i) => i.email)]) : [];
  const known = { people: new Map(people.map((p) => [p.id, p])), organisations: new Map(organisations.map((o) => [o.id, o.name])), refused: new Set(refused.map((row) => row.address)) };
  const view = (m: Row<'memberships'>) => partView(m, file, known);
  const live = file.memberships.filter((m) => m.until_at === null);
  const invites = ROLES.some((role) => mayInviteAs(file.roles, role));
  return {
    case: headOf(file), example: isExample(file),
    groups: GROUPS.map(({ title, roles, none }) => ({ title, none, parts: live.filter((m) => roles.includes(m.role as Role)).sort((a, b) => roles.indexOf(a.role as Role) - roles.indexOf(b.role as Role)).map(view) })).filter(({ parts, none }) => parts.length > 0 || none !== ''),
    ended: file.memberships.filter((m) => m.until_at !== null).map(view),
    invitations: invitations.filter((i) => (invites || inTeam(file.roles)) && !i.accepted_at && !i.withdrawn_at).map((i) => invitationView(i, file, known)),
    interests: file.interests.map((i) => ({ id: i.id, name: known.people.get(i.person_id)?.name ?? 'Somebody', words: `${INTERESTS[i.kind]}${i.detail ? `: ${i.detail}` : ''}`, on: day(dayOf(i.declared_at)) })).reverse(),
    seesMeetings: maySeeMeetings(file.roles),
    mayInvite: invites,
    mayDeclare: file.memberships.some((m) => m.person_id === file.actor.id),
    seesMentoring: maySeeMentoring(file.roles) || isExample(file),
  };
}

interface Known {
  people: ReadonlyMap<string, Row<'people'>>;
  organisations: ReadonlyMap<string, string>;
  /** Addresses mail does not reach. */
  refused: ReadonlySet<string>;
}

function partView(m: Row<'memberships'>, file: CaseFile, { people, organisations, refused }: Known): PartView {
  const person = people.get(m.person_id);
  const live = m.until_at === null;
  return {
    id: m.id, name: person?.name ?? 'Somebody', jobTitle: person?.job_title ?? '', role: capital(roleInWords(m.role)),
    organisation: organisations.get(m.organisation_id ?? '') ?? 'Not named',
    since: day(dayOf(m.from_at)) + (m.until_at ? ` to ${day(dayOf(m.until_at))}` : ''),
    shared: m.role === 'mentor' ? sharedInWords(m, file) : null,
    unreached: live && refused.has(person?.email ?? ''),
    cover: live ? coverInWords(file, m, (id) => people.get(id)?.name ?? 'Somebody') : [],
    mayCover: live && isCovered(m.role) && mayNameDeputy(file.roles, file.actor.id, m.person_id) && !file.covers.some((c) => c.membership_id === m.id),
    mayEnd: live && (m.person_id === file.actor.id || mayInvite(file.roles)),
    mayShare: live && m.role === 'mentor' && mayLead(file.roles),
    access: hasAccess(m.role) ? accessInWords(m, file) : '',
    mayLimit: live && hasAccess(m.role) && mayLead(file.roles),
  };
}

function sharedInWords(m: Row<'memberships'>, file: CaseFile): string {
  const titles = stagesShared(m).map((key) => inWords(stageOf(file.pathway, key).stage.title, file.pathway)).join(', ');
  return titles ? `${titles}${m.shared_until_on ? `, until ${day(m.shared_until_on)}` : ''}` : 'Nothing now';
}

function accessInWords(m: Row<'memberships'>, file: CaseFile): string {
  const access = fromJson<Access>(m.access_json) ?? {};
  const titles = (level: Level) => STAGES.filter((key) => access[key] === level).map((key) => inWords(stageOf(file.pathway, key).stage.title, file.pathway));
  const said = (level: Level, words: string) => (titles(level).length === STAGES.length ? `${words} everywhere` : titles(level).length ? `${words}: ${titles(level).join(', ')}` : '');
  return [said('comment', 'Comments only'), said('view', 'Reads only')].filter(Boolean).join('. ');
}

const invitationView = (i: Row<'invitations'>, file: CaseFile, { refused }: Known) => ({
  id: i.id, name: i.name, email: i.email, role: capital(roleInWords(i.role)), sent: day(dayOf(i.at)), until: day(dayOf(i.expires_at)),
  ended: i.expires_at < instant(), unreached: refused.has(i.email), mayWithdraw: mayInviteAs(file.roles, i.role as Role),
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
