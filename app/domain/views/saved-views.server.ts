import { newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { deleteSavedView, insertSavedView, savedViewById, savedViewsOf } from '#db/tables/saved-views.server.ts';
import { addressOfView, filtersIn, MOST_VIEWS, VIEW_PAGES, type ViewPage } from '#workflows/saved-views.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import type { NewView } from './views.schema.ts';

export interface SavedViewsShown {
  rows: { id: string; name: string; to: string; current: boolean }[];
  /** Where the filters chosen now can be saved; null when none are, or they are saved already. */
  saveTo: string | null;
}

/** A person's views of a page, beside the filters chosen there now. Who has not signed in keeps none. */
export async function viewsFor(reader: Reader, actor: Actor | null, page: ViewPage, asked: URLSearchParams): Promise<SavedViewsShown | null> {
  if (!actor) return null;
  const now = filtersIn(page, asked);
  const rows = (await savedViewsOf(reader, actor.id, page)).map((row) => ({ id: row.id, name: row.name, to: addressOfView(page, row.search), current: row.search === now }));
  return { rows, saveTo: now && !rows.some((row) => row.current) ? `/views/new?${new URLSearchParams({ page, search: now })}` : null };
}

/** Keeps filters under a name: one of a name on a page, and not more than can be looked over. */
export const saveView = (actor: Actor, { page, search, name }: NewView): Promise<Done<{ to: string }> | Refused> =>
  command(doer(actor), async (tx, at) => {
    const kept = filtersIn(page, new URLSearchParams(search));
    if (!kept) return refused(422, { field: 'name', message: 'No filter is chosen. Go back to the list and choose at least one' });
    const views = await savedViewsOf(tx, actor.id, page);
    if (views.length >= MOST_VIEWS) return refused(422, { field: 'name', message: `You have ${MOST_VIEWS} views of this list. Delete one to save another` });
    const alike = views.some((view) => view.name.toLowerCase() === name.toLowerCase());
    if (alike || !(await insertSavedView(tx, { id: newId(), person_id: actor.id, page, name, search: kept, at }))) return refused(422, { field: 'name', message: `You have a view called ${name} here already. Choose another name` });
    return done({ to: addressOfView(page, kept) }, { kind: 'view.save', subject: { page }, sentence: `saved a view of ${VIEW_PAGES[page].title.toLowerCase()}` });
  });

/** Answers with where its list is. Nobody deletes another's view, or learns that it is there. */
export const dropView = (actor: Actor, id: string): Promise<Done<{ to: string }> | Refused> =>
  command(doer(actor), async (tx) => {
    const row = await savedViewById(tx, id);
    if (row?.person_id !== actor.id || !(await deleteSavedView(tx, id))) return absent();
    return done({ to: VIEW_PAGES[row.page].path }, { kind: 'view.delete', subject: { page: row.page }, sentence: `deleted a view of ${VIEW_PAGES[row.page].title.toLowerCase()}` });
  });

const doer = (actor: Actor) => ({ id: actor.id, name: actor.name, role: 'person' });
