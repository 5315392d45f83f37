import { remember } from '../../lib/remember.ts';
import { reader } from '../database.server.ts';
import { actorStillThere } from '../people/actor.server.ts';
import { hearOf, ringAll } from './bell.server.ts';
import { newsAfter } from './case-news.server.ts';

/** Streams open now, by person; `ended`: none begins any more. */
const open = remember('streams', () => ({ by: new Map<string, number>(), ended: false }));

/** A person has a few pages open, on a few machines: more is a fault, or ill will. */
const MOST = 20;
/** How often a silent stream says that it is still there, in ms: less than a proxy waits. */
const HEARTBEAT = 25_000;
/** Changes come in twos and threes: they are gathered, in ms. */
const GATHER = 150;

/**
 * What happens in a case while a page is open, as server-sent events: `news` (with the entry's number as id, from which
 * the browser goes on after a cut), `editing` (who types where, whenever that changes) and `over`. Before each answer the
 * session, the parts in the case and the sight of each entry are asked anew; the stream does not keep a session alive.
 */
export function caseStream(request: Request, personId: string, caseId: string, after: number): Response {
  const held = open.by.get(personId) ?? 0;
  if (open.ended || held >= MOST) return new Response(null, { status: 204 }); // the browser asks no more
  const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' };
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal]);
  return new Response(streamOf(lines(request, signal, personId, caseId, after), () => gone.abort()), { headers });
}

/** Ends every stream, so that the server can stop. */
export function endStreams(): void {
  open.ended = true;
  ringAll();
}

/** Begins when it is first read, and never runs ahead of its reader. `wake`: for the texts to see that nobody reads any more. */
function streamOf(texts: AsyncGenerator<string>, wake: () => void): ReadableStream<Uint8Array> {
  const cancel = () => {
    wake();
    void texts.return(undefined);
  };
  const encoder = new TextEncoder();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const { value, done } = await texts.next();
    if (done) controller.close();
    else controller.enqueue(encoder.encode(value));
  };
  return new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
}

async function* lines(request: Request, signal: AbortSignal, personId: string, caseId: string, after: number): AsyncGenerator<string> {
  const sleep = sleeper(caseId, signal);
  open.by.set(personId, (open.by.get(personId) ?? 0) + 1);
  try {
    let [last, writing] = [after, '[]'];
    yield `retry: 3000\nid: ${last}\n\n`;
    while (!signal.aborted && !open.ended) {
      const actor = await actorStillThere(request);
      const heard = actor?.id === personId ? await newsAfter(reader(), actor, caseId, last) : undefined;
      if (!heard) return yield 'event: over\ndata: \n\n';
      for (const { number, ...one } of heard.news) yield event('news', one, number);
      if (heard.upTo > last && heard.news.at(-1)?.number !== heard.upTo) yield `id: ${heard.upTo}\n\n`;
      last = heard.upTo;
      const now = JSON.stringify(heard.editing);
      if (now !== writing) yield event('editing', heard.editing);
      writing = now;
      if (!heard.more && !(await sleep.untilRung())) yield ': still here\n\n';
    }
  } finally {
    sleep.end();
    const left = (open.by.get(personId) ?? 1) - 1;
    if (left > 0) open.by.set(personId, left);
    else open.by.delete(personId);
  }
}

/** One event of the format: its JSON holds no line break. */
const event = (name: string, data: unknown, id?: number) => `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Sleeps until the case is rung for, the reader leaves, or it is time for a heartbeat. A ring while awake is not lost. */
function sleeper(caseId: string, signal: AbortSignal) {
  let [rung, wake] = [false, () => {}];
  const onRing = () => {
    rung = true;
    wake();
  };
  const silence = hearOf(caseId, onRing);
  signal.addEventListener('abort', onRing);
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => (clearTimeout(timer), resolve());
    });
  return {
    /** False when nothing rang before the heartbeat. */
    async untilRung(): Promise<boolean> {
      if (!rung) await pause(HEARTBEAT);
      const heard = rung;
      if (heard && !signal.aborted && !open.ended) await new Promise((resolve) => setTimeout(resolve, GATHER));
      rung = false;
      return heard;
    },
    end() {
      silence();
      signal.removeEventListener('abort', onRing);
    },
  };
}
