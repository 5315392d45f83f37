import { fromJson, newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { storiesByIds, storiesOf } from '#db/tables/benefit-stories.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { standingStatements, statementById, statementsAt, statementsOf, type StatementHead } from '#db/tables/statements.server.ts';
import { day, dayOf, moment } from '../../lib/dates.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { storyKindInWords } from '../verdicts/verdicts-in-words.ts';
import { draftStatement, hashOfStory, mayBeShown } from './draft-statement.server.ts';
import type { StatementBody } from './statement-body.ts';
import type { StatementForm } from './statements.schema.ts';

/** A story with its words, as long as consent stands. */
export interface ShownStory {
  id: string;
  kind: string;
  text: string;
  /** "Ann Lee, 3 May 2027". */
  source: string;
  benefit: string;
}
/** What the public reads. */
export interface StatementView {
  body: StatementBody;
  stories: ShownStory[];
  /** Stories of it that may no longer be shown. */
  removed: number;
}
export interface StatementPage extends StatementView {
  example: boolean;
  address: string;
  number: number;
  publishedAt: string;
  sha256: string;
  /** It is the last one published. */
  latest: boolean;
  others: { number: number; on: string; withdrawn: boolean }[];
}
export interface WithdrawnPage {
  title: string;
  number: number;
  on: string;
  reason: string;
}

/** What stands at a public address: the last number, or the one asked for. Undefined when there is none. */
export async function publicStatement(reader: Reader, address: string, number?: number): Promise<{ stands: StatementPage } | { withdrawn: WithdrawnPage } | undefined> {
  const heads = await statementsAt(reader, address);
  const head = number === undefined ? heads.at(-1) : heads.find((one) => one.number === number);
  const row = head && (await statementById(reader, head.id));
  if (!row) return undefined;
  const body = fromJson<StatementBody>(row.body_json);
  if (row.withdrawn_at) return { withdrawn: { title: body.service.title, number: row.number, on: day(dayOf(row.withdrawn_at)), reason: row.withdrawn_reason ?? '' } };
  const others = heads.filter((one) => one !== head).map((one) => ({ number: one.number, on: day(dayOf(one.at)), withdrawn: one.withdrawn_at !== null })).reverse();
  return { stands: { ...(await viewOf(reader, body)), example: body.shownAs === 'example', address, number: row.number, publishedAt: moment(row.at), sha256: row.sha256, latest: head === heads.at(-1), others } };
}

/** The bytes of one number as they were hashed; 'withdrawn' when it was taken back, undefined when there is none. */
export async function statementRecord(reader: Reader, address: string, number: number): Promise<string | undefined> {
  const head = (await statementsAt(reader, address)).find((one) => one.number === number);
  const row = head && (await statementById(reader, head.id));
  return row && (row.withdrawn_at ? 'withdrawn' : row.body_json);
}

/** The body with the words of its stories, as far as consent still stands. */
async function viewOf(reader: Reader, body: StatementBody): Promise<StatementView> {
  const rows = await storiesByIds(reader, body.stories.map(({ id }) => id));
  const stories = body.stories.flatMap((story): ShownStory[] => {
    const row = rows.find(({ id }) => id === story.id);
    if (!row || !mayBeShown(row) || hashOfStory(row) !== story.sha256) return [];
    const benefit = body.benefits.find(({ number }) => number === story.benefit);
    return [{ id: row.id, kind: storyKindInWords(row.kind), text: row.text, source: [row.consent === 'named' ? row.person_name : '', day(row.heard_on)].filter(Boolean).join(', '), benefit: benefit?.title ?? '' }];
  });
  return { body, stories, removed: body.stories.length - stories.length };
}

/** The last statement of each enterprise that stands, newest first. */
export async function publishedStatements(reader: Reader): Promise<{ address: string; title: string; commissioner: string | null; on: string; promises: number; shownAs: StatementBody['shownAs'] }[]> {
  const rows = await standingStatements(reader);
  return rows.filter((row, i) => rows.findIndex(({ case_id }) => case_id === row.case_id) === i).map((row) => {
    const body = fromJson<StatementBody>(row.body_json);
    return { address: row.address, title: body.service.title, commissioner: body.service.commissioner, on: day(body.publishedOn), promises: body.benefits.length, shownAs: body.shownAs };
  });
}

/** What the owners prepare a statement with. */
export interface StatementDesk {
  case: CaseHead;
  example: boolean;
  /** Of the form that publishes: sent again, it does nothing new. */
  key: string;
  stories: { id: string; label: string; text: string }[];
  /** Stories that may not be shown outside. */
  kept: number;
  published: { number: number; on: string; withdrawn: boolean }[];
  address: string | null;
  /** What the last one said and showed, to start from. */
  last: StatementForm;
  stands: boolean;
}

export async function statementDesk(reader: Reader, file: CaseFile): Promise<StatementDesk> {
  const rows = await benefitsOf(reader, file.case.id);
  const [stories, heads] = await Promise.all([storiesOf(reader, rows.map(({ id }) => id)), statementsOf(reader, file.case.id)]);
  const titled = (id: string) => rows.find((row) => row.id === id)!.title;
  const shown = stories.filter(mayBeShown);
  return {
    case: headOf(file), example: isExample(file), key: newId(), kept: stories.length - shown.length,
    stories: shown.map((s) => ({ id: s.id, text: s.text, label: `${storyKindInWords(s.kind)} for "${titled(s.benefit_id)}"${s.consent === 'named' ? `, by ${s.person_name}` : ', without a name'}` })),
    published: heads.map((head) => ({ number: head.number, on: day(dayOf(head.at)), withdrawn: head.withdrawn_at !== null })).reverse(),
    address: heads[0]?.address ?? null, last: await lastWords(reader, heads.at(-1)), stands: heads.some(({ withdrawn_at }) => withdrawn_at === null),
  };
}

async function lastWords(reader: Reader, head: StatementHead | undefined): Promise<StatementForm> {
  const row = head && (await statementById(reader, head.id));
  if (!row) return { words: '', stories: [] };
  const { words, stories } = fromJson<StatementBody>(row.body_json);
  return { words, stories: stories.map(({ id }) => id) };
}

/** The statement as the public would read it if it were published now, and its hash. */
export async function previewStatement(reader: Reader, file: CaseFile, form: StatementForm): Promise<StatementView & { sha256: string }> {
  const { body, sha256 } = await draftStatement(reader, file, form);
  return { ...(await viewOf(reader, body)), sha256 };
}
