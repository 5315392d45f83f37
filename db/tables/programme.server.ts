import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader } from '../database.server.ts';
import type { Day, Id, Row } from '../schema.ts';

/** Which cases are looked at, and which of their benefits. */
export interface ProgrammeFilter {
  /** Only cases in which this person holds one of these roles today; absent: every case. */
  seenBy?: { personId: Id; roles: readonly string[] };
  /** Only cases that are neither illustrations nor examples. */
  real?: boolean;
  /** null: cases without one. */
  commissionerId?: Id | null;
  pathway?: string;
  objectiveId?: Id;
  category?: string;
  /** Live since a day in these bounds, both counted; 'not': not live yet. */
  live?: { from?: Day; to?: Day } | 'not';
}

/** How far a benefit has got, of which each has exactly one. `verdict`: the newest that stands. */
export interface Place {
  settled: 'contracted' | 'leftOut' | 'undecided' | 'withdrawn';
  measurable: 0 | 1;
  measured: 0 | 1;
  verdict: Row<'verdicts'>['verdict'] | null;
}
/** Places that count alike. What is left out does not matter. */
export type Places = { settled: readonly Place['settled'][] } & Partial<Omit<Place, 'settled'>>;

/** What a count is of: cases of one commissioner on one pathway, or benefits of one category. */
export type Grouping = { by: 'case'; commissioner_id: Id | null; pathway: string; category: null } | { by: 'category'; commissioner_id: null; pathway: null; category: string };
export interface Sum {
  n: number;
  /** Of those that have a value: their sum a year, and how many they are. */
  pence: number | null;
  valued: number;
}
export type PlaceCount = Grouping & Place & Sum;

/**
 * How many benefits stand in which place, by case and by category: each of the two adds up to all. `measuring`: the
 * states in which results come in. Each benefit is looked at once, and no result at all.
 */
export async function placesOfBenefits(reader: Reader, filter: ProgrammeFilter, measuring: readonly string[]): Promise<PlaceCount[]> {
  const place = sql`settled, measurable, measured, verdict`;
  const { rows } = await sql<PlaceCount>`
    with each_benefit as materialized (
      select c.commissioner_id, c.pathway, b.category, b.value_per_year_pence as pence, ${placeOf(measuring)}
      from benefits b join cases c on c.id = b.case_id where ${benefitIn(filter)}
    )
    select 'case' as "by", commissioner_id, pathway, null as category, ${place}, ${SUM} from each_benefit group by commissioner_id, pathway, ${place}
    union all
    select 'category' as "by", null, null, category, ${place}, ${SUM} from each_benefit group by category, ${place}
  `.execute(reader.db);
  return rows;
}

const SUM = sql`count(*) as n, sum(pence) as pence, count(pence) as valued`;

/** How many benefits stand in these places. */
export async function sumOfBenefits(reader: Reader, filter: ProgrammeFilter, measuring: readonly string[], places: Places): Promise<Sum> {
  const { rows } = await sql<Sum>`
    select ${SUM} from (
      select b.value_per_year_pence as pence from benefits b join cases c on c.id = b.case_id where ${benefitIn(filter)} and ${placeIn(places, measuring)}
    ) as found`.execute(reader.db);
  return rows[0]!;
}

export type CaseCount = Grouping & { cases: number; live: number; first_live_on: Day | null; last_live_on: Day | null };

/** How many cases there are by commissioner and pathway, and by the categories of what they promised. */
export async function countsOfCases(reader: Reader, filter: ProgrammeFilter): Promise<CaseCount[]> {
  const counts = sql`count(*) as cases, count(live_on) as live, min(live_on) as first_live_on, max(live_on) as last_live_on`;
  const { rows } = await sql<CaseCount>`
    with each_case as materialized (select c.id, c.commissioner_id, c.pathway, c.live_on from cases c where ${caseIn(filter)}),
    by_category as (
      select distinct b.category, e.id, e.live_on from each_case e join benefits b on b.case_id = e.id where ${categoryIn(filter)}
    )
    select 'case' as "by", commissioner_id, pathway, null as category, ${counts} from each_case group by commissioner_id, pathway
    union all
    select 'category' as "by", null, null, category, ${counts} from by_category group by category
  `.execute(reader.db);
  return rows;
}

