import { rmSync } from 'node:fs';
import { fill } from './fill.ts';
import { freePort, load, residentMb, start, weigh, type Load, type Running } from './measure.ts';
import { mentors } from './mentors.ts';
import { programme } from './programme.ts';
import { record } from './record.ts';
import { search } from './search.ts';
import { streams } from './streams.ts';
import { summaries } from './summaries.ts';
import { cookieFor, indexed, serve, world } from './world.ts';

/** Slipway beside a bare node:http server that does five reads and sends as many bytes, in one run on one machine. */
const SECONDS = Number(process.argv[2] ?? 4);

const row = (name: string, l: Load, bare?: Load) =>
  `| ${name} | ${l.perSecond} | ${l.p50} / ${l.p95} / ${l.p99} | ${l.cpuMs.toFixed(2)} | ${bare ? `${(l.cpuMs / bare.cpuMs).toFixed(1)}x` : '1x'} | ${l.errors} |`;
const HEAD = '| page | requests/s | p50 / p97.5 / p99 ms | CPU ms a request | CPU against bare | not 2xx |\n| --- | --- | --- | --- | --- | --- |';

async function measure() {
  const large = await world((people) => indexed(() => fill(5000, people)));
  const caseId = large.filled[0]!;
  const running = await serve(large);
  const lead = await cookieFor(running, 'lead');
  const support = await cookieFor(running, 'support');
  const section = `/cases/${caseId}/stages/business-case/`;
  const first = /stages\/business-case\/([a-z-]+)"/.exec(await (await fetch(running.url + section, { headers: { cookie: lead } })).text())?.[1] ?? '';
  const pages = [
    { name: 'case page', path: `/cases/${caseId}`, cookie: lead },
    { name: 'question page', path: section + first, cookie: lead },
    { name: 'list of 50 of 5,000 cases', path: '/cases', cookie: support },
    { name: 'search of 5,000 cases, by whom three are seen', path: '/search?q=median+wait', cookie: lead },
    { name: 'search of 5,000 cases, by the support unit', path: '/search?q=median+wait', cookie: support },
  ];
  const size = (await (await fetch(running.url + pages[0]!.path, { headers: { cookie: lead } })).text()).length;
  const barePort = await freePort();
  const bare = await start(['node', 'tests/bench/bare.mjs', large.url.slice(5), caseId, String(size), String(barePort)], barePort, {}, '/');
  for (const connections of [1, 8, 32]) {
    console.log(`\n${connections} connection${connections > 1 ? 's' : ''}, ${SECONDS} s each\n\n${HEAD}`);
    const floor = await load(bare, { path: '/' }, connections, SECONDS);
    console.log(row('bare node:http, five reads', floor));
    for (const page of pages) {
      await load(running, { path: page.path, headers: { cookie: page.cookie } }, connections, 1);
      console.log(row(page.name, await load(running, { path: page.path, headers: { cookie: page.cookie } }, connections, SECONDS), floor));
    }
    console.log(row('save an answer', await saves(running, section + first, lead, connections), floor));
  }
  console.log(`\nresident memory after this load: ${residentMb(running.process.pid!)} MB`);
  await weights(running, pages);
  await flatness(running, support);
  await programme(bare, SECONDS);
  await record();
  await mentors();
  await search();
  await summaries();
  await streams(SECONDS);
  for (const r of [running, bare]) r.process.kill('SIGTERM');
  rmSync(large.folder, { recursive: true, force: true });
}

/** Posts a section as typing does; the same answer again, so that each request reads, compares and answers. */
async function saves(running: Running, path: string, cookie: string, connections: number): Promise<Load> {
  const html = await (await fetch(running.url + path, { headers: { cookie } })).text();
  const names = [...html.matchAll(/name="([a-z0-9._]+\.revision)" value="(\d+)"/g)].map((m) => [m[1]!, m[2]!]);
  const body = new URLSearchParams([['intent', 'autosave'], ...names, [(names[0]?.[0] ?? 'x').replace('.revision', ''), `Typed at ${Date.now()}`]]).toString();
  return load(running, { path: `${path}.data`, method: 'POST', body, headers: { cookie, origin: running.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' } }, connections, SECONDS);
}

async function weights(running: Running, pages: { name: string; path: string; cookie: string }[]) {
  console.log('\nFirst visit, kB as gzip sends it\n\n| page | HTML | CSS | JS | fonts | requests |\n| --- | --- | --- | --- | --- | --- |');
  for (const page of [{ name: 'sign-in', path: '/sign-in', cookie: '' }, ...pages, { name: 'home', path: '/', cookie: pages[0]!.cookie }]) {
    const w = await weigh(running.url + page.path, page.cookie);
    console.log(`| ${page.name} | ${w.html.toFixed(1)} | ${w.css.toFixed(1)} | ${w.js.toFixed(1)} | ${w.fonts.toFixed(1)} | ${w.requests} |`);
  }
}

/** The list with 500 cases beside the list with 5,000, measured in turn. */
async function flatness(large: Running, cookie: string) {
  const little = await world((people) => fill(500, people));
  const small = await serve(little);
  const theirs = await cookieFor(small, 'support');
  const cpu = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round < 3; round++) {
    cpu.small.push((await load(small, { path: '/cases', headers: { cookie: theirs } }, 8, SECONDS)).cpuMs);
    cpu.large.push((await load(large, { path: '/cases', headers: { cookie } }, 8, SECONDS)).cpuMs);
  }
  const mean = (of: number[]) => of.reduce((a, b) => a + b, 0) / of.length;
  console.log(`\nlist of 50: ${mean(cpu.small).toFixed(2)} ms CPU with 500 cases, ${mean(cpu.large).toFixed(2)} with 5,000: ${(mean(cpu.large) / mean(cpu.small)).toFixed(2)}x`);
  small.process.kill('SIGTERM');
  rmSync(little.folder, { recursive: true, force: true });
}

await measure();
process.exit(0);
