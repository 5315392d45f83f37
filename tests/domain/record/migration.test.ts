import { Migrator, sql } from 'kysely';
import { expect, it } from 'vitest';
import { Reader } from '#db/database.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { MIGRATIONS } from '#db/migrations/index.ts';
import { verifyRecord } from '#app/domain/record/verify.server.ts';
import { eachEngine, emptyDatabase } from '#tests/setup/engines.ts';

eachEngine((engine) => {
  it('links events of a release that kept no chains as the product would have', async () => {
    const database = await emptyDatabase(engine);
    const older = Object.entries(MIGRATIONS).slice(0, Object.keys(MIGRATIONS).indexOf('0024-record'));
    const provider = { getMigrations: async () => Object.fromEntries(older.map(([name, up]) => [name, { up: (db: typeof database.writer) => up(db, database.kind) }])) };
    expect((await new Migrator({ db: database.writer, provider }).migrateToLatest()).error).toBeUndefined();
    await sql`insert into people (id, email, name, job_title, created_at) values ('ann', 'ann@nhs.test', 'Ann', '', 'x')`.execute(database.writer);
    for (let n = 0; n < 2100; n++) {
      await sql`insert into events (id, kind, actor_id, actor_role, at, subject_json, sentence) values (${`e${String(n).padStart(4, '0')}`}, 'a.b', ${n % 3 ? 'ann' : null}, 'person', ${`2026-01-0${1 + (n % 2)}T00:00:00.000Z`}, '{"with":"é"}', ${`Saw “${n}”`})`.execute(database.writer);
    }
    await migrateToLatest(database);
    const found = await verifyRecord(new Reader(database.reader), { keys: new Map() });
    expect(found).toMatchObject({ entries: 2100, chains: 2, faults: [], clockWentBack: 0 });
    await database.close();
  });
});
