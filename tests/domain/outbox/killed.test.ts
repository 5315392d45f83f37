import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#db/codec.ts';
import { Reader, transaction } from '#db/database.server.ts';
import { openDatabase } from '#db/open.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { enqueueMail } from '#app/domain/outbox/send-mail.server.ts';
import { eachEngine, freshAddress } from '../../setup/engines.ts';
import { openPostOffice } from './post-office.ts';

/** What is done to the worker when it comes with a mail: killed before the server took it, after, or as the server says so; or let through. */
const TURNS = ['before', 'after', 'answered', 'through'] as const;
/** On each engine: 100 is what was promised, fewer at each `npm test`. */
const KILLS = Number(process.env.KILLS ?? 15);
const MAILS = 80;
const LEASE_OVER = 180_000;

const folder = resolve('.cache', `worker-${newId()}`);
const [bundle, cache, start] = ['worker.cjs', 'worker.cache', 'start.cjs'].map((name) => join(folder, name)) as [string, string, string];
const LOAD = `const [{ readFileSync }, { Script }] = [require('node:fs'), require('node:vm')];
new Script(readFileSync(${JSON.stringify(bundle)}, 'utf8'), { filename: ${JSON.stringify(bundle)}, cachedData: readFileSync(${JSON.stringify(cache)}) }).runInThisContext()(require, {}, { exports: {} });`;
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'worker-process.ts')], outfile: bundle, bundle: true, minify: true, platform: 'node', format: 'cjs', logLevel: 'silent',
    external: ['better-sqlite3', 'pg-native'], // the rest in one file, compiled once: two hundred processes begin with it
    banner: { js: '(function (require, exports, module) {' }, footer: { js: '})' },
  });
  writeFileSync(cache, new Script(readFileSync(bundle, 'utf8'), { filename: bundle }).createCachedData());
  writeFileSync(start, LOAD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

eachEngine((engine) => {
  test(`a worker killed ${KILLS} times around the moment a server takes a mail loses none, and sends each under one id`, async () => {
    const { address, forget } = await freshAddress(engine);
    const database = await openDatabase(address);
    await transaction(database, async (tx) => {
      for (let n = 0; n < MAILS; n++) await enqueueMail(tx, { to: { name: `Person ${n}`, address: `p${n}@nhs.test` }, subject: `Mail ${n}`, text: 'Dear you,', dedupe: String(n), at: new Date().toISOString() });
    });
    const kills = { before: 0, after: 0, answered: 0 };
    let turn = -1;
    let worker: ChildProcess | undefined;
    const kill = (kind: keyof typeof kills) => {
      kills[kind]++;
      worker!.kill('SIGKILL');
    };
    const isNext = (kind: (typeof TURNS)[number]) => kills.before + kills.after + kills.answered < KILLS && TURNS[turn % TURNS.length] === kind;
    const office = await openPostOffice({
      rawOnly: true, hideSTARTTLS: true,
      onRcptTo: (_to, _session, done) => {
        turn++;
        if (isNext('before')) kill('before');
        else done();
      },
      beforeAnswer: (answer) => {
        const kind = (['after', 'answered'] as const).find(isNext);
        if (kind !== 'after') answer();
        if (kind) kill(kind);
      },
    });
    const standby = () => spawn(process.execPath, [start, address, office.url], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ready = [standby(), standby()];
    const isOver = async () => (await latestMail(new Reader(database.reader), MAILS)).every((mail) => mail.sent_at !== null);
    for (let started = 0; ; started++) {
      worker = ready.shift()!;
      ready.push(standby());
      const ended = once(worker, 'exit').then(() => true);
      worker.stdin!.write(`${started * LEASE_OVER}\n`);
      const over = kills.before + kills.after + kills.answered < KILLS ? ended : Promise.race([ended, expect.poll(isOver, { timeout: 30_000, interval: 100 }).toBe(true).then(() => false)]);
      if (!(await over)) break;
    }
    for (const child of [worker, ...ready]) child.kill('SIGKILL');
    const rows = await latestMail(new Reader(database.reader), MAILS);
    const byId = new Map(rows.map((row) => [`<${row.id}@slipway.test>`, row.to_address]));
    const taken = office.taken.map(({ raw, recipients }) => ({ id: /^Message-ID: (\S+)/m.exec(raw)?.[1] ?? '', recipients }));
    expect(new Set(taken.map(({ id }) => id))).toEqual(new Set(byId.keys()));
    for (const { id, recipients } of taken) expect(recipients).toEqual([byId.get(id)]);
    expect(Math.min(kills.before, kills.after, kills.answered)).toBeGreaterThanOrEqual(Math.floor(KILLS / 3) - 3);
    expect(taken.length).toBeGreaterThanOrEqual(MAILS + kills.after);
    expect(taken.length).toBeLessThanOrEqual(MAILS + kills.after + kills.answered);
    await office.close();
    await database.close();
    forget();
  }, 120_000);
});
