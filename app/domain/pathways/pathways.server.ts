import { fromJson, toJson } from '#db/codec.ts';
import { transaction, type Reader } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { insertPathwayVersion, pathwayVersion } from '#db/tables/pathways.server.ts';
import type { Pathway } from '#workflows/definition.ts';
import { pathways } from '#workflows/index.ts';
import { instant } from '../clock.server.ts';
import { database } from '../database.server.ts';

/** A version released in a database never changes, so one parse serves for ever. */
const parsed = new WeakMap<OpenDatabase, Map<string, Pathway>>();

/** The definition a case is pinned to. Throws when the version was never released: a case cannot be without one. */
export async function pathwayOf(reader: Reader, pin: { pathway: string; pathway_version: number }): Promise<Pathway> {
  const name = `${pin.pathway}@${pin.pathway_version}`;
  const here = parsed.get(database()) ?? new Map<string, Pathway>();
  parsed.set(database(), here);
  const known = here.get(name);
  if (known) return known;
  const row = await pathwayVersion(reader, pin.pathway, pin.pathway_version);
  if (!row) throw new Error(`The pathway version ${name} was never released`);
  const pathway = fromJson<Pathway>(row.definition_json);
  here.set(name, pathway);
  return pathway;
}

/** Stores each built-in pathway whose version is not there yet. Cases never read the built-in ones. */
export async function releaseBuiltInPathways(): Promise<void> {
  await transaction(database(), async (tx) => {
    for (const pathway of Object.values(pathways)) {
      if (await pathwayVersion(tx, pathway.key, pathway.version)) continue;
      await insertPathwayVersion(tx, { key: pathway.key, version: pathway.version, definition_json: toJson(pathway), released_at: instant() });
    }
  });
}
