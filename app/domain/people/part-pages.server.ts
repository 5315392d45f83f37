import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { ROLES, STAGES, type Role, type StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { roleInWords } from '../../lib/roles.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { mayLead, type Access } from '../cases/cases.policy.ts';
import { stagesShared } from '../cases/shared-stages.server.ts';
import { mayInviteAs } from './people.policy.ts';

interface Option {
  value: string;
  label: string;
}
const stageOptions = (file: CaseFile): Option[] => STAGES.map((key) => ({ value: key, label: inWords(stageOf(file.pathway, key).stage.title, file.pathway) }));

export interface InvitePage {
  case: CaseHead;
  roles: Option[];
  stages: Option[];
}

/** What the invitation form offers this person; undefined when they may invite nobody. */
export function invitePage(file: CaseFile): InvitePage | undefined {
  const roles = ROLES.filter((role) => mayInviteAs(file.roles, role)).map((role) => ({ value: role, label: capital(roleInWords(role)) }));
  return roles.length === 0 ? undefined : { case: headOf(file), roles, stages: stageOptions(file) };
}

export interface PartPage {
  case: CaseHead;
  name: string;
  role: Role;
  roleTitle: string;
  own: boolean;
  stages: Option[];
  /** Mentor: what they may read today, and the last day of it. */
  shared: StageKey[];
  until: string | null;
  access: Access;
}

/** One live part in a case, to end it or to share stages; undefined when there is none by that id. */
export async function partPage(reader: Reader, file: CaseFile, membershipId: string): Promise<PartPage | undefined> {
  const part = file.memberships.find((m) => m.id === membershipId && m.until_at === null);
  if (!part) return undefined;
  const [person] = await peopleByIds(reader, [part.person_id]);
  return {
    case: headOf(file), name: person?.name ?? 'Somebody', role: part.role as Role, roleTitle: roleInWords(part.role), own: part.person_id === file.actor.id,
    stages: stageOptions(file), shared: stagesShared(part), until: part.shared_until_on, access: fromJson<Access>(part.access_json) ?? {},
  };
}

export interface InterestPage {
  case: CaseHead;
  /** Whose interest may be declared: one's own; for the lead, anybody's in the case. */
  people: Option[];
}

/** Who the reader may declare an interest for; undefined when they have no part in the case. */
export async function interestPage(reader: Reader, file: CaseFile): Promise<InterestPage | undefined> {
  const ids = [...new Set(file.memberships.map((m) => m.person_id))].filter((id) => id === file.actor.id || mayLead(file.roles));
  if (ids.length === 0) return undefined;
  const people = await peopleByIds(reader, ids);
  const own = (id: string) => id === file.actor.id;
  return { case: headOf(file), people: people.sort((a, b) => Number(own(b.id)) - Number(own(a.id)) || a.name.localeCompare(b.name, 'en-GB')).map((p) => ({ value: p.id, label: own(p.id) ? `${p.name} (you)` : p.name })) };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
