import { sql } from 'kysely';
import type { ExpressionBuilder } from 'kysely';
import type { Reader } from '../database.server.ts';
import type { Database, Id, Row } from '../schema.ts';
import { countAll } from '../sql.server.ts';

type Comment = Row<'comments'>;

/** The comments of a case that one person sees: their own, and those sent to an audience they belong to, on what they may read. */
export interface CommentsSeen {
  caseId: Id;
  personId: Id;
  audiences: readonly Comment['audience'][];
  stages: readonly string[];
  /** Questions within those stages that are not for this person. */
  hidden: readonly string[];
}
export interface CommentFilter {
  stage?: string;
  question?: string;
  kind?: Comment['kind'];
  state?: Comment['state'];
  /** Written by them. */
  by?: Id;
  /** That mention them. */
  mentions?: Id;
}

function seen(eb: ExpressionBuilder<Database, 'comments'>, { caseId, personId, audiences, stages, hidden }: CommentsSeen) {
  const sent = audiences.length ? eb.and([eb('sent_at', 'is not', null), eb('audience', 'in', audiences)]) : eb.lit(false);
  return eb.and([
    eb('comments.case_id', '=', caseId),
    stages.length ? eb('stage', 'in', stages) : eb.lit(false),
    ...(hidden.length ? [eb('question', 'not in', hidden)] : []),
    eb.or([eb('by', '=', personId), sent]),
  ]);
}

function matches(eb: ExpressionBuilder<Database, 'comments'>, { stage, question, kind, state, by, mentions }: CommentFilter) {
  return eb.and([
    ...(stage === undefined ? [] : [eb('stage', '=', stage)]),
    ...(question === undefined ? [] : [eb('question', '=', question)]),
    ...(kind === undefined ? [] : [eb('kind', '=', kind)]),
    ...(state === undefined ? [] : [eb('state', '=', state)]),
    ...(by === undefined ? [] : [eb('by', '=', by)]),
    ...(mentions === undefined ? [] : [eb('id', 'in', eb.selectFrom('comment_mentions').select('comment_id').where('person_id', '=', mentions))]),
  ]);
}

/** One page, newest first, and how many there are on all. `before`: where the page before ended; one never given out is read as the start. */
export async function pageOfComments(reader: Reader, who: CommentsSeen, { before, limit, ...filter }: CommentFilter & { before?: string; limit: number }): Promise<{ rows: Comment[]; total: number; next: string | null }> {
  const found = reader.db.selectFrom('comments').where((eb) => seen(eb, who)).where((eb) => matches(eb, filter));
  const [at, id] = before?.split('_') ?? [];
  const [{ total }, rows] = await Promise.all([
    found.select(countAll().as('total')).executeTakeFirstOrThrow(),
    found
      .selectAll()
      .$if(at !== undefined && id !== undefined, (query) => query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(at ?? '', id ?? ''))))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute(),
  ]);
  const last = rows.slice(0, limit).at(-1);
  return { rows: rows.slice(0, limit), total, next: last && rows.length > limit ? `${last.at}_${last.id}` : null };
}

/** How many, drafts left out. */
export async function countComments(reader: Reader, who: CommentsSeen, filter: CommentFilter): Promise<number> {
  const { total } = await reader.db
    .selectFrom('comments')
    .select(countAll().as('total'))
    .where((eb) => seen(eb, who))
    .where((eb) => matches(eb, filter))
    .where('sent_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return total;
}

/** How many each of these questions has. */
export async function countsByQuestion(reader: Reader, who: CommentsSeen, questions: readonly string[]): Promise<Map<string, number>> {
  if (questions.length === 0) return new Map();
  const rows = await reader.db
    .selectFrom('comments')
    .select(['question', countAll().as('total')])
    .where((eb) => seen(eb, who))
    .where('question', 'in', questions)
    .groupBy('question')
    .execute();
  return new Map(rows.map((row) => [row.question, row.total]));
}

/** The comments to show beside each question, at most `most`: those not settled before those settled, then the newest. Oldest first in the answer. */
export async function commentsBeside(reader: Reader, who: CommentsSeen, questions: readonly string[], most: number): Promise<Comment[]> {
  if (questions.length === 0) return [];
  const ranked = reader.db
    .selectFrom('comments')
    .select('id')
    .select(sql<number>`row_number() over (partition by question order by case when state = 'settled' then 1 else 0 end, at desc, id desc)`.as('place'))
    .where((eb) => seen(eb, who))
    .where('question', 'in', questions)
    .as('ranked');
  return reader.db
    .selectFrom('comments')
    .innerJoin(ranked, 'ranked.id', 'comments.id')
    .selectAll('comments')
    .where('ranked.place', '<=', most)
    .orderBy('comments.at')
    .orderBy('comments.id')
    .execute();
}
