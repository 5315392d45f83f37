import { randomBytes, randomUUID } from 'node:crypto';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type * as Entry from './entry.server.tsx';

// The front door. It imports nothing of ours: the bundle holds the one copy of the database, and is reached by its exports.
const production = process.env.NODE_ENV === 'production';
const vite = production ? undefined : await import('vite').then(({ createServer }) => createServer({ configFile: 'remix.config.js', server: { middlewareMode: true } }));
const load = async () =>
  (vite ? await vite.ssrLoadModule('virtual:remix/server-build') : await import(new URL('../build/server/index.js', import.meta.url).href)) as ServerBuild & { entry: { module: typeof Entry } };

const build = await load();
const { env, log } = await build.entry.module.start();
const app = express();
let stopping = false;

app.disable('x-powered-by').set('trust proxy', env.trustProxy);
app.use(noteRequest);
app.use(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], baseUri: ["'none'"], objectSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: vite ? ["'self'", 'ws:'] : ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        styleSrcElem: vite ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        styleSrcAttr: ["'unsafe-inline'"], // Mantine writes style attributes, which no nonce can bless
        ...(env.secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' }, // no-referrer would make browsers send "Origin: null" with our own forms
    xFrameOptions: { action: 'deny' },
  }),
  refuseMethods, refuseCrossSite, refuseTooLarge,
  compression({ filter: (req, res) => !/event-stream/.test(String(res.getHeader('Content-Type'))) && compression.filter(req, res) }),
);
if (vite) app.use(vite.middlewares);
else {
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', index: false, redirect: false }));
  app.use('/assets', (_, res) => plain(res, 404, 'Page not found', 'This file is not here. Reload the page you came from.'));
  app.use(express.static('build/client', { maxAge: '1d', index: false, redirect: false, dotfiles: 'ignore' }));
}
app.use((_, res, next) => void (res.set('Cache-Control', 'no-store'), next()));
app.get('/healthz', async (_, res) => {
  const health = await build.entry.module.health();
  res.status(health.ok && !stopping ? 200 : 503).json(health);
});
app.all('*', async (req, res, next) => {
  const handle = createRequestHandler({
    build: vite ? await load() : build,
    mode: production ? 'production' : 'development',
    getLoadContext: () => ({ nonce: String(res.locals.nonce), requestId: String(res.locals.id), address: req.ip ?? '' }),
  });
  await handle(req, res, next);
});
app.use((error: Error & { status?: number }, _: Request, res: Response, next: NextFunction) => {
  const theirs = error.status !== undefined && error.status < 500;
  if (!theirs) log.error({ id: String(res.locals.id), error }, 'the request failed');
  if (res.headersSent) return next(error);
  if (theirs) return plain(res, 400, 'We could not read this request', 'Check the address, or go back and try again.');
  plain(res, 500, 'Sorry, there is a problem with the service', 'Try again in a few minutes. What you saved before is kept.');
});

const server = app.listen(env.port, env.host, () => log.info({ address: server.address() }, 'listening'));
[server.requestTimeout, server.headersTimeout] = [60_000, 15_000];
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);

/** Takes no new request, ends the streams, finishes what is in hand, then lets the bundle close. A second signal ends at once. */
function stop() {
  if (stopping) process.exit(1);
  stopping = true;
  setTimeout(() => process.exit(1), 10_000).unref();
  build.entry.module.hangUp();
  server.close(() => void build.entry.module.stop().then(() => vite?.close()).then(() => process.exit(0), () => process.exit(1)));
}

function noteRequest(req: Request, res: Response, next: NextFunction) {
  const [id, began] = [randomUUID(), performance.now()];
  Object.assign(res.locals, { id, nonce: randomBytes(18).toString('base64') });
  res.set({ 'X-Request-Id': id, 'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()', ...(stopping && { Connection: 'close' }) });
  // Secrets travel in the paths of mailed links, and in query strings: neither is written down.
  const path = req.path.replace(/^\/(confirm|reset|invitations|calendar|vote)\/[^/.]+/, '/$1/-');
  res.on('finish', () => log[path.startsWith('/assets/') ? 'debug' : 'info']({ id, method: req.method, path, status: res.statusCode, ms: Math.round(performance.now() - began) }, 'request'));
  next();
}

function nonce(_: unknown, res: unknown) { return `'nonce-${String((res as Response).locals.nonce)}'`; }

function refuseMethods(req: Request, res: Response, next: NextFunction) {
  if (['GET', 'HEAD', 'POST'].includes(req.method)) return next();
  plain(res.set('Allow', 'GET, HEAD, POST'), 405, 'This cannot be done', 'Go back and use the links and buttons of the page.');
}

/** A change is asked for by our own pages only: browsers say where a request comes from, and pages cannot forge it. */
function refuseCrossSite(req: Request, res: Response, next: NextFunction) {
  const [site, origin] = [req.get('Sec-Fetch-Site'), req.get('Origin')];
  const ours = origin === env.publicOrigin || origin === `${req.protocol}://${req.get('Host')}`;
  const allowed = site === 'same-origin' ? ours || origin === undefined : (site === undefined || site === 'none') && ours;
  if (req.method === 'POST' && !allowed) return plain(res, 403, 'This came from another site', 'Nothing was changed. Open Slipway and try again from its own pages.');
  delete req.headers.origin; // asked and answered: Remix compares it with Host, which a proxy may have changed
  next();
}

function refuseTooLarge(req: Request, res: Response, next: NextFunction) {
  const most = (req.is('multipart/form-data') ? 32 : 2) * 2 ** 20;
  if (req.method !== 'POST' || Number(req.get('Content-Length') ?? Infinity) <= most) return next();
  plain(res.set('Connection', 'close'), 413, 'That is too much at once', 'Nothing was saved. Send a smaller file, or less text, and try again.');
}

function plain(res: Response, status: number, title: string, words: string): void {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} - Slipway</title>`;
  res.set('Cache-Control', 'no-store').status(status).type('html');
  res.send(`<!doctype html><html lang="en-GB"><head>${head}</head><body><main><h1>${title}</h1><p>${words}</p><p><a href="/">Go to Slipway</a></p></main></body></html>`);
}
