import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { caseById, updateCase } from '#db/tables/cases.server.ts';
import { coversOf, giveCoverPart } from '#db/tables/covers.server.ts';
import { endMembership, insertMembership, membershipsOfCase } from '#db/tables/memberships.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { casesHeldFor, successionsUntil } from '#db/tables/successions.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { hasTag, statesOf } from '#workflows/decide.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { CLOCK, command, done, type Deed } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { tell } from '../notifications/tell.server.ts';

const ENDED = statesOf('case').filter((state) => hasTag('case', state, 'ended'));

/** Carries over to its successor each case that still names a body whose day has passed. A case that has followed is not touched again. */
export async function carrySuccessions(): Promise<void> {
  for (const succession of await successionsUntil(reader(), today())) {
    for (const caseId of await casesHeldFor(reader(), succession.organisation_id, ENDED)) {
      await command(CLOCK, async (tx, at) => done(null, ...(await carryCase(tx, caseId, succession, at))));
    }
  }
}

async function carryCase(tx: Writer, caseId: string, { organisation_id: from, successor_id: to, from_on }: Row<'successions'>, at: string): Promise<Deed[]> {
  const row = (await caseById(tx, caseId))!;
  if (ENDED.includes(row.state)) return [];
  const memberships = await membershipsOfCase(tx, caseId);
  const held = memberships.filter((m) => m.until_at === null && m.organisation_id === from);
  const names = { ...(row.parent_id === from && { parent_id: to }), ...(row.commissioner_id === from && { commissioner_id: to }) };
  const named = Object.keys(names).length > 0;
  if (!named && held.length === 0) return [];
  if (named) await updateCase(tx, caseId, names);
  await carryParts(tx, caseId, held, to, at);
  const bodies = await organisationsByIds(tx, [from, to]);
  const name = (id: string) => bodies.find((b) => b.id === id)?.name ?? 'A body';
  const what = `${name(to)} took over from ${name(from)} on ${dayInWords(from_on)}`;
  await tell(tx, at, holdersOf({ memberships }, 'lead', 'sponsor', 'secondLine'), { caseId, kind: 'information', about: 'cases', text: `${what}: ${row.title}`, link: `/cases/${caseId}` }, null);
  return [{ kind: 'case.succeed', caseId, subject: { from, to, on: from_on, named }, sentence: `recorded that ${what}` }];
}

/** Whoever acted for the old body acts for the new one, as what they were; the cover of an absent approver follows its deputy. */
async function carryParts(tx: Writer, caseId: string, held: readonly Row<'memberships'>[], to: string, at: string): Promise<void> {
  const covers = await coversOf(tx, caseId);
  for (const part of held) {
    const id = newId();
    await endMembership(tx, part.id, at);
    await insertMembership(tx, { ...part, id, organisation_id: to, from_at: at, until_at: null });
    const cover = covers.find((c) => c.membership_id === part.id && c.ended_at === null);
    if (cover) await giveCoverPart(tx, cover.id, id);
  }
}
