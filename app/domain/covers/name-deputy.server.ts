import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { coversOf, insertCover } from '#db/tables/covers.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import { addDays, dayInWords, spanInWords } from '#workflows/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { exclusionIn, type CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Deed, type Done, type Once, type Reason, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { beginCover, closeCover } from './cover-parts.server.ts';
import { invitedTeam, isCovered, lengthOf, mayNameDeputy, MOST_DAYS, overlap, type Covered } from './covers.policy.ts';
import type { NewCover } from './covers.schema.ts';
import { whyNotStandIn } from './stand-in.server.ts';

const NAMERS = ['sponsor', 'secondLine', 'support'] as const;
const NOT_YOURS = 'Only the approver themself or the support unit can name a deputy';

/** Names who stands in for an approver or the second line on some days, both counted. It begins at once when the first day is today. */
export async function nameDeputy(actor: Actor, caseId: string, partId: string, wanted: NewCover, once?: Once): Promise<Done<{ coverId: string }> | Refused> {
  return caseCommand(actor, caseId, NAMERS, async (tx, opened, at) => {
    const part = partToCover(opened, partId);
    if (!part) return absent();
    if (!mayNameDeputy(opened.roles, actor.id, part.person_id)) return refused(403, NOT_YOURS);
    const { file, deeds } = await withoutLapsed(tx, opened, at);
    const away = (await namesOf(tx, [part.person_id]))(part.person_id);
    if (file.covers.some((c) => c.membership_id === part.id)) return refused(422, 'A deputy cannot name a deputy');
    if (exclusionIn(file.memberships, file.interests, part.person_id) !== null || invitedTeam(file.case, file.memberships, part.person_id)) return refused(422, `${away} can never decide on this case, so nobody can stand in for them`);
    const deputy = await personByEmail(tx, wanted.email);
    const reasons = [...(await faultsOfDeputy(tx, file, part, deputy)), ...(await faultsOfDays(tx, file, part, deputy?.id, wanted))];
    if (!deputy || reasons.length) return refused(422, ...reasons);
    const cover: Row<'covers'> = {
      id: newId(), case_id: caseId, person_id: part.person_id, role: part.role, deputy_id: deputy.id, from_on: wanted.from, until_on: wanted.until,
      reason: wanted.reason, by: actor.id, at, membership_id: null, ended_at: null, ended_by: null,
    };
    await insertCover(tx, cover);
    await tellBoth(tx, file, cover, { away, deputy: deputy.name }, at);
    const named: Deed = { kind: 'cover.name', caseId, subject: { cover: cover.id, person: part.person_id, deputy: deputy.id, role: part.role }, sentence: `named ${deputy.name} as ${part.person_id === actor.id ? 'their deputy' : `deputy for ${away}`}, ${spanInWords(wanted.from, wanted.until)}`, seals: [['covers', cover.id]] };
    const began = wanted.from === today() ? await beginCover(tx, { ...file, covers: [...file.covers, cover] }, cover, at) : [];
    return done({ coverId: cover.id }, ...deeds, named, ...began);
  }, once);
}

/** Ends a cover before its last day. What the deputy decided stands. */
export async function endCoverEarly(actor: Actor, caseId: string, partId: string, coverId: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, NAMERS, async (tx, file, at) => {
    const part = partToCover(file, partId);
    const cover = part && file.covers.find((c) => c.id === coverId && c.person_id === part.person_id && c.role === part.role);
    if (!cover) return absent();
    if (!mayNameDeputy(file.roles, actor.id, cover.person_id)) return refused(403, NOT_YOURS);
    if (cover.ended_at !== null) return refused(409, 'This cover has ended already');
    return done(null, ...(await closeCover(tx, file, cover, { at, by: actor.id, why: cover.until_on >= today() ? ` before its last day, ${dayInWords(cover.until_on)}` : '' })));
  });
}

/** A live part that somebody can stand in for. */
export function partToCover(file: Pick<CaseFile, 'memberships'>, partId: string): (Row<'memberships'> & { role: Covered }) | undefined {
  const part = file.memberships.find((m) => m.id === partId && m.until_at === null);
  return part && isCovered(part.role) ? (part as typeof part & { role: Covered }) : undefined;
}

