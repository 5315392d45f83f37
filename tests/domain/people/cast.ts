import type { AppLoadContext } from '@remix-run/node';
import { newId } from '#db/codec.ts';
import { Reader, transaction } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { hashPassword } from '#app/domain/people/passwords.server.ts';
import { signIn } from '#app/domain/people/sign-in.server.ts';

/** A password that may be chosen, hashed once for all tests of a file. */
export const PASSWORD = 'tulip-ladder-quartz';
let hashed: Promise<string> | undefined;

let people = 0;
/** Somebody with a confirmed account, not seen before: their address and limits are their own. */
export async function somebody(database: OpenDatabase, changes: { name?: string; email?: string; confirmed?: boolean; disabled?: boolean } = {}) {
  const { name = 'Priya Shah', email = `person-${++people}@nhs.test`, confirmed = true, disabled = false } = changes;
  const at = '2026-01-05T09:00:00.000Z';
  const password_hash = confirmed ? await (hashed ??= hashPassword(PASSWORD)) : null;
  const id = newId();
  await transaction(database, (tx) =>
    insertPerson(tx, {
      id, email, name, job_title: 'Head of therapies', organisation_id: null, password_hash,
      confirmed_at: confirmed ? at : null, disabled_at: disabled ? at : null, colour_scheme: null, created_at: at,
    }));
  return { id, name, email };
}

/** A request of a browser that holds these cookies, given as Set-Cookie lines. */
export function visit(path: string, cookies: string[] = [], form?: Record<string, string>): Request {
  const headers = { Cookie: cookies.map((line) => line.split(';')[0]).join('; ') };
  return new Request(`http://localhost:3000${path}`, form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers });
}

export const context = (address = '192.0.2.1'): AppLoadContext => ({ nonce: 'n', requestId: 'r', address });

/** Signs in, which must work, and gives the cookie. */
export async function signedIn(email: string, address = '192.0.2.1', before: string[] = []): Promise<string> {
  const result = await signIn(visit('/sign-in', before), address, { email, password: PASSWORD });
  if (!result.ok) throw new Error(result.message);
  return result.cookie;
}

/** The mail queued for an address, newest first. */
export const mailTo = async (database: OpenDatabase, address: string) =>
  (await latestMail(new Reader(database.reader), 500)).filter((mail) => mail.to_address === address);

/** The secret at the end of the mailed link; throws when the text has none. */
export function secretIn(text: string, kind: 'confirm' | 'reset' | 'invitations'): string {
  const found = new RegExp(`/${kind}/([A-Za-z0-9_-]{43})\\b`).exec(text)?.[1];
  if (!found) throw new Error(`No ${kind} link in: ${text}`);
  return found;
}

/** Whatever was thrown: redirects and refusals of a loader come that way. */
export async function thrown(work: () => Promise<unknown>): Promise<Response> {
  try {
    await work();
  } catch (response) {
    if (response instanceof Response) return response;
    throw response;
  }
  throw new Error('Nothing was thrown');
}
