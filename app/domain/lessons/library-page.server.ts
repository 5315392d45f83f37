import type { Reader } from '#db/database.server.ts';
import { countLessons, lessonOfTeam, lessonsBeside, lessonsFound } from '#db/tables/lessons.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { topicsOfSection } from '#workflows/lessons.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { termsIn } from '../search/in-context.ts';
import { lessonShown, type LessonShown } from './lesson-shown.ts';
import type { LibrarySearch } from './library-search.ts';

export interface LibraryPage {
  lessons: LessonShown[];
  count: number;
  page: number;
  last: number;
}

const A_PAGE = 20;

/** The lessons of all teams that stand, newest first: the public ones, and for people signed in the others too. */
export async function libraryPage(reader: Reader, search: LibrarySearch, signedIn: boolean): Promise<LibraryPage> {
  const filter = { stage: search.stage, topic: search.topic, terms: termsIn(search.words), signedIn };
  const count = await countLessons(reader, filter);
  const last = Math.max(1, Math.ceil(count / A_PAGE));
  const page = Math.min(last, /^[1-9]\d{0,3}$/.test(search.page) ? Number(search.page) : 1);
  const rows = await lessonsFound(reader, filter, { limit: A_PAGE, offset: (page - 1) * A_PAGE });
  return { lessons: rows.map(lessonShown), count, page, last };
}

export type LessonFound = { stands: LessonShown } | { withdrawn: { on: string; reason: string } };

/** One lesson at its own address; undefined when there is none that this reader may see. */
export async function lessonFound(reader: Reader, id: string, signedIn: boolean): Promise<LessonFound | undefined> {
  const row = await lessonOfTeam(reader, id);
  if (!row || (row.readers === 'signedIn' && !signedIn)) return undefined;
  return row.withdrawn_at ? { withdrawn: { on: day(dayOf(row.withdrawn_at)), reason: row.withdrawn_reason ?? '' } } : { stands: lessonShown(row) };
}

const BESIDE = 3;

/** What other teams tell about the subject of a section, for the people who write it. */
export async function lessonsForSection(reader: Reader, caseId: string, stage: StageKey, section: string): Promise<Pick<LessonShown, 'id' | 'title' | 'differently' | 'team' | 'kind'>[]> {
  const rows = await lessonsBeside(reader, { caseId, stage, topics: topicsOfSection(section), limit: BESIDE });
  return rows.map(lessonShown).map(({ id, title, differently, team, kind }) => ({ id, title, differently, team, kind }));
}
