import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { entriesWith, type Scope } from '#db/search.server.ts';
import { lessonsFound } from '#db/tables/lessons.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { publishedGuidance } from '#db/tables/shared-guidance.server.ts';
import { membershipsOf } from '#db/tables/memberships.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { glossary } from '#workflows/glossary.ts';
import { guidance } from '#workflows/guidance.ts';
import { standingsOf } from '../cases/case-file.server.ts';
import { lessonShown } from '../lessons/lesson-shown.ts';
import { pathwayOf } from '../pathways/pathways.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { inContext, termsIn, type Piece } from './in-context.ts';
import { refreshSearch } from './refresh-search.server.ts';
import { scopeOfPost, scopesIn } from './search-scopes.ts';

/** What can be looked for, as the address and the screen name it. */
export const KINDS = { case: 'Cases', answer: 'Answers', comment: 'Comments', document: 'Documents', benefit: 'Benefits', person: 'People', lesson: 'Lessons', guidance: 'Guidance' } as const;
type Kind = keyof typeof KINDS;

export interface Hit {
  to: string;
  kind: string;
  title: Piece[];
  /** Where the words were found. */
  context: Piece[];
  /** "Business case, Riverside therapies (SW-0042)"; empty for guidance. */
  where: string;
}
export interface SearchPage {
  /** As typed. */
  text: string;
  kind: Kind | '';
  page: number;
  hits: Hit[];
  more: boolean;
}

const A_PAGE = 20;
/** So many changes are put into words before a search; more were left by an import, and wait for the sweep. */
const AT_MOST = 500;

/** What this person finds for these words. `page` begins at 1. */
export async function searchFor(reader: Reader, actor: Actor, { text, kind: asked, page }: { text: string; kind: string; page: number }): Promise<SearchPage> {
  const kind: Kind | '' = Object.hasOwn(KINDS, asked) ? (asked as Kind) : '';
  const terms = termsIn(text);
  const nothing: SearchPage = { text, kind, page, hits: [], more: false };
  if (!terms.length) return nothing;
  if (kind === 'guidance') return { ...nothing, hits: await guidanceWith(reader, terms) };
  if (kind === 'lesson') return { ...nothing, ...(await lessonsWith(reader, terms, (page - 1) * A_PAGE, A_PAGE)) };
  await refreshSearch(AT_MOST);
  const rows = await entriesWith(reader, { terms, scopes: await scopesFor(reader, actor), kind: kind || undefined, limit: A_PAGE + 1, offset: (page - 1) * A_PAGE });
  const hits = await hitsOf(reader, rows.slice(0, A_PAGE), terms);
  const others = kind === '' && page === 1 ? [...(await lessonsWith(reader, terms, 0, BESIDE)).hits, ...(await guidanceWith(reader, terms)).slice(0, BESIDE)] : [];
  return { ...nothing, hits: [...hits, ...others], more: rows.length > A_PAGE };
}
const BESIDE = 5;

/** Lessons of every team in which each of the words stands: whoever searches is signed in, so none is closed to them. There are few, so no index of words is kept. */
async function lessonsWith(reader: Reader, terms: readonly string[], offset: number, limit: number): Promise<{ hits: Hit[]; more: boolean }> {
  const rows = await lessonsFound(reader, { terms, signedIn: true }, { limit: limit + 1, offset });
  const hits = rows.slice(0, limit).map((row): Hit => {
    const { id, title, about, team, happened, differently } = lessonShown(row);
    return { to: `/lessons/${id}`, kind: 'Lesson', title: inContext(title, terms), context: inContext(`${happened} ${differently}`, terms), where: `${about}, ${team}` };
  });
  return { hits, more: rows.length > limit };
}

async function scopesFor(reader: Reader, actor: Actor): Promise<Scope[]> {
  const posts = actor.posts.filter((post): post is 'support' | 'auditor' => post !== 'admin');
  if (posts.length) return posts.map(scopeOfPost);
  const live = new Map<string, Row<'memberships'>[]>();
  for (const part of await membershipsOf(reader, actor.id)) if (part.until_at === null) live.set(part.case_id, [...(live.get(part.case_id) ?? []), part]);
  return scopesIn([...live].map(([caseId, parts]) => {
    const standings = standingsOf(parts, actor.id);
    return { caseId, standings, roles: [...new Set(standings.map((s) => s.role))] };
  }));
}

async function hitsOf(reader: Reader, rows: readonly Row<'search_entries'>[], terms: readonly string[]): Promise<Hit[]> {
  const cases = new Map((await casesByIds(reader, [...new Set(rows.map((row) => row.case_id))])).map((row) => [row.id, row]));
  return Promise.all(rows.map(async (row) => {
    const of = cases.get(row.case_id)!;
    const pathway = await pathwayOf(reader, of);
    const stage = row.stage === null ? '' : `${inWords(stageOf(pathway, row.stage as StageKey).stage.title, pathway)}, `;
    return { to: addressOf(row), kind: WORDS[row.kind], title: inContext(row.title, terms), context: inContext(row.body, terms), where: row.kind === 'case' ? '' : `${stage}${of.title} (${of.reference})` };
  }));
}

const WORDS: Record<Row<'search_entries'>['kind'], string> = { case: 'Case', answer: 'Answer', comment: 'Comment', document: 'Document', benefit: 'Benefit', person: 'Person' };

function addressOf({ kind, audience, case_id, stage, place }: Row<'search_entries'>): string {
  const of = `/cases/${case_id}`;
  const [first = '', question = ''] = place.split(' ');
  switch (kind) {
    case 'case': return of;
    case 'person': return `${of}/people`;
    case 'benefit': return `${of}/benefits/${place}`;
    case 'document': return `${of}/documents/${place}`;
    case 'comment': return `${of}/comments/${place}`;
    default: return audience === 'sent' ? `${of}/stages/${stage}/versions/${first}` : `${of}/stages/${stage}/${first}#${question}`;
  }
}

/** Pages of guidance, words of the glossary and answers of mentors in which every term begins a word. */
async function guidanceWith(reader: Reader, terms: readonly string[]): Promise<Hit[]> {
  const every = (text: string) => terms.every((term) => new RegExp(`(?<![\\p{L}\\p{N}])${term}`, 'iu').test(text));
  const hit = (to: string, title: string, text: string): Hit => ({ to, kind: 'Guidance', title: inContext(title, terms), context: inContext(text, terms), where: '' });
  const topics = guidance.flatMap(({ key, title, summary, sections }) => {
    const text = [summary, ...sections.flatMap((s) => [s.heading, ...s.paragraphs, ...(s.bullets ?? [])])].join(' ');
    return every(`${title} ${text}`) ? [{ rank: every(title) ? 0 : every(summary) ? 1 : 2, hit: hit(`/guidance/${key}`, title, text) }] : [];
  });
  const terminology = glossary.filter(({ term, also }) => every([term, ...(also ?? [])].join(' '))).map(({ term, also, meaning }) => ({ rank: 0, hit: hit('/guidance/glossary', [term, ...(also ?? [])].join(', '), meaning) }));
  const shared = (await publishedGuidance(reader)).filter(({ title, text }) => every(`${title} ${text}`)).map(({ topic, title, text }) => ({ rank: every(title) ? 0 : 2, hit: hit(`/guidance/${topic}`, title, text) }));
  return [...topics, ...terminology, ...shared].sort((a, b) => a.rank - b.rank).map((found) => found.hit);
}
