import { newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { allOrganisations } from '#db/tables/organisations.server.ts';
import { latestPathwayVersion } from '#db/tables/pathways.server.ts';
import { PATHWAYS, type PathwayKey } from '#workflows/definition.ts';
import { inWords } from '#workflows/form.ts';
import { today } from '../clock.server.ts';
import type { Done, Refused } from '../command.server.ts';
import { pathwayOf } from '../pathways/pathways.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { createCase } from './create-case.server.ts';
import type { NewCaseForm } from './new-case.schema.ts';

export interface NewCasePage {
  /** Sent with the form, so that pressing twice starts one case. */
  key: string;
  routes: { key: PathwayKey; title: string; summary: string; eligibility: string[]; historic: boolean }[];
  /** Whom the team works for now, and who buys the service. */
  parents: { value: string; label: string }[];
  commissioners: { value: string; label: string }[];
}

/** What the page for starting a case offers: the newest version of each route, and the organisations known. */
export async function newCasePage(reader: Reader): Promise<NewCasePage> {
  const versions = await Promise.all(PATHWAYS.map((key) => latestPathwayVersion(reader, key)));
  const routes = await Promise.all(versions.flatMap((row) => (row ? [pathwayOf(reader, { pathway: row.key, pathway_version: row.version })] : [])));
  const organisations = await allOrganisations(reader);
  return {
    key: newId(),
    routes: routes
      .map((route) => ({ key: route.key, title: route.title, summary: inWords(route.summary, route), eligibility: route.eligibility.map((line) => inWords(line, route)), historic: route.status === 'historic' }))
      .sort((a, b) => Number(a.historic) - Number(b.historic)),
    parents: among(organisations, ['pct', 'trust', 'council', 'icb', 'ccg', 'sha', 'nhse', 'other']),
    commissioners: among(organisations, ['pct', 'ccg', 'icb', 'sha', 'nhse', 'council', 'trust', 'other']),
  };
}

/** Those that stand today and are of these kinds: a union or a mentor's organisation neither employs nor buys. */
const among = (organisations: readonly Row<'organisations'>[], kinds: readonly Row<'organisations'>['kind'][]) =>
  organisations.filter((o) => kinds.includes(o.kind) && (o.until_on === null || o.until_on >= today())).map((o) => ({ value: o.id, label: o.name }));

/** Starts the case a form describes. */
export const startCase = (actor: Actor, { key, ...form }: NewCaseForm): Promise<Done<{ caseId: string }> | Refused> =>
  createCase(
    actor,
    {
      title: form.title, summary: form.summary, pathway: form.pathway,
      parent: form.parent ? { id: form.parent } : { name: form.parentName },
      commissioner: form.commissioner ? { id: form.commissioner } : form.commissionerName ? { name: form.commissionerName } : null,
    },
    { key, payload: form },
  );