/** How many of the cases are tagged with each objective. */
export async function casesPerObjective(reader: Reader, filter: ProgrammeFilter): Promise<{ objective_id: Id; cases: number }[]> {
  const { rows } = await sql<{ objective_id: Id; cases: number }>`
    select t.objective_id, count(*) as cases from case_objectives t join cases c on c.id = t.case_id where ${caseIn(filter)} group by t.objective_id`.execute(reader.db);
  return rows;
}

/** Whether there is a real case among those looked at. */
export async function hasRealCase(reader: Reader, { seenBy }: Pick<ProgrammeFilter, 'seenBy'>): Promise<boolean> {
  const { rows } = await sql`select 1 from cases c where ${caseIn({ ...(seenBy && { seenBy }), real: true })} limit 1`.execute(reader.db);
  return rows.length > 0;
}

/** When the first case was begun: the first real one where there is one. Null before there is any. */
export async function firstCaseAt(reader: Reader): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`
    select created_at as at from cases order by case shown_as when 'real' then 0 else 1 end, created_at limit 1`.execute(reader.db);
  return rows[0]?.at ?? null;
}

/** The commissioners of the cases looked at. */
export async function commissionersIn(reader: Reader, filter: ProgrammeFilter): Promise<Id[]> {
  const { rows } = await sql<{ id: Id | null }>`select distinct c.commissioner_id as id from cases c where ${caseIn(filter)}`.execute(reader.db);
  return rows.flatMap(({ id }) => id ?? []);
}

export interface Page<T> {
  rows: T[];
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}
export type ProgrammeBenefit = Row<'benefits'> & Place & Pick<Row<'cases'>, 'reference' | 'commissioner_id' | 'pathway' | 'live_on'> & { case_title: string };

/** One page of benefits by the reference of their case and their number: an order that says nothing of results. */
export async function pageOfBenefits(reader: Reader, filter: ProgrammeFilter, measuring: readonly string[], { places, after = '', limit }: { places?: Places; after?: string; limit: number }): Promise<Page<ProgrammeBenefit>> {
  const [reference = '', number = '0'] = after.split('_');
  const { rows } = await sql<ProgrammeBenefit>`
    select b.*, c.reference, c.title as case_title, c.commissioner_id, c.pathway, c.live_on, ${placeOf(measuring)}
    from cases c join benefits b on b.case_id = c.id
    where c.reference >= ${reference} and (c.reference > ${reference} or b.number > ${Number(number) || 0})
      and ${benefitIn(filter)} ${places ? sql`and ${placeIn(places, measuring)}` : sql``}
    order by c.reference, b.number limit ${limit + 1}
  `.execute(reader.db);
  return paged(rows, limit, (row) => `${row.reference}_${row.number}`);
}

/** One page of cases by their reference. */
export async function pageOfProgrammeCases(reader: Reader, filter: ProgrammeFilter, { after = '', limit }: { after?: string; limit: number }): Promise<Page<Row<'cases'>>> {
  const { rows } = await sql<Row<'cases'>>`
    select c.* from cases c where c.reference > ${after} and ${caseIn(filter)} order by c.reference limit ${limit + 1}`.execute(reader.db);
  return paged(rows, limit, (row) => row.reference);
}

function paged<T>(rows: T[], limit: number, placeIn: (row: T) => string): Page<T> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: last && rows.length > limit ? placeIn(last) : null };
}

const all = (conditions: (RawBuilder<unknown> | undefined | false)[]) => {
  const asked = conditions.filter((one): one is RawBuilder<unknown> => Boolean(one));
  return asked.length ? sql<boolean>`(${sql.join(asked, sql` and `)})` : sql<boolean>`1 = 1`;
};

