import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { endCover, giveCoverPart } from '#db/tables/covers.server.ts';
import { endMembership, insertMembership } from '#db/tables/memberships.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import { exclusionIn, type CaseFile } from '../cases/case-file.server.ts';
import type { Deed } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { invitedTeam } from './covers.policy.ts';

export type CoverFile = Pick<CaseFile, 'case' | 'memberships' | 'interests' | 'covers'>;

/**
 * A cover's first day has come: its deputy gets a part of the same role, for the same body. It ends instead when, since it
 * was named, the deputy or the person covered was shut out, the one got the part themself or the other left.
 */
export async function beginCover(tx: Writer, file: CoverFile, cover: Row<'covers'>, at: string): Promise<Deed[]> {
  const live = (personId: string) => file.memberships.find((m) => m.person_id === personId && m.role === cover.role && m.until_at === null);
  const held = live(cover.person_id);
  const shut = [cover.person_id, cover.deputy_id].some((id) => exclusionIn(file.memberships, file.interests, id) !== null || invitedTeam(file.case, file.memberships, id));
  if (!held || shut || live(cover.deputy_id)) return closeCover(tx, file, cover, { at, by: null, why: ', which could not begin' });
  const id = newId();
  await insertMembership(tx, {
    id, case_id: cover.case_id, person_id: cover.deputy_id, role: cover.role, organisation_id: held.organisation_id,
    stages_json: null, invited_by: cover.by, from_at: at, until_at: null,
  });
  await giveCoverPart(tx, cover.id, id);
  const name = await namesOf(tx, [cover.person_id, cover.deputy_id]);
  const [away, role, until] = [name(cover.person_id), roleInWords(cover.role), dayInWords(cover.until_on)];
  await tell(tx, at, [cover.deputy_id], {
    caseId: cover.case_id, kind: 'needsYou', about: 'people', text: `You stand in for ${away} as ${role} until ${until}: ${file.case.title}`, link: `/cases/${cover.case_id}`, because: `What waits for ${away} waits for you too.`,
  }, null);
  return [{ kind: 'cover.begin', caseId: cover.case_id, subject: { ...subjectOf(cover), by: 'Slipway' }, sentence: `gave ${name(cover.deputy_id)} the part of ${role} in place of ${away} until ${until}` }];
}

/** Ends a cover and the part it made, and tells both. `why`: what follows "ended Ann Lee's cover for Karen Hall". `by`: null when time did it. */
export async function closeCover(tx: Writer, file: CoverFile, cover: Row<'covers'>, { at, by, why = '' }: { at: string; by: string | null; why?: string }): Promise<Deed[]> {
  if (!(await endCover(tx, cover.id, at, by))) return [];
  if (cover.membership_id) await endMembership(tx, cover.membership_id, at);
  const name = await namesOf(tx, [cover.person_id, cover.deputy_id]);
  const what = `${name(cover.deputy_id)}'s cover for ${name(cover.person_id)}`;
  const news = { caseId: cover.case_id, kind: 'information' as const, about: 'people' as const, text: `${what} has ended: ${file.case.title}` };
  await tell(tx, at, [cover.person_id], { ...news, link: `/cases/${cover.case_id}/people` }, by);
  await tell(tx, at, [cover.deputy_id], { ...news, link: '/' }, by); // the case is closed to them now
  return [{ kind: 'cover.end', caseId: cover.case_id, subject: subjectOf(cover), sentence: `ended ${what}${why}` }];
}

/** Somebody's part has ended: with it the cover that made it, and the cover of whoever stood in for them. */
export async function closeCoversOf(tx: Writer, file: CoverFile, part: Row<'memberships'>, at: string, by: string): Promise<Deed[]> {
  const deeds: Deed[] = [];
  for (const cover of file.covers.filter((c) => c.ended_at === null && (c.membership_id === part.id || (c.person_id === part.person_id && c.role === part.role)))) {
    deeds.push(...(await closeCover(tx, file, cover, { at, by })));
  }
  return deeds;
}

const subjectOf = (cover: Row<'covers'>) => ({ cover: cover.id, person: cover.person_id, deputy: cover.deputy_id, role: cover.role });
