import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDatabase } from '#db/open.server.ts';
import { eachEngine, freshDatabase } from '../setup/engines.ts';
import { declaredTables } from './declared.ts';

const declared = declaredTables();
const NUMBERS = ['integer', 'real', 'int8', 'float8'];

test('the declared tables were read', () => {
  expect(declared.size).toBe(89);
  expect(declared.get('answer_versions')?.find((column) => column.name === 'state')).toEqual({
    name: 'state',
    type: 'text',
    nullable: false,
    words: ['answered', 'unknown', 'notApplicable', 'unreadable'],
  });
});

eachEngine((engine) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await freshDatabase(engine);
  });
  afterAll(() => database.close());

  test('the tables have the declared columns, of the declared kind, null where declared', async () => {
    const tables = (await database.reader.introspection.getTables()).filter(({ name }) => !name.startsWith('search_words')); // each engine's own
    const found = tables.map(({ name, columns }): [string, unknown[]] => [
      name,
      columns.map((column) => ({
        name: column.name,
        type: NUMBERS.includes(column.dataType.toLowerCase()) ? 'number' : column.dataType.toLowerCase(),
        nullable: column.isNullable,
      })),
    ]);
    const wanted = [...declared].map(([name, columns]) => [name, columns.map(({ words: _, ...column }) => column)]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  test('every closed set is closed in the database too, with the same words', async () => {
    const checks = await checksOf(database);
    const sets = [...declared].flatMap(([table, columns]) =>
      columns.filter((column) => column.words.length > 0).map((column) => ({ table, column: column.name, words: column.words })),
    );
    expect(sets.length).toBeGreaterThan(20);
    for (const { table, column, words } of sets) {
      expect(wordsIn(checks.get(table) ?? [], column), `${table}.${column}`).toEqual(words);
    }
  });
});

/** The text of each table's checks. */
async function checksOf({ kind, reader }: OpenDatabase): Promise<Map<string, string[]>> {
  const query =
    kind === 'sqlite'
      ? sql<{ table: string; text: string }>`select name as "table", sql as text from sqlite_master where type = 'table'`
      : sql<{ table: string; text: string }>`
          select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c'`;
  const checks = new Map<string, string[]>();
  for (const { table, text } of (await query.execute(reader)).rows) checks.set(table, [...(checks.get(table) ?? []), text]);
  return checks;
}

/** "check (kind in ('a', 'b'))" and "CHECK ((kind = ANY (ARRAY['a'::text, 'b'::text])))" both say a and b. */
function wordsIn(checks: string[], column: string): string[] {
  const set = new RegExp(`\\(+${column} (?:in \\(|= ANY \\(\\(?ARRAY\\[)([^)\\]]+)`);
  const text = checks.flatMap((check) => set.exec(check)?.[1] ?? []).join();
  return [...text.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}
