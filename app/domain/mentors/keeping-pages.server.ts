import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { adviserById, adviserOfPerson, type AdviserNamed } from '#db/tables/advisers.server.ts';
import { mentorOrganisationById, openMentorConflicts } from '#db/tables/mentors.server.ts';
import { allOrganisations } from '#db/tables/organisations.server.ts';
import { day, dayOf } from '../../lib/dates.ts';
import type { Typed } from '../../lib/forms.ts';
import { conflictTitle } from './mentors.policy.ts';

/** A form as it begins: what was typed, under the names of its fields. */
const boxes = (name: string, on: string | null): Typed => (on ? { [`${name}.year`]: on.slice(0, 4), [`${name}.month`]: String(Number(on.slice(5, 7))), [`${name}.day`]: String(Number(on.slice(8))) } : {});
const yes = (at: string | null, name: string): Typed => (at ? { [name]: 'yes' } : {});
const lines = (json: string) => fromJson<string[]>(json).join('\n');

/** What the form of an organisation begins with; undefined when it is not there. */
export async function mentorForm(reader: Reader, organisationId: string): Promise<{ name: string; values: Typed } | undefined> {
  const row = await mentorOrganisationById(reader, organisationId);
  if (!row) return undefined;
  const values = {
    name: row.name, legalForm: row.legal_form, services: lines(row.services_json), size: row.size, region: row.region, about: row.about, revision: String(row.revision),
    ...boxes('spunOutOn', row.spun_out_on), ...yes(row.user_led_at, 'userLed'), ...yes(row.left_at, 'left'),
  };
  return { name: row.name, values };
}

const offered = (row: AdviserNamed): Typed => ({
  topics: lines(row.topics_json), places: String(row.places), hours: String(row.hours_a_month), meets: row.meets, about: row.about, revision: String(row.revision),
  ...boxes('freeFrom', row.free_from_on), ...yes(row.away_at, 'away'), ...yes(row.ambassador_at, 'ambassador'), ...yes(row.left_at, 'left'),
});

export async function adviserForm(reader: Reader, organisationId: string, adviserId: string): Promise<{ name: string; values: Typed } | undefined> {
  const row = await adviserById(reader, adviserId);
  return row?.organisation_id === organisationId ? { name: row.name, values: offered(row) } : undefined;
}

/** The person's own form; undefined for who is no adviser. */
export async function availabilityForm(reader: Reader, personId: string): Promise<Typed | undefined> {
  const row = await adviserOfPerson(reader, personId);
  return row && offered(row);
}

export interface ConflictsPage {
  organisation: string;
  conflicts: { id: string; words: string; since: string }[];
  /** Bodies that buy services or employ teams, to choose from. */
  bodies: { value: string; label: string }[];
}
const BUYERS: readonly Row<'organisations'>['kind'][] = ['pct', 'ccg', 'icb', 'trust', 'council', 'nhse', 'sha', 'other'];

/** What a person has declared for themself or their organisation, and the form's bodies; undefined for who is no adviser. */
export async function conflictsPage(reader: Reader, personId: string): Promise<ConflictsPage | undefined> {
  const adviser = await adviserOfPerson(reader, personId);
  if (!adviser) return undefined;
  const [organisation, conflicts, bodies] = await Promise.all([mentorOrganisationById(reader, adviser.organisation_id), openMentorConflicts(reader), allOrganisations(reader)]);
  const mine = conflicts.filter((c) => c.adviser_id === adviser.id || c.organisation_id === adviser.organisation_id);
  const name = (c: Row<'mentor_conflicts'>) => bodies.find((b) => b.id === c.body_id)?.name ?? 'One team';
  return {
    organisation: organisation?.name ?? '',
    conflicts: mine.map((c) => ({ id: c.id, words: `${name(c)}: ${conflictTitle(c.kind)}${c.detail ? ` (${c.detail})` : ''}. ${c.organisation_id ? 'For the whole organisation' : 'For you'}`, since: day(dayOf(c.at)) })),
    bodies: bodies.filter((b) => BUYERS.includes(b.kind) && b.successor_id === null).map((b) => ({ value: b.id, label: b.name })),
  };
}