/** On `c`; with a category, cases that promised something of it. */
const caseIn = (filter: ProgrammeFilter) => all([
  caseMatches(filter),
  filter.category !== undefined && sql`exists (select 1 from benefits f where f.case_id = c.id and f.category = ${filter.category})`,
]);

const categoryIn = ({ category }: ProgrammeFilter) => all([category !== undefined && sql`b.category = ${category}`]);
/** On `b` and `c`. */
const benefitIn = (filter: ProgrammeFilter) => all([caseMatches(filter), categoryIn(filter)]);

function caseMatches({ seenBy, real, commissionerId, pathway, objectiveId, live }: ProgrammeFilter) {
  return all([
    seenBy && sql`c.id in (select m.case_id from memberships m where m.person_id = ${seenBy.personId} and m.until_at is null and m.role in (${sql.join(seenBy.roles)}))`,
    real && sql`c.shown_as = 'real'`,
    commissionerId === null ? sql`c.commissioner_id is null` : commissionerId !== undefined && sql`c.commissioner_id = ${commissionerId}`,
    pathway !== undefined && sql`c.pathway = ${pathway}`,
    objectiveId !== undefined && sql`c.id in (select o.case_id from case_objectives o where o.objective_id = ${objectiveId})`,
    live === 'not' && sql`c.live_on is null`,
    live !== undefined && live !== 'not' && all([live.from !== undefined && sql`c.live_on >= ${live.from}`, live.to !== undefined && sql`c.live_on <= ${live.to}`]),
  ]);
}

/*
 * The thread of a benefit in SQL, as threadOf of the law reads it: a test holds the two together. Blank is not said.
 */
const told = sql`(b.evidence_kind is not null and b.evidence_kind <> 'numbers')`;
const aimed = sql`case b.direction when 'band' then b.band_low is not null and b.band_high is not null when 'maintain' then b.baseline is not null else b.target is not null end`;
const inNumbers = sql`(b.unit <> '' and b.direction is not null and b.baseline is not null and b.baseline_on <> '' and ${aimed})`;
const isMeasurable = sql`(b.measure <> '' and b.baseline_source <> '' and b.target_on <> '' and (${told} or ${inNumbers}))`;
const isLeftOut = sql`(b.treatment <> 'contracted' and b.treatment_reason <> '' and b.treatment_agreed_at is not null)`;
const settled = sql`case when b.withdrawn_at is not null then 'withdrawn'
  when b.treatment = 'contracted' and b.clause <> '' and b.frequency <> '' and ${isMeasurable} then 'contracted'
  when ${isLeftOut} then 'leftOut' else 'undecided' end`;
const measurable = sql`case when ${isMeasurable} then 1 else 0 end`;
const isMeasured = (measuring: readonly string[]) => sql`b.state in (${sql.join(measuring)})`;
/** Newest review first; asked only of benefits that are measured. */
const newest = sql`(select v.verdict from verdicts v
  where v.benefit_id = b.id and not exists (select 1 from verdicts later where later.replaces_id = v.id)
  order by v.review_on desc, v.at desc limit 1)`;

const placeOf = (measuring: readonly string[]) => sql`${settled} as settled, ${measurable} as measurable,
  case when ${isMeasured(measuring)} then 1 else 0 end as measured, case when ${isMeasured(measuring)} then ${newest} end as verdict`;

const placeIn = (places: Places, measuring: readonly string[]) => all([
  sql`${settled} in (${sql.join(places.settled)})`,
  places.measurable !== undefined && sql`${measurable} = ${places.measurable}`,
  places.measured !== undefined && (places.measured ? isMeasured(measuring) : sql`not ${isMeasured(measuring)}`),
  places.verdict === null ? sql`${newest} is null` : places.verdict !== undefined && sql`${newest} = ${places.verdict}`,
]);
