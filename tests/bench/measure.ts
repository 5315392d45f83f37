import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';

export interface Running {
  process: ChildProcess;
  url: string;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server of ours and waits until it answers at `path`. */
export async function start(command: string[], port: number, env: Record<string, string>, path: string): Promise<Running> {
  const child = spawn(command[0]!, command.slice(1), { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 200; i++) {
    const answer = await fetch(url + path).catch(() => undefined);
    if (answer?.ok) return { process: child, url };
    await pause(100);
  }
  throw new Error(`${command.join(' ')} did not answer`);
}

/** CPU time a process has used, in milliseconds (Linux: clock ticks of 10 ms). */
const cpuMs = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
/** Waits until a server that has just been started is at rest: its first sweep, of a database that was filled a moment ago, is not what is measured. */
export async function atRest({ process: { pid } }: Running): Promise<void> {
  for (let quiet = 0, before = cpuMs(pid!); quiet < 4; ) {
    await pause(500);
    const now = cpuMs(pid!);
    quiet = now - before <= 20 ? quiet + 1 : 0;
    before = now;
  }
}
export const residentMb = (pid: number): number => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

/** CPU one call takes in this process, in milliseconds, once it is warm. */
export async function cpuOf(work: () => unknown, rounds = 60): Promise<number> {
  for (let i = 0; i < 10; i++) await work();
  const began = process.cpuUsage();
  for (let i = 0; i < rounds; i++) await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / rounds;
}

export interface Load {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  cpuMs: number;
  errors: number;
}

/** One page, or with `requests` several in turn, under load from `connections` clients for a few seconds. */
export async function load(running: Running, request: { path: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string; requests?: { path: string; headers: Record<string, string> }[] }, connections: number, seconds: number): Promise<Load> {
  const before = cpuMs(running.process.pid!);
  const result = await autocannon({ url: running.url + request.path, connections, duration: seconds, method: request.method ?? 'GET', headers: request.headers, body: request.body, ...(request.requests && { requests: request.requests }) });
  const used = cpuMs(running.process.pid!) - before;
  const done = result.requests.total;
  return { perSecond: Math.round(done / result.duration), p50: result.latency.p50, p95: result.latency.p97_5, p99: result.latency.p99, cpuMs: done ? used / done : NaN, errors: result.errors + result.non2xx };
}

export interface Weight {
  html: number;
  css: number;
  js: number;
  fonts: number;
  requests: number;
}

/** What a first visit to a page brings over the wire, in kB as gzip sends it. */
export async function weigh(url: string, cookie: string): Promise<Weight> {
  const get = async (path: string) => Buffer.from(await (await fetch(new URL(path, url), { headers: { cookie } })).arrayBuffer());
  const html = await get(url);
  const text = html.toString();
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((m) => m[1]!))];
  const css = found(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const js = [...new Set([...found(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g), ...found(/<script[^>]+src="([^"]+)"/g)])];
  const fonts = found(/<link[^>]+as="font"[^>]+href="([^"]+)"/g).concat(found(/<link[^>]+href="([^"]+)"[^>]+as="font"/g));
  const total = async (paths: string[], zip: boolean) => (await Promise.all(paths.map(get))).reduce((sum, body) => sum + (zip ? gzipSync(body).length : body.length), 0) / 1000;
  return { html: gzipSync(html).length / 1000, css: await total(css, true), js: await total(js, true), fonts: await total([...new Set(fonts)], false), requests: 1 + css.length + js.length + new Set(fonts).size };
}
