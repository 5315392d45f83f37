import type { Reader } from '#db/database.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { Role } from '#workflows/definition.ts';
import type { CaseFile } from '../cases/case-file.server.ts';

/** Names by id; a person who is not there is "Somebody". */
export async function namesOf(reader: Reader, ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  const people = wanted.length ? await peopleByIds(reader, wanted) : [];
  const names = new Map(people.map((p) => [p.id, p.name]));
  return (id) => (id === null ? 'Slipway' : (names.get(id) ?? 'Somebody'));
}

export interface Holder {
  id: string;
  name: string;
  jobTitle: string;
  /** For whom they act; '' when it was not said. */
  organisation: string;
  role: Role;
}

/** The people who hold these roles in the case today, in the order they joined. */
export async function peopleHolding(reader: Reader, file: Pick<CaseFile, 'memberships'>, roles: readonly Role[]): Promise<Holder[]> {
  const parts = file.memberships.filter((m) => m.until_at === null && roles.includes(m.role as Role));
  const organisationIds = [...new Set(parts.flatMap((m) => m.organisation_id ?? []))];
  const [people, organisations] = await Promise.all([
    parts.length ? peopleByIds(reader, [...new Set(parts.map((m) => m.person_id))]) : [],
    organisationIds.length ? organisationsByIds(reader, organisationIds) : [],
  ]);
  const named = new Map(people.map((p) => [p.id, p]));
  const called = new Map(organisations.map((o) => [o.id, o.name]));
  return parts.flatMap((m) => {
    const person = named.get(m.person_id);
    return person ? [{ id: person.id, name: person.name, jobTitle: person.job_title, organisation: (m.organisation_id && called.get(m.organisation_id)) || '', role: m.role as Role }] : [];
  });
}

/** "Karen Hall, Northbridge PCT". */
export const inFull = ({ name, organisation }: Pick<Holder, 'name' | 'organisation'>): string => (organisation ? `${name}, ${organisation}` : name);
/** "Karen Hall and Tom Reid"; `otherwise` when there is nobody. */
export function together(words: readonly string[], otherwise = 'nobody yet'): string {
  if (words.length < 2) return words[0] ?? otherwise;
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
