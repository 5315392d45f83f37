import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { database } from '#app/domain/database.server.ts';
import { hashPassword } from '#app/domain/people/passwords.server.ts';
import { fill } from './fill.ts';
import { load, type Load, type Running } from './measure.ts';
import { AT, cookieFor, PASSWORD, serve, world, type People } from './world.ts';

const STREAMS = 200;
const LISTENERS = Array.from({ length: 20 }, (_, i) => `listener-${i}`);
const ROUNDS = 3;

/** The same pages, while an answer is saved twice a second, with 200 streams of events open and without, in turn. */
export async function streams(seconds: number): Promise<void> {
  const filled = await world(fillWithListeners);
  const running = await serve(filled);
  const [lead, support] = [await cookieFor(running, 'lead'), await cookieFor(running, 'support')];
  const [busy = '', ...others] = filled.filled;
  const section = `/cases/${busy}/stages/business-case/`;
  const name = /stages\/business-case\/([a-z-]+)"/.exec(await (await fetch(running.url + section, { headers: { cookie: lead } })).text())?.[1] ?? '';
  const mix = [[`/cases/${busy}`, lead], [section + name, lead], ['/cases', support]].map(([path = '', cookie = '']) => ({ path, headers: { cookie } }));
  const cookies = await Promise.all(LISTENERS.map((who) => cookieFor(running, who)));
  const measured: Record<'without' | 'with', Load[]> = { without: [], with: [] };
  let told = 0;
  for (let round = 0; round < ROUNDS; round++) {
    measured.without.push(await busyWith(running, section + name, lead, mix, seconds));
    // One listener in ten has the busy case open; the rest are each at another.
    const cut = await open(running, cookies, (i) => (i % 10 ? others[i]! : busy), () => told++);
    measured.with.push(await busyWith(running, section + name, lead, mix, seconds));
    cut();
    await pause(500);
  }
  const middle = (of: Load[]) => of.map((one) => one.p95).sort((a, b) => a - b)[1]!;
  const cpu = (of: Load[]) => of.reduce((sum, one) => sum + one.cpuMs, 0) / of.length;
  const [without, beside] = [middle(measured.without), middle(measured.with)];
  console.log(`\nthe page mix at 8 connections: p97.5 ${without} ms without streams, ${beside} ms with ${STREAMS} open: ${(beside / without).toFixed(2)}x; CPU ${cpu(measured.without).toFixed(2)} and ${cpu(measured.with).toFixed(2)} ms a page; ${told} events told`);
  running.process.kill('SIGTERM');
  rmSync(filled.folder, { recursive: true, force: true });
}

async function fillWithListeners(people: People): Promise<string[]> {
  const password_hash = await hashPassword(PASSWORD);
  await transaction(database(), async (tx) => {
    for (const name of LISTENERS) {
      const id = newId();
      await insertPerson(tx, { id, email: `${name}@bench.example`, name, job_title: 'Adviser', organisation_id: null, password_hash, confirmed_at: AT, disabled_at: null, colour_scheme: null, created_at: AT });
      await insertAppointment(tx, { id: newId(), person_id: id, post: 'support', from_at: AT, until_at: null });
    }
  });
  return fill(500, people);
}

async function open(running: Running, cookies: readonly string[], caseOf: (i: number) => string, onEvent: () => void): Promise<() => void> {
  const cutting = new AbortController();
  await Promise.all(
    Array.from({ length: STREAMS }, async (_, i) => {
      const answer = await fetch(`${running.url}/cases/${caseOf(i)}/stream`, { headers: { cookie: cookies[i % cookies.length]! }, signal: cutting.signal });
      if (answer.status !== 200) throw new Error(`a stream answered ${answer.status}`);
      void listen(answer, onEvent).catch(() => {}); // it is cut
    }),
  );
  return () => cutting.abort();
}

async function listen(answer: Response, onEvent: () => void): Promise<void> {
  const [reader, decoder] = [answer.body!.getReader(), new TextDecoder()];
  for (let next = await reader.read(); !next.done; next = await reader.read()) for (const _ of decoder.decode(next.value).matchAll(/^event: news$/gm)) onEvent();
}

async function busyWith(running: Running, path: string, cookie: string, mix: { path: string; headers: { cookie: string } }[], seconds: number): Promise<Load> {
  let going = true;
  const writing = write(running, path, cookie, () => going);
  const measured = await load(running, { ...mix[0]!, requests: mix }, 8, seconds);
  going = false;
  await writing;
  return measured;
}

/** Saves another answer every half second, as typing does. */
async function write(running: Running, path: string, cookie: string, going: () => boolean): Promise<void> {
  const html = await (await fetch(running.url + path, { headers: { cookie } })).text();
  const names = [...html.matchAll(/name="([a-z0-9._]+\.revision)" value="(\d+)"/g)].map((m) => [m[1]!, m[2]!] as [string, string]);
  const [first = '', revision = '0'] = names[0] ?? [];
  for (let turn = 0; going(); turn++) {
    const body = new URLSearchParams([['intent', 'autosave'], [first, String(Number(revision) + turn)], [first.replace('.revision', ''), `Typed at ${Date.now()}`]]);
    const saved = await fetch(`${running.url}${path}.data`, { method: 'POST', body, headers: { cookie, origin: running.url, 'sec-fetch-site': 'same-origin' } });
    if (!saved.ok) throw new Error(`a save answered ${saved.status}`);
    await pause(500);
  }
}
