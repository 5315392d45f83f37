import { createTable, run } from './kit.ts';
import type { Any, Kind } from './kit.ts';

/** An app that gives codes, beside the password: asked for at sign-in and before a signature by those who set it up. */
export async function up(db: Any, kind: Kind) {
  await createTable(db, kind, 'second_factors', ({ whole }) => `
    person_id text not null primary key references people (id),
    sealed text not null,
    last_step ${whole} not null,
    begun_at text not null,
    confirmed_at text
  `);
  await createTable(db, kind, 'recovery_codes', () => `
    person_id text not null references people (id),
    mark text not null,
    used_at text,
    primary key (person_id, mark)
  `);
  await createTable(db, kind, 'half_sign_ins', () => `
    secret_hash text not null primary key,
    person_id text not null references people (id),
    expires_at text not null
  `);
  await run(db, 'create index half_sign_ins_of_person on half_sign_ins (person_id)');
}
