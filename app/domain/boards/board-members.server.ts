import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { ACTION_TITLES, VIEW_TITLES } from './boards.policy.ts';

/** A member of a board and what they said of the version. */
export interface MemberShown {
  id: string;
  name: string;
  organisation: string;
  view: Row<'board_views'>['view'] | null;
  /** The view as it is called; "Cannot take part" for who is shut out; "No view" when none is in. */
  title: string;
  /** Reasons; why they cannot take part and what they do about it. */
  words: string;
  at: string | null;
}

/** Names for members, in the order given; for whom they sit by the view they gave, else by their part. */
export async function membersShown(reader: Reader, { memberships }: Pick<CaseFile, 'memberships'>, members: readonly { id: string; shutOut: string | null }[], views: readonly Row<'board_views'>[]): Promise<MemberShown[]> {
  const seat = (id: string) => views.find((v) => v.by === id)?.organisation_id ?? memberships.filter((m) => m.person_id === id && m.role === 'boardMember').at(-1)?.organisation_id ?? null;
  const [people, organisations] = await Promise.all([
    members.length ? peopleByIds(reader, members.map(({ id }) => id)) : [],
    organisationsByIds(reader, [...new Set(members.flatMap(({ id }) => seat(id) ?? []))]),
  ]);
  return members.map(({ id, shutOut }) => {
    const view = views.find((v) => v.by === id);
    return {
      id, name: people.find((p) => p.id === id)?.name ?? 'Somebody', organisation: organisations.find((o) => o.id === seat(id))?.name ?? '',
      view: view?.view ?? null, ...said(view, shutOut), at: view?.at ?? null,
    };
  });
}

function said(view: Row<'board_views'> | undefined, shutOut: string | null): Pick<MemberShown, 'title' | 'words'> {
  const done = view?.action ? `${ACTION_TITLES[view.action].recorded}. ` : '';
  if (shutOut !== null) return { title: 'Cannot take part', words: `${done}${inThirdPerson(shutOut)}${view?.words ? `. ${view.words}` : ''}` };
  return view ? { title: VIEW_TITLES[view.view], words: done + view.words } : { title: 'No view', words: '' };
}

/** "You cannot decide: you were in this team until ..." as others read it: "Was in this team until ...". */
const inThirdPerson = (sentence: string) => sentence.replace(/^You cannot decide: you (were|are) /, (_, tense: string) => (tense === 'were' ? 'Was ' : 'Is '));
