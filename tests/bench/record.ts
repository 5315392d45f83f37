import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { transaction } from '#db/database.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { database } from '#app/domain/database.server.ts';
import { appendEntry } from '#app/domain/record/chain.server.ts';
import { signHead } from '#app/domain/record/heads.server.ts';
import { verifyDatabase } from '#app/domain/record/verify-database.server.ts';
import { setEnv } from '#app/env.server.ts';
import { AT, world } from './world.ts';

const CHAINS = 1000;
const EACH = 100;

/** The record of 100,000 entries in 1,000 chains, a head to each, worked out again; beside reading and hashing the same rows bare. */
export async function record(): Promise<void> {
  const keys = mkdtempSync(join(tmpdir(), 'slipway-bench-keys-'));
  setEnv({ keysDir: keys });
  const filled = await world(async () => {
    for (let chain = 0; chain < CHAINS; chain++) await fillChain(`person-${chain}`);
  });
  const began = process.cpuUsage();
  const from = Date.now();
  const found = await verifyDatabase(filled.url);
  const [cpu, wall] = [process.cpuUsage(began), Date.now() - from];
  const ours = (cpu.user + cpu.system) / 1e6;
  const floor = bare(filled.url.slice(5));
  console.log(`\nthe record of ${found.entries.toLocaleString('en-GB')} entries in ${found.chains} chains with ${found.heads} heads: ${(wall / 1000).toFixed(1)} s, ${ours.toFixed(1)} s CPU, ${(ours / floor).toFixed(1)} times reading and hashing the rows bare; ${found.faults.length} faults`);
  setEnv(undefined);
  for (const folder of [filled.folder, keys]) rmSync(folder, { recursive: true, force: true });
}

async function fillChain(id: string): Promise<void> {
  await transaction(database(), async (tx) => {
    await insertPerson(tx, { id, email: `${id}@bench.example`, name: id, job_title: '', organisation_id: null, password_hash: null, confirmed_at: AT, disabled_at: null, colour_scheme: null, created_at: AT });
    for (let n = 0; n < EACH; n++) {
      const entry = await appendEntry(tx, { case_id: null, actor_id: id, actor_role: 'lead', kind: 'answers.save', at: AT, subject: { stage: 'business-case', section: 'money' }, sentence: 'changed 2 answers in Money' });
      if (n === EACH - 1) await signHead(tx, id, entry, 'daily', AT);
    }
  });
}

/** Seconds of CPU to read each row and hash its text. */
function bare(path: string): number {
  const handle = new Sqlite(path, { readonly: true });
  const began = process.cpuUsage();
  for (const row of handle.prepare('select * from events order by chain, number').iterate()) createHash('sha256').update(JSON.stringify(row)).digest('hex');
  const { user, system } = process.cpuUsage(began);
  handle.close();
  return (user + system) / 1e6;
}
