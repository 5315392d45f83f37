import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { entriesAfter, lastOfChain } from '#db/tables/record.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { beginRecord } from '#app/domain/record/begin-record.server.ts';
import { appendEntry, hashOfEntry, type Entry } from '#app/domain/record/chain.server.ts';
import { signHead } from '#app/domain/record/heads.server.ts';
import { verifyRecord, type Against } from '#app/domain/record/verify.server.ts';
import { smallCase, smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, toItsApprover, value } from '#tests/setup/walk.ts';
import { ownKeys } from './keys-and-heads.ts';

/* An attacker who can write to the database, with its triggers out of the way, but cannot reach the keys and the heads beside them. */

let world: SmallWorld;
let caseId: string;
let keys: ReturnType<typeof ownKeys>;
let against: Against;
let honest: Entry[];

beforeAll(async () => {
  keys = ownKeys();
  world = await smallWorld('sqlite');
  caseId = await smallCase(world);
  await beginRecord();
  await pass(world, caseId, 'readiness');
  await pass(world, caseId, 'proposal');
  await toItsApprover(world, caseId, 'business-case');
  value(await judge(world, caseId, 'business-case', 'changesRequested', { reasons: [{ code: 'change', text: 'Add the reserve' }] }));
  const triggers = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(world.open.writer);
  for (const { name } of triggers.rows) await sql.raw(`drop trigger ${name}`).execute(world.open.writer);
  await sql.raw('pragma foreign_keys = off').execute(world.open.writer);
  against = keys.against();
  honest = await entriesAfter(reader(), { chain: caseId, number: 0 }, 1000, caseId);
});
afterAll(async () => {
  await world.close();
  keys.forget();
});

const faults = async () => (await verifyRecord(reader(), against)).faults;
const run = (statement: string) => sql.raw(statement).execute(database().writer);
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Does harm, looks, and puts everything back. */
async function found(harm: () => Promise<unknown>) {
  await run('begin');
  try {
    await harm();
    // The reader's connection sees only what is committed: look through the writer's.
    return (await verifyRecord({ db: database().writer } as never, against)).faults;
  } finally {
    await run('rollback');
  }
}

const COLUMNS = ['id', 'kind', 'actor_role', 'at', 'subject_json', 'sentence', 'hash'] as const;
const anEntry = fc.nat().map((n) => honest[n % honest.length]!);

/** Another letter in one place of one column. */
const edit = fc.tuple(anEntry, fc.constantFrom(...COLUMNS), fc.nat(), fc.integer({ min: 1, max: 60 })).map(([entry, column, place, by]) => {
  const text = entry[column];
  const at = place % text.length;
  const other = String.fromCharCode(48 + ((text.charCodeAt(at) - 48 + by + 75) % 75));
  const changed = other === text[at] ? `${text.slice(0, at)}~${text.slice(at + 1)}` : text.slice(0, at) + other + text.slice(at + 1);
  return { first: entry.number, harm: () => run(`update events set ${column} = ${quoted(changed)} where id = ${quoted(entry.id)}`) };
});
const isSigned = (number: number) => against.heads!.some((head) => head.chain === caseId && head.number === number);
/** An entry that was signed is missed itself; another by the one after it. */
const remove = anEntry.filter((e) => e.number < honest.length).map((entry) => ({ first: isSigned(entry.number) ? entry.number : entry.number + 1, harm: () => run(`delete from events where id = ${quoted(entry.id)}`) }));
/** One that was never recorded, with a hash that does not fit, all after it moved along. */
const insert = anEntry.map((entry) => ({
  first: entry.number,
  harm: async () => {
    await run(`update events set number = -(number + 1) where chain = ${quoted(caseId)} and number >= ${entry.number}`);
    await run(`update events set number = -number where number < 0`);
    await run(`insert into events select 'forged', case_id, kind, actor_id, actor_role, at, subject_json, 'was never here', chain, ${entry.number}, hash from events where id = ${quoted(entry.id)}`);
  },
}));
const swap = fc.tuple(anEntry, anEntry).filter(([a, b]) => a.number < b.number).map(([a, b]) => ({
  first: a.number,
  harm: async () => {
    await run(`update events set number = -1 where id = ${quoted(a.id)}`);
    await run(`update events set number = ${a.number} where id = ${quoted(b.id)}`);
    await run(`update events set number = ${b.number} where id = ${quoted(a.id)}`);
  },
}));
const lastSigned = () => Math.max(...against.heads!.filter((head) => head.chain === caseId).map((head) => head.number));
/** Everything from one entry on, and the heads kept in the database with it. */
const cut = fc.nat().map((n) => 1 + (n % lastSigned())).map((from) => ({
  first: Math.min(...against.heads!.filter((head) => head.chain === caseId && head.number >= from).map((head) => head.number)),
  harm: async () => {
    await run(`delete from events where chain = ${quoted(caseId)} and number >= ${from}`);
    await run(`delete from record_heads where chain = ${quoted(caseId)} and number >= ${from}`);
  },
}));
/** One entry rewritten and every hash after it worked out again, as one who knows the rule could. */
const rebuild = fc.nat().map((n) => honest[n % lastSigned()]!).map((entry) => ({
  first: Math.min(...against.heads!.filter((head) => head.chain === caseId && head.number >= entry.number).map((head) => head.number)),
  harm: async () => {
    let previous = honest[entry.number - 2]?.hash ?? '';
    for (const later of honest.slice(entry.number - 1)) {
      const rewritten = later.id === entry.id ? { ...later, sentence: `${later.sentence}, as was agreed` } : later;
      const hash = hashOfEntry(rewritten, previous);
      await run(`update events set sentence = ${quoted(rewritten.sentence)}, hash = '${hash}' where id = ${quoted(later.id)}`);
      previous = hash;
    }
    await run(`delete from record_heads`);
  },
}));