/** No sweep may have run since midnight: what is over is ended first, so that it stands in nobody's way. */
async function withoutLapsed(tx: Writer, file: CaseFile, at: string): Promise<{ file: CaseFile; deeds: Deed[] }> {
  const lapsed = file.covers.filter((c) => c.ended_at === null && c.until_on < today());
  const deeds: Deed[] = [];
  for (const cover of lapsed) deeds.push(...(await closeCover(tx, file, cover, { at, by: null, why: `, whose last day was ${dayInWords(cover.until_on)}` })));
  if (lapsed.length === 0) return { file, deeds };
  const [memberships, covers] = await Promise.all([membershipsOfCase(tx, file.case.id), coversOf(tx, file.case.id)]);
  return { file: { ...file, memberships, covers }, deeds };
}

type Part = Row<'memberships'> & { role: Covered };
const at = (field: string, message: string): Reason => ({ field, message });

async function faultsOfDeputy(tx: Writer, file: CaseFile, part: Part, deputy: Row<'people'> | undefined): Promise<Reason[]> {
  if (!deputy?.confirmed_at || deputy.disabled_at) return [at('email', 'There is no account for this address. Check it, or ask them to open an account first')];
  if (deputy.id === file.actor.id) return [at('email', 'You cannot name yourself. Enter the address of somebody else')];
  if (deputy.id === part.person_id) return [at('email', `${deputy.name} cannot stand in for themself. Enter the address of somebody else`)];
  const held = file.memberships.find((m) => m.person_id === deputy.id && m.role === part.role && m.until_at === null);
  if (held && !file.covers.some((c) => c.membership_id === held.id)) return [at('email', `${deputy.name} is ${roleInWords(part.role)} in this case already, and needs no cover to decide`)];
  const why = await whyNotStandIn(tx, file, part.role, deputy);
  return why ? [at('email', why)] : [];
}

async function faultsOfDays(tx: Writer, file: CaseFile, part: Part, deputyId: string | undefined, { from, until }: NewCover): Promise<Reason[]> {
  if (from < today()) return [at('from', 'The first day must be today or later')];
  if (until < from) return [at('until', 'The last day must be the first day or later')];
  if (lengthOf({ from, until }) > MOST_DAYS) return [at('until', `Cover lasts ${MOST_DAYS} days at most, so the last day can be up to ${dayInWords(addDays(from, MOST_DAYS - 1))}`)];
  const open = file.covers.filter((c) => c.ended_at === null && c.role === part.role && overlap({ from, until }, { from: c.from_on, until: c.until_on }));
  const name = await namesOf(tx, open.flatMap((c) => [c.person_id, c.deputy_id]));
  const own = open.find((c) => c.person_id === part.person_id);
  if (own) return [at('from', `${name(own.deputy_id)} stands in from ${spanInWords(own.from_on, own.until_on)} already. Choose days after that, or end that cover first`)];
  const other = open.find((c) => c.deputy_id === deputyId);
  return other ? [at('email', `${name(other.deputy_id)} stands in for ${name(other.person_id)} in this case from ${spanInWords(other.from_on, other.until_on)} already`)] : [];
}

/** The deputy cannot open the case before the first day, so until then their news leads to their own work. */
async function tellBoth(tx: Writer, file: CaseFile, cover: Row<'covers'>, names: { away: string; deputy: string }, now: string): Promise<void> {
  const [days, role] = [spanInWords(cover.from_on, cover.until_on), roleInWords(cover.role)];
  await tell(tx, now, [cover.person_id], { caseId: file.case.id, kind: 'information', about: 'people', text: `${names.deputy} stands in for you as ${role}, ${days}: ${file.case.title}`, link: `/cases/${file.case.id}/people` }, file.actor.id);
  if (cover.from_on === today()) return; // told as it begins
  await tell(tx, now, [cover.deputy_id], { caseId: file.case.id, kind: 'information', about: 'people', text: `You are to stand in for ${names.away} as ${role}, ${days}: ${file.case.title}`, link: '/' }, file.actor.id);
}
