import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, SOMEBODY, type Answered, type Asked, type Served } from '#tests/setup/served.ts';
import { builtServer, watchFile } from '#tests/setup/site.ts';

let served: Served;
let cookie: string;
let posts: string[];
let asset: string;
beforeAll(async () => {
  const build = await builtServer();
  asset = build.assets.entry.module;
  posts = Object.values(build.routes).filter((route) => route.module.action).map((route) => `/${(route.path ?? '').replace('*', 'no/such/page').replace(/:\w+/g, '00000000-0000-7000-8000-000000000000')}`);
  served = await serve();
  cookie = String((await served.post('/sign-in', SOMEBODY)).headers['set-cookie']).split(';')[0]!;
}, 60_000);
afterAll(() => served?.close());

const ALWAYS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
const DIRECTIVES = [
  "default-src 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "img-src 'self' data:", "connect-src 'self'",
  "script-src 'self' {nonce}", "style-src 'self' {nonce}", "style-src-elem 'self' {nonce}", "style-src-attr 'unsafe-inline'",
];
const NONCE = /'nonce-([A-Za-z0-9+/=]+)'/;
const nonceOf = ({ headers }: Answered) => NONCE.exec(String(headers['content-security-policy']))?.[1] ?? '';

describe('headers', () => {
  const same = (): Asked['headers'] => ({ 'Sec-Fetch-Site': 'same-origin', Origin: served.origin });
  const ANSWERS: [name: string, status: number, ask: () => Promise<Answered>, cached?: true][] = [
    ['a page', 200, () => served.ask('/')],
    ['a page of somebody signed in', 200, () => served.ask('/account', { headers: { Cookie: cookie } })],
    ['the data of a page', 200, () => served.ask('/help.data')],
    ['a redirect', 302, () => served.ask('/account')],
    ['a redirect after a form', 302, () => served.post('/account/colours', { colours: 'dark' }, cookie)],
    ['an address that cannot be read', 400, () => served.ask('/%E0%A4%A')],
    ['a form of another site', 403, () => served.ask('/sign-in', { method: 'POST', body: 'a=b' })],
    ['a page that is not there', 404, () => served.ask('/no/such/page')],
    ['a case that is not there', 404, () => served.ask('/cases/00000000-0000-7000-8000-000000000000', { headers: { Cookie: cookie } })],
    ['a file that is not there', 404, () => served.ask('/assets/none.js')],
    ['TRACE', 405, () => served.ask('/', { method: 'TRACE' })],
    ['PUT', 405, () => served.ask('/account/colours', { method: 'PUT', headers: same()!, body: 'colours=dark' })],
    ['a link that works no longer', 410, () => served.ask('/confirm/none')],
    ['too large a form', 413, () => served.ask('/sign-in', { method: 'POST', headers: { ...same(), 'Content-Length': String(3 * 2 ** 20) }, body: 'a=b' })],
    ['a form to mend', 422, () => served.post('/sign-in', { email: '', password: '' })],
    ['too many tries', 429, () => tooManyTries()],
    ['health', 200, () => served.ask('/healthz')],
    ['a file', 200, () => served.ask('/favicon.svg'), true],
    ['a script', 200, () => served.ask(asset), true],
  ];

  it.each(ANSWERS)('%s: %i', async (_, status, ask, cached) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(ALWAYS);
    const nonce = nonceOf(answer);
    expect(Buffer.from(nonce, 'base64').length, 'the nonce has 128 bits or more').toBeGreaterThanOrEqual(16);
    expect(String(answer.headers['content-security-policy']).split(';').sort()).toEqual(DIRECTIVES.map((line) => line.replace('{nonce}', `'nonce-${nonce}'`)).sort());
    expect(answer.headers['x-powered-by'] ?? answer.headers.server).toBeUndefined();
    expect(answer.headers['cache-control']).toMatch(cached ? /^public, max-age=\d+/ : /no-store/);
    if (answer.body && /^text\//.test(answer.headers['content-type'] ?? '')) expect(answer.headers['content-type']).toMatch(/charset=utf-8/i);
    for (const [tag] of answer.body.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
  });

  it('never uses a nonce twice', async () => {
    const nonces = await Promise.all(Array.from({ length: 300 }, async (_, i) => nonceOf(await served.ask(i % 2 ? '/healthz' : '/favicon.svg'))));
    expect(new Set(nonces).size).toBe(300);
  });

  it('does not write down the secret of a mailed link, nor what was searched for', async () => {
    await served.ask('/reset/a-secret-of-a-link?word=canary');
    await expect.poll(() => served.log()).toContain('"path":"/reset/-"');
    expect(served.log()).not.toMatch(/a-secret-of-a-link|canary/);
  });

  async function tooManyTries(): Promise<Answered> {
    for (let tries = 0; tries < 10; tries++) await served.post('/sign-in', { email: 'nobody@example.org', password: 'not this one at all' });
    return served.post('/sign-in', { email: 'nobody@example.org', password: 'not this one at all' });
  }
});

describe('a change is asked for by our own pages only', () => {
  const ELSEWHERE: [name: string, headers: () => Record<string, string>][] = [
    ['another site', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: 'http://elsewhere.test' })],
    ['another site that says nothing of its origin', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
    ['a neighbour on the same site', () => ({ 'Sec-Fetch-Site': 'same-site', Origin: `http://other.127.0.0.1:${served.port}` })],
    ['another site that claims our origin', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: served.origin })],
    ['a page without an origin', () => ({ Origin: 'null' })],
    ['a sandboxed page', () => ({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' })],
    ['nobody knows where', () => ({})],
    ['the address bar', () => ({ 'Sec-Fetch-Site': 'none' })],
    ['another port', () => ({ Origin: 'http://127.0.0.1:1' })],
    ['another scheme', () => ({ Origin: `https://127.0.0.1:${served.port}` })],
    ['a host that a proxy is said to have been asked for', () => ({ Origin: 'http://elsewhere.test', 'X-Forwarded-Host': 'elsewhere.test' })],
    ['a form sent as plain text', () => ({ 'Content-Type': 'text/plain', Origin: 'http://elsewhere.test' })],
    ['a form with another method in its fields', () => ({ 'X-HTTP-Method-Override': 'POST', Origin: 'http://elsewhere.test' })],
  ];
  const FORM = 'colours=dark&email=jo%40example.org&name=Jo&jobTitle=Nurse&_method=post';

  it('has routes to protect', () => expect(posts.length).toBeGreaterThan(15));

  it.each(ELSEWHERE)('%s: refused by every route, and nothing written', async (_, headers) => {
    const watch = watchFile(served.file);
    const answers = await Promise.all(posts.map(async (path) => ({ path, answer: await served.ask(path, { method: 'POST', headers: { Cookie: cookie, ...headers() }, body: FORM }) })));
    expect(answers.filter(({ answer }) => answer.status !== 403 || !answer.body.includes('This came from another site')).map(({ path, answer }) => `${path}: ${answer.status}`)).toEqual([]);
    expect(watch.written()).toBe(false);
    watch.close();
  });

  it.each([
    ['a page of ours', () => ({ 'Sec-Fetch-Site': 'same-origin', Origin: served.origin })],
    ['a page of ours in a browser that says less', () => ({ Origin: served.origin })],
  ])('%s: done and written', async (_, headers) => {
    const watch = watchFile(served.file);
    const { status } = await served.ask('/account/colours', { method: 'POST', headers: { Cookie: cookie, ...headers() }, body: 'colours=light' });
    expect({ status, written: watch.written() }).toEqual({ status: 302, written: true });
    watch.close();
  });
});

describe('as a process', () => {
  it('says whether it is well', async () => {
    expect(JSON.parse((await served.ask('/healthz')).body)).toMatchObject({ ok: true, database: 'ok' });
  });

  it('finishes what it has begun when told to stop, takes nothing new, and leaves an empty log', async () => {
    const form = 'email=jo%40example.org&name=Jo+Ray&jobTitle=Nurse';
    const socket = connect(served.port, '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => void (answer += chunk));
    socket.write(`POST /sign-up HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nOrigin: ${served.origin}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form.slice(0, 20)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    served.process.kill('SIGTERM');
    await expect.poll(() => served.ask('/healthz').then(() => 'taken', () => 'refused')).toBe('refused');
    socket.write(form.slice(20));
    expect(await served.ended).toBe(0);
    expect(answer).toMatch(/^HTTP\/1\.1 302 /);
    expect(answer).toContain('/sign-up?sent');
    expect(existsSync(`${served.file}-wal`), 'the log of the database was emptied into its file').toBe(false);
  }, 20_000);
});
