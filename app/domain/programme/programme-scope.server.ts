import type { Reader } from '#db/database.server.ts';
import { membershipsOf } from '#db/tables/memberships.server.ts';
import { commissionersIn, hasRealCase, type ProgrammeFilter } from '#db/tables/programme.server.ts';
import { allObjectives } from '#db/tables/objectives.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { addDays, addMonths } from '#workflows/dates.ts';
import { hasTag, statesOf } from '#workflows/decide.ts';
import { PATHWAYS } from '#workflows/definition.ts';
import { pathways } from '#workflows/index.ts';
import { CATEGORIES } from '../benefits/benefits.schema.ts';
import { today } from '../clock.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { isProgrammeRole, PROGRAMME_ROLES, seesWholeProgramme } from './programme.policy.ts';
import { KINDS, MONTHS_LIVE, type ProgrammeSearch } from './programme-search.ts';

/** The cases of the programme that a person sees; the queries keep to it. */
export type Scope = Pick<ProgrammeFilter, 'seenBy'>;

/** Undefined for those to whom there is no programme: they hold no role of the commissioner's side in any case. */
export async function scopeOf(reader: Reader, actor: Actor): Promise<Scope | undefined> {
  if (seesWholeProgramme(actor)) return {};
  const parts = await membershipsOf(reader, actor.id);
  return parts.some((part) => isProgrammeRole(part.role)) ? { seenBy: { personId: actor.id, roles: PROGRAMME_ROLES } } : undefined;
}

/** The states of a benefit in which results come in. */
export const MEASURING = statesOf('benefit').filter((state) => hasTag('benefit', state, 'measured'));

export interface Asked {
  filter: ProgrammeFilter;
  kind: (typeof KINDS)[number][0];
  /** There is no real case to count, so illustrations and examples are shown unasked. */
  noneReal: boolean;
}

/** What an address asks for, as a filter within what the person sees. Only real cases count unless it says otherwise, or there are none. */
export async function filterOf(reader: Reader, scope: Scope, search: ProgrammeSearch): Promise<Asked> {
  const known = KINDS.find(([key]) => key === search.kind)?.[0];
  const noneReal = known === undefined && !(await hasRealCase(reader, scope));
  const kind = known ?? (noneReal ? 'all' : 'real');
  const months = MONTHS_LIVE.find(([key]) => key === search.live);
  return {
    kind, noneReal,
    filter: {
      ...scope,
      ...(kind === 'real' && { real: true }),
      ...(search.commissioner && { commissionerId: search.commissioner === 'none' ? null : search.commissioner }),
      ...(search.route && { pathway: search.route }),
      ...(search.category && { category: search.category }),
      ...(search.objective && { objectiveId: search.objective }),
      ...(months && { live: liveWithin(months[2], months[3]) }),
    },
  };
}

/** Live for at least and at most so many whole months, as the days on which they went live. */
function liveWithin(least: number | null, most: number | null): ProgrammeFilter['live'] & {} {
  if (least === null) return 'not';
  return { to: lastDayFor(least), ...(most !== null && { from: addDays(lastDayFor(most + 1), 1) }) };
}

/** The last day to have gone live on for so many whole months: months are not of one length. */
function lastDayFor(months: number): string {
  let on = addMonths(today(), -months);
  while (addMonths(addDays(on, 1), months) <= today()) on = addDays(on, 1);
  return on;
}

export type Options = Record<keyof ProgrammeSearch, { value: string; label: string }[]>;

const byName = new Intl.Collator('en-GB', { numeric: true });
export const byLabel = (a: { label: string }, b: { label: string }) => byName.compare(a.label, b.label);

/** What each filter can be set to, within what the person sees. */
export async function optionsFor(reader: Reader, scope: Scope): Promise<Options> {
  const [organisations, objectives] = await Promise.all([organisationsByIds(reader, await commissionersIn(reader, scope)), allObjectives(reader)]);
  return {
    commissioner: [...organisations.map((o) => ({ value: o.id, label: o.name })).sort(byLabel), { value: 'none', label: NO_COMMISSIONER }],
    route: PATHWAYS.map((key) => ({ value: key, label: pathways[key].title })).sort(byLabel),
    category: CATEGORIES.map(([value, label]) => ({ value: value as string, label: label as string })).sort(byLabel),
    live: MONTHS_LIVE.map(([value, label]) => ({ value, label })),
    objective: objectives.map((o) => ({ value: o.id, label: `${o.number}. ${o.title}` })),
    kind: KINDS.map(([value, label]) => ({ value, label })),
  };
}

export const NO_COMMISSIONER = 'No commissioner yet';
