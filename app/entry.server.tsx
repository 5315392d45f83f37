import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AppLoadContext, DataFunctionArgs, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { closeTheDatabase, database, isOutage, openTheDatabase } from './domain/database.server.ts';
import { endStreams } from './domain/live/case-stream.server.ts';
import { mailHealth, startOutbox, stopOutbox } from './domain/outbox/outbox-worker.server.ts';
import { transportTo } from './domain/outbox/transport.server.ts';
import { releaseBuiltInPathways } from './domain/pathways/pathways.server.ts';
import { beginRecord } from './domain/record/begin-record.server.ts';
import { startSweeps, stopSweeps } from './domain/sweeps.server.ts';
import { env, secrets } from './env.server.ts';
import { Answer } from './lib/nonce.ts';
import { log } from './log.server.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const LONGEST_RENDER = 5000;
/** Forms shown again because something is to be mended. */
const REFUSED = [409, 422, 429];

/** One page, whole: nothing here is worth streaming, and a whole page has a true status. */
export default async function answer(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext) {
  const { html, failed } = await rendered(request, status, remix, context);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return outage(new Response(html, { status: failed ? 500 : status, headers }), context);
}

/** The answer to a navigation inside the page. */
export const handleDataRequest = (response: Response, { context }: DataFunctionArgs): Response => outage(response, context);

/** Notes a fault once, by the id the answer carries; never what was sent. */
export function handleError(error: unknown, { request, context }: DataFunctionArgs): void {
  if (request.signal.aborted) return;
  if (isOutage(error)) outages.add(context);
  log().error({ id: context.requestId, method: request.method, error }, 'a loader, an action or a page failed');
}

/** Opens the database with its tables and pathways up to date, and begins to send mail. Called once, by server.ts. */
export async function start() {
  const { databaseUrl, smtpUrl, smtpCa } = secrets();
  await openTheDatabase(databaseUrl);
  await releaseBuiltInPathways();
  await beginRecord();
  const { mailFrom: from, publicOrigin: origin, demo, production } = env();
  if (smtpUrl) startOutbox(transportTo({ url: smtpUrl, ca: smtpCa, from, origin, isTest: demo || !production }), demo);
  startSweeps();
  return { env: env(), log: log() };
}

/** Ends the answers that would go on for ever. */
export const hangUp = endStreams;

/** Finishes the mail and the sweep in hand and closes the database. */
export async function stop(): Promise<void> {
  await Promise.all([stopOutbox(), stopSweeps()]);
  await closeTheDatabase();
}

/** Whether requests can be served. Mail that cannot go out waits, and does not count against it. */
export async function health(): Promise<{ ok: boolean; database: 'ok' | 'away'; mail: 'ok' | 'off' | 'failing' }> {
  const answers = await database().settings().then(() => true, () => false);
  return { ok: answers, database: answers ? 'ok' : 'away', mail: mailHealth() };
}

// Requests that failed because the database was away or full: 503 asks to try again, 500 would not.
const outages = new WeakSet<AppLoadContext>();

function outage(response: Response, context: AppLoadContext): Response {
  if (!outages.has(context) || response.status !== 500) return response;
  const headers = new Headers(response.headers);
  headers.set('Retry-After', '10');
  return new Response(response.body, { status: 503, headers });
}

async function rendered(request: Request, status: number, remix: EntryContext, { nonce, requestId }: AppLoadContext) {
  let failed = false;
  const page = new PassThrough();
  const whole = text(page);
  await new Promise<void>((ready, fail) => {
    const { pipe, abort } = renderToPipeableStream(
      <Answer.Provider value={{ nonce, refused: REFUSED.includes(status) }}>
        <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={LONGEST_RENDER} />
      </Answer.Provider>,
      {
        nonce,
        onAllReady: () => (clearTimeout(timer), pipe(page), ready()),
        onShellError: fail,
        onError(error) {
          failed = true;
          if (!request.signal.aborted) log().error({ id: requestId, error }, 'a page could not be drawn');
        },
      },
    );
    const timer = setTimeout(abort, LONGEST_RENDER + 1000);
  });
  return { html: await whole, failed };
}
