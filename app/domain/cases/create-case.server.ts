import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { insertCase, nextCaseReference } from '#db/tables/cases.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { allOrganisations, insertOrganisation, organisationById } from '#db/tables/organisations.server.ts';
import { insertStages } from '#db/tables/stages.server.ts';
import { latestPathwayVersion } from '#db/tables/pathways.server.ts';
import { machines } from '#workflows/decide.ts';
import { STAGES, type PathwayKey } from '#workflows/definition.ts';
import { dueOn } from '#workflows/deadlines.ts';
import { stageOf } from '#workflows/form.ts';
import { dayOf } from '../clock.server.ts';
import { command, done, refused, type Done, type Once, type Refused } from '../command.server.ts';
import { pathwayOf } from '../pathways/pathways.server.ts';
import type { Actor } from '../people/actor.server.ts';

export interface NewCase {
  title: string;
  summary: string;
  pathway: PathwayKey;
  /** The organisation that employs the team today, and the one that buys the service: an id, or the name of a new one. */
  parent: { id: string } | { name: string };
  commissioner: { id: string } | { name: string } | null;
  shownAs?: 'real' | 'illustrative' | 'example';
}

/** Starts a case on the newest version of a pathway, to which it stays pinned; whoever starts it is its team lead. */
export async function createCase(actor: Actor, wanted: NewCase, once?: Once): Promise<Done<{ caseId: string }> | Refused> {
  return command({ id: actor.id, name: actor.name, role: 'lead' }, async (tx, at) => {
    const version = await latestPathwayVersion(tx, wanted.pathway);
    if (!version) return refused(422, { field: 'pathway', message: 'Select the route you are taking' });
    const pathway = await pathwayOf(tx, { pathway: version.key, pathway_version: version.version });
    const id = newId();
    const parent = await organisationId(tx, wanted.parent, 'trust');
    const commissioner = wanted.commissioner && (await organisationId(tx, wanted.commissioner, 'other'));
    if (!parent) return refused(422, { field: 'parent', message: 'Select the organisation that employs the team, or enter its name' });
    if (wanted.commissioner && !commissioner) return refused(422, { field: 'commissioner', message: 'Select the commissioner, or enter its name' });
    await insertCase(tx, {
      id, reference: await nextCaseReference(tx), title: wanted.title, summary: wanted.summary, pathway: version.key, pathway_version: version.version,
      parent_id: parent, commissioner_id: commissioner, machine_version: machines.case.version, state: 'idea', revision: 1,
      short_form_at: null, shown_as: wanted.shownAs ?? 'real', transfer_on: null, live_on: null, created_by: actor.id, created_at: at,
    });
    await insertMembership(tx, { id: newId(), case_id: id, person_id: actor.id, role: 'lead', organisation_id: parent, stages_json: null, invited_by: actor.id, from_at: at, until_at: null });
    const due = dueOn(dayOf(at), stageOf(pathway, 'readiness').clock.prepare, []);
    await insertStages(tx, STAGES.map((stage) => {
      const open = stageOf(pathway, stage).opensAfter.length === 0;
      return { id: newId(), case_id: id, stage, machine_version: machines.stage.version, state: open ? 'drafting' : 'notOpen', revision: 1, turn_since_at: open ? at : null, due_on: open ? due : null, opened_at: open ? at : null };
    }));
    return done({ caseId: id }, { kind: 'case.create', caseId: id, subject: { pathway: version.key, version: version.version }, sentence: `started the case on the ${pathway.title} route` });
  }, once);
}

/** The organisation chosen, or the one of that name, made when there is none; undefined when the choice does not exist. */
async function organisationId(tx: Writer, of: NewCase['parent'], kind: 'other' | 'trust'): Promise<string | undefined> {
  if ('id' in of) return (await organisationById(tx, of.id))?.id;
  const alike = (await allOrganisations(tx)).find((known) => known.name.toLowerCase() === of.name.toLowerCase());
  if (alike) return alike.id;
  const id = newId();
  await insertOrganisation(tx, { id, name: of.name, kind, code: null, from_on: null, until_on: null, successor_id: null });
  return id;
}