it('finds nothing where nobody tampered', async () => {
  expect(await faults()).toEqual([]);
});

it.each([['an edit', edit, 300], ['a deletion', remove, 150], ['an insertion', insert, 150], ['a swap', swap, 150], ['a tail cut past a signed head', cut, 125], ['a chain built again', rebuild, 125]] as const)(
  'finds %s each time, at its first bad entry',
  async (_, tampering, times) => {
    await fc.assert(
      fc.asyncProperty(tampering as typeof edit, async ({ first, harm }) => {
        const told = (await found(harm)).filter((fault) => fault.chain === caseId);
        expect(told[0]?.number).toBe(first);
      }),
      { numRuns: times, seed: 20261129 },
    );
  },
  120_000,
);

it.each([
  ['decisions', `update decisions set note = 'Nothing to add' where outcome = 'approved'`],
  ['decisions', `update decisions set outcome = 'declined' where outcome = 'approved'`],
  ['decisions', `delete from decisions where outcome = 'approved'`],
  ['reviews', `update reviews set verdict = 'notSupported'`],
  ['submissions', `update submissions set sent_at = '2020-01-01T00:00:00.000Z'`],
  ['interests', `update interests set kind = 'director' where kind = 'none'`],
])('finds what was changed in %s: %s', async (table, statement) => {
  const told = await found(() => run(statement));
  expect(told.length).toBeGreaterThan(0);
  expect(told.every(({ what }) => what.includes(` in ${table}`))).toBe(true);
});

it('finds a body that was changed, a decision that came in beside the record, and a key that nobody trusts', async () => {
  expect((await found(() => run(`update submissions set body_json = replace(body_json, 'Riverside', 'Lakeside')`)))[0]?.what).toContain('answers that were sent were changed');
  const forged = await found(() => run(`insert into decisions (id, case_id, stage, submission_id, sha256, line, outcome, criteria_json, reasons_json, note, on_behalf_of, "by", role, at) select 'forged', case_id, stage, submission_id, sha256, 'second', 'assured', criteria_json, reasons_json, note, on_behalf_of, "by", role, at from decisions limit 1`));
  expect(forged).toContainEqual({ chain: 'decisions', number: 0, what: 'No entry vouches for forged in decisions' });
  const stranger = new Map([...against.keys].map(([, key]) => ['0000000000000000', createPublicKey(key.export({ type: 'spki', format: 'pem' }))]));
  expect((await verifyRecord(reader(), { keys: stranger })).faults.every(({ what }) => what.startsWith('It was signed with a key that is not trusted here'))).toBe(true);
});

it('raises no alarm on 1,000 honest histories', async () => {
  const words = fc.array(fc.record({ sentence: fc.string({ unit: 'grapheme', maxLength: 60 }), subject: fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 })), signs: fc.nat(9).map((n) => n === 0) }), { minLength: 1, maxLength: 12 });
  const histories = fc.sample(words, { numRuns: 1000, seed: 20261129 });
  const fresh = await smallWorld('sqlite');
  const mine = ownKeys();
  try {
    for (let i = 0; i < histories.length; i += 100) {
      await transaction(fresh.open, async (tx) => {
        for (const [n, history] of histories.slice(i, i + 100).entries()) {
          const chain = `person-${i + n}`;
          await sql`insert into people (id, email, name, job_title, created_at) values (${chain}, ${chain}, 'x', '', '')`.execute(tx.db);
          for (const { sentence, subject, signs } of history) {
            const { seals: _, ...rest } = subject as Record<string, unknown>;
            const entry = await appendEntry(tx, { case_id: null, actor_id: chain, actor_role: 'x', kind: 'x.y', at: '2026-11-29T10:00:00.000Z', subject: rest, sentence });
            if (signs) await signHead(tx, chain, (await lastOfChain(tx, chain))!, 'daily', entry.at);
          }
        }
      });
    }
    const told = await verifyRecord(reader(), mine.against());
    expect(told.faults).toEqual([]);
    expect(told.chains).toBe(1000);
  } finally {
    await fresh.close();
    mine.forget();
  }
}, 120_000);
