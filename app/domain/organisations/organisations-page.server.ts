import type { Reader } from '#db/database.server.ts';
import { allOrganisations } from '#db/tables/organisations.server.ts';
import { allSuccessions } from '#db/tables/successions.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { today } from '../clock.server.ts';
import { KINDS } from './organisations.policy.ts';

export interface OrganisationView {
  id: string;
  name: string;
  kind: string;
  from: string;
  until: string;
  /** "NHS Kernow from 1 April 2013"; '' when nobody took over. */
  successor: string;
  /** Nobody is named to take over from it. */
  open: boolean;
}

/** Every body that is known, by name, with its days and who took over. */
export async function organisationsPage(reader: Reader): Promise<OrganisationView[]> {
  const [bodies, successions] = await Promise.all([allOrganisations(reader), allSuccessions(reader)]);
  const names = new Map(bodies.map((b) => [b.id, b.name]));
  const since = new Map(successions.map((s) => [s.organisation_id, s.from_on]));
  return bodies.map((b) => ({
    id: b.id, name: b.name, kind: KINDS[b.kind], from: b.from_on ? dayInWords(b.from_on) : 'Not known', until: b.until_on ? dayInWords(b.until_on) : 'Open',
    successor: b.successor_id ? `${names.get(b.successor_id) ?? 'Another body'}${since.has(b.id) ? `, from ${dayInWords(since.get(b.id)!)}` : ''}` : '',
    open: b.successor_id === null,
  }));
}

export interface SuccessionPage {
  id: string;
  name: string;
  /** "NHS Kernow took over from it already." when there is nothing left to name. */
  replaced: string;
  /** The other bodies that exist today or later. */
  others: { value: string; label: string }[];
  kinds: { value: string; label: string }[];
}

/** What the form for naming a successor offers; undefined for a body that is not there. */
export async function successionPage(reader: Reader, organisationId: string): Promise<SuccessionPage | undefined> {
  const bodies = await allOrganisations(reader);
  const body = bodies.find(({ id }) => id === organisationId);
  if (!body) return undefined;
  const successor = bodies.find(({ id }) => id === body.successor_id);
  const order = (b: { until_on: string | null }) => Number(b.until_on !== null && b.until_on < today());
  return {
    id: body.id, name: body.name, replaced: successor ? `${successor.name} is named as its successor already. Name the successor of ${successor.name} instead.` : '',
    others: bodies.filter(({ id }) => id !== body.id).sort((a, b) => order(a) - order(b)).map((b) => ({ value: b.id, label: b.until_on && order(b) ? `${b.name} (until ${dayInWords(b.until_on)})` : b.name })),
    kinds: Object.entries(KINDS).map(([value, label]) => ({ value, label })),
  };
}
