import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { statementRecord } from '#app/domain/statements/statement-pages.server.ts';

/** The very bytes that were hashed when a statement was published. */
export async function loader({ params }: LoaderFunctionArgs) {
  const record = await statementRecord(reader(), params.address!, Number(params.number));
  if (record === undefined) return new Response('Page not found', { status: 404 });
  if (record === 'withdrawn') return new Response('This statement was withdrawn', { status: 410 });
  return new Response(record, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${params.address}-${params.number}.json"` } });
}
