import { sql } from 'kysely';
import type { ExpressionBuilder } from 'kysely';
import type { Reader } from '../database.server.ts';
import type { Database, Id, Row } from '../schema.ts';
import { anywhere, countAll } from '../sql.server.ts';

export interface CaseFilter {
  /** Cases this person has a live part in; absent: all cases. */
  personId?: Id;
  state?: string | readonly string[];
  pathway?: string;
  commissionerId?: Id;
  /** Cases where this stage was opened, and, with `stageStates`, is in one of these states. */
  stage?: string;
  stageStates?: readonly string[];
  /** Anywhere in the title or the reference, in any case of letters. */
  text?: string;
}

export interface PageOfCases {
  rows: Row<'cases'>[];
  /** How many cases the filter finds, on all pages. */
  total: number;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/**
 * One page of the cases a filter finds, newest first. `after` is the `next` of the page before: a place, not a
 * number of rows to skip, so the hundredth page costs what the first does. An `after` that was never given out is
 * read as the start.
 */
export async function pageOfCases(
  reader: Reader,
  { after, limit, ...filter }: CaseFilter & { after?: string; limit: number },
): Promise<PageOfCases> {
  const found = reader.db.selectFrom('cases').where((eb) => eb.and(conditions(eb, filter)));
  const counted = await found.select(countAll().as('total')).executeTakeFirstOrThrow();
  const [createdAt, id] = after?.split('_') ?? [];
  const rows = await found
    .selectAll()
    .$if(createdAt !== undefined && id !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(createdAt ?? '', id ?? ''))),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, total: counted.total, next: last && rows.length > limit ? `${last.created_at}_${last.id}` : null };
}

function conditions(eb: ExpressionBuilder<Database, 'cases'>, filter: CaseFilter) {
  const { personId, state, pathway, commissionerId, stage, text } = filter;
  return [
    ...(personId === undefined ? [] : [eb('id', 'in', liveCases(eb, personId))]),
    ...(state === undefined ? [] : [eb('state', 'in', [state].flat())]),
    ...(pathway === undefined ? [] : [eb('pathway', '=', pathway)]),
    ...(commissionerId === undefined ? [] : [eb('commissioner_id', '=', commissionerId)]),
    ...(stage === undefined ? [] : [eb.exists(openedStage(eb, stage, filter.stageStates))]),
    ...(text ? [sql<boolean>`(lower(title) like ${anywhere(text)} escape '\\' or lower(reference) like ${anywhere(text)} escape '\\')`] : []),
  ];
}

const liveCases = (eb: ExpressionBuilder<Database, 'cases'>, personId: Id) =>
  eb.selectFrom('memberships').select('case_id').where('person_id', '=', personId).where('until_at', 'is', null);

const openedStage = (eb: ExpressionBuilder<Database, 'cases'>, stage: string, states?: readonly string[]) =>
  eb
    .selectFrom('stages')
    .select('stages.id')
    .whereRef('stages.case_id', '=', 'cases.id')
    .where('stages.stage', '=', stage)
    .where('stages.opened_at', 'is not', null)
    .$if(states !== undefined, (query) => query.where('stages.state', 'in', states ?? []));

/** The ids of the cases the person has a live part in. */
export async function liveCaseIdsOf(reader: Reader, personId: Id): Promise<Id[]> {
  const rows = await reader.db
    .selectFrom('memberships')
    .select('case_id')
    .distinct()
    .where('person_id', '=', personId)
    .where('until_at', 'is', null)
    .execute();
  return rows.map((row) => row.case_id);
}

/** The ids of the organisations that commission any case; with a person, any case they have a live part in. */
export async function commissionerIds(reader: Reader, personId?: Id): Promise<Id[]> {
  const rows = await reader.db
    .selectFrom('cases')
    .select('commissioner_id')
    .distinct()
    .where('commissioner_id', 'is not', null)
    .where((eb) => eb.and(personId === undefined ? [] : [eb('id', 'in', liveCases(eb, personId))]))
    .execute();
  return rows.flatMap((row) => row.commissioner_id ?? []);
}

/** The invented case that anyone may look round; undefined when none was loaded. */
export const exampleCase = (reader: Reader): Promise<Pick<Row<'cases'>, 'id' | 'title'> | undefined> =>
  reader.db.selectFrom('cases').select(['id', 'title']).where('shown_as', '=', 'example').orderBy('created_at').limit(1).executeTakeFirst();
