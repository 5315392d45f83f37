import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { invitationsOf } from '#db/tables/invitations.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { ROLES, type Role, type StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, isExample, type CaseHead } from '../cases/case-page.server.ts';
import { inTeam, mayInvite, mayLead } from '../cases/cases.policy.ts';
import { instant } from '../clock.server.ts';
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
  mayEnd: boolean;
  mayShare: boolean;
}
export interface PeoplePage {
  case: CaseHead;
  example: boolean;
  groups: { title: string; none: string; parts: PartView[] }[];
  ended: PartView[];
  invitations: { id: string; name: string; email: string; role: string; sent: string; until: string; ended: boolean; mayWithdraw: boolean }[];
  interests: { id: string; name: string; words: string; on: string }[];
  mayInvite: boolean;
  mayDeclare: boolean;
}

const GROUPS: { title: string; roles: readonly Role[]; none: string }[] = [
  { title: 'Team', roles: ['lead', 'member', 'adviser'], none: 'Nobody.' },
  { title: 'Mentor', roles: ['mentor'], none: 'No mentor yet. The team lead can invite one, and chooses which stages to share.' },
  { title: "Approver's side", roles: ['sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine'], none: 'Nobody yet. The team lead invites the approver, who invites the reviewers.' },
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
    peopleByIds(reader, [...new Set([...file.memberships.map((m) => m.person_id), ...file.interests.map((i) => i.person_id)])]),
    organisationsByIds(reader, [...new Set(file.memberships.flatMap((m) => m.organisation_id ?? []))]),
  ]);
  const known = { people: new Map(people.map((p) => [p.id, p])), organisations: new Map(organisations.map((o) => [o.id, o.name])) };
  const view = (m: Row<'memberships'>) => partView(m, file, known);
  const live = file.memberships.filter((m) => m.until_at === null);
  const invites = ROLES.some((role) => mayInviteAs(file.roles, role));
  return {
    case: headOf(file), example: isExample(file),
    groups: GROUPS.map(({ title, roles, none }) => ({ title, none, parts: live.filter((m) => roles.includes(m.role as Role)).sort((a, b) => roles.indexOf(a.role as Role) - roles.indexOf(b.role as Role)).map(view) })).filter(({ parts, none }) => parts.length > 0 || none !== ''),
    ended: file.memberships.filter((m) => m.until_at !== null).map(view),
    invitations: invitations.filter((i) => (invites || inTeam(file.roles)) && !i.accepted_at && !i.withdrawn_at).map((i) => invitationView(i, file)),
    interests: file.interests.map((i) => ({ id: i.id, name: known.people.get(i.person_id)?.name ?? 'Somebody', words: `${INTERESTS[i.kind]}${i.detail ? `: ${i.detail}` : ''}`, on: day(dayOf(i.declared_at)) })).reverse(),
    mayInvite: invites,
    mayDeclare: file.memberships.some((m) => m.person_id === file.actor.id),
  };
}

interface Known {
  people: ReadonlyMap<string, Row<'people'>>;
  organisations: ReadonlyMap<string, string>;
}

function partView(m: Row<'memberships'>, file: CaseFile, { people, organisations }: Known): PartView {
  const person = people.get(m.person_id);
  const live = m.until_at === null;
  return {
    id: m.id, name: person?.name ?? 'Somebody', jobTitle: person?.job_title ?? '', role: capital(roleInWords(m.role)),
    organisation: organisations.get(m.organisation_id ?? '') ?? 'Not named',
    since: day(dayOf(m.from_at)) + (m.until_at ? ` to ${day(dayOf(m.until_at))}` : ''),
    shared: m.role === 'mentor' ? sharedInWords(m, file) : null,
    mayEnd: live && (m.person_id === file.actor.id || mayInvite(file.roles)),
    mayShare: live && m.role === 'mentor' && mayLead(file.roles),
  };
}

function sharedInWords(m: Row<'memberships'>, file: CaseFile): string {
  const stages = fromJson<StageKey[]>(m.stages_json) ?? [];
  return stages.map((key) => inWords(stageOf(file.pathway, key).stage.title, file.pathway)).join(', ') || 'Nothing yet';
}

const invitationView = (i: Row<'invitations'>, file: CaseFile) => ({
  id: i.id, name: i.name, email: i.email, role: capital(roleInWords(i.role)), sent: day(dayOf(i.at)), until: day(dayOf(i.expires_at)),
  ended: i.expires_at < instant(), mayWithdraw: mayInviteAs(file.roles, i.role as Role),
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
