import { createTable, oneOf, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/**
 * What can be found: one row for each thing, in words, with who may find it. Triggers on the things themselves say what
 * has changed since, in the transaction of the change, so that no writer can forget to. The words go where each engine
 * looks for words: FTS5, or a tsvector.
 */
export async function up(db: Any, kind: Kind) {
  const number = kind === 'sqlite' ? 'integer primary key not null' : 'bigint generated always as identity primary key';
  await createTable(db, kind, 'search_entries', () => `
    number ${number},
    source text not null ${oneOf('source', 'case', 'answer', 'submission', 'comment', 'document', 'benefit', 'membership')},
    source_id text not null,
    case_id text not null references cases (id),
    kind text not null ${oneOf('kind', 'case', 'answer', 'comment', 'document', 'benefit', 'person')},
    audience text not null,
    stage text,
    place text not null,
    title text not null,
    body text not null
  `);
  await run(db, 'create index search_entries_of_source on search_entries (source, source_id)');
  await run(db, 'create index search_entries_of_case on search_entries (case_id)');
  await createTable(db, kind, 'search_stale', () => `
    source text not null ${oneOf('source', 'case', 'answer', 'submission', 'comment', 'document', 'benefit', 'membership')},
    source_id text not null,
    primary key (source, source_id)
  `);
  await (kind === 'sqlite' ? wordsOnSqlite(db) : wordsOnPostgres(db));
  for (const [source, table, when, id] of WATCHED) await watch(db, kind, source, table, when, id);
  for (const [source, table, id] of BEGUN) await run(db, `insert into search_stale (source, source_id) select '${source}', ${id} from ${table} where true`);
}

/** Which change of which table makes which source stale: the id is an expression on the new row, or a query of several. */
const WATCHED = [
  ['case', 'cases', 'insert', 'new.id'],
  ['case', 'cases', 'update of title, summary, parent_id, commissioner_id', 'new.id'],
  ['case', 'organisations', 'update of name', 'id from cases where parent_id = new.id or commissioner_id = new.id'],
  ['answer', 'answers', 'insert', "new.case_id || ' ' || new.question"],
  ['answer', 'answers', 'update', "new.case_id || ' ' || new.question"],
  ['submission', 'submissions', 'insert', 'id from submissions where case_id = new.case_id and stage = new.stage'], // the one before stands no more
  ['submission', 'submissions', 'update of withdrawn_at', 'id from submissions where case_id = new.case_id and stage = new.stage'],
  ['comment', 'comments', 'insert', 'new.id'],
  ['comment', 'comments', 'update', 'new.id'],
  ['comment', 'comments', 'delete', 'old.id'],
  ['document', 'documents', 'insert', 'new.id'],
  ['document', 'documents', 'update', 'new.id'],
  ['benefit', 'benefits', 'insert', 'new.id'],
  ['benefit', 'benefits', 'update', 'new.id'],
  ['membership', 'memberships', 'insert', 'new.id'],
  ['membership', 'memberships', 'update', 'new.id'],
  ['membership', 'people', 'update of name', 'id from memberships where person_id = new.id'],
] as const;
/** What was there before this migration. */
const BEGUN = [
  ['case', 'cases', 'id'], ['answer', 'answers', "case_id || ' ' || question"], ['submission', 'submissions', 'id'], ['comment', 'comments', 'id'],
  ['document', 'documents', 'id'], ['benefit', 'benefits', 'id'], ['membership', 'memberships', 'id'],
] as const;

async function watch(db: Any, kind: Kind, source: string, table: string, when: string, id: string) {
  const name = `search_${table}_${when.split(' ')[0]}`;
  const stale = `insert into search_stale (source, source_id) select '${source}', ${id}${id.includes(' from ') ? '' : ' where true'} on conflict do nothing;`;
  await after(db, kind, { name, table, when, body: stale });
}

interface After {
  name: string;
  table: string;
  when: string;
  body: string;
}
async function after(db: Any, kind: Kind, { name, table, when, body }: After) {
  if (kind === 'sqlite') return run(db, `create trigger ${name} after ${when} on ${table} for each row begin ${body} end`);
  await run(db, `create function ${name}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`);
  return run(db, `create trigger ${name} after ${when} on ${table} for each row execute function ${name}()`);
}

/** `scope` holds the case as one word, so that the words of other cases are passed over before anything is read. */
async function wordsOnSqlite(db: Any) {
  await run(db, "create virtual table search_words using fts5 (title, body, scope, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2')");
  await after(db, 'sqlite', {
    name: 'search_entries_words', table: 'search_entries', when: 'insert',
    body: "insert into search_words (rowid, title, body, scope) values (new.number, new.title, new.body, replace(new.case_id, '-', ''));",
  });
  await after(db, 'sqlite', { name: 'search_entries_words_go', table: 'search_entries', when: 'delete', body: 'delete from search_words where rowid = old.number;' });
}

async function wordsOnPostgres(db: Any) {
  await run(db, 'create table search_words (number bigint primary key references search_entries (number) on delete cascade, words tsvector not null)');
  await run(db, 'create index search_words_found on search_words using gin (words)');
  await after(db, 'postgres', {
    name: 'search_entries_words', table: 'search_entries', when: 'insert',
    body: `insert into search_words (number, words) values (new.number, setweight(to_tsvector('english', ${plain('new.title')}), 'A') || setweight(to_tsvector('english', ${plain('new.body')}), 'D'));`,
  });
}

/** Letters without their accents, as FTS5 reads them; PostgreSQL has that only as an extension. */
const plain = (text: string) => `translate(${text}, 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ', 'aaaaaaceeeeiiiinoooooouuuuyyAAAAAACEEEEIIIINOOOOOOUUUUY')`;
