import type { LoaderFunctionArgs } from '@remix-run/node';
import { calendarAt } from '#app/domain/calendars/feeds.server.ts';
import { notFound } from '#app/lib/responses.ts';

/** A calendar at its secret address, for programs that cannot sign in. What it may hold is asked anew each time. */
export async function loader({ params }: LoaderFunctionArgs) {
  const secret = /^([A-Za-z0-9_-]{43})\.ics$/.exec(params.file!)?.[1] ?? notFound();
  const text = (await calendarAt(secret)) ?? notFound();
  return new Response(text, { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' } });
}
