import { fromJson, toJson } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { deleteHeldSavesBefore, heldSave, insertHeldSave, takeHeldSave } from '#db/tables/held-saves.server.ts';
import { now } from '../clock.server.ts';
import { database, reader } from '../database.server.ts';
import { cookieIn, setCookie } from './cookies.server.ts';
import { hashOf, newSecret } from './secrets.server.ts';
import { lapsedPersonId } from './sessions.server.ts';

const COOKIE = 'kept';
const HOURS_KEPT = 24;
const MOST_CHARACTERS = 500_000;

/** What a late save brought: where it was going, and its fields in order. */
export interface KeptSave {
  path: string;
  fields: [name: string, value: string][];
}

/**
 * Keeps what a save brought after its session ended; answers with the Set-Cookie line of the one-time secret.
 * Undefined when nobody can be said to own it, and for files and passwords, which are never kept.
 */
export async function holdSave(request: Request): Promise<string | undefined> {
  const plain = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
  if (!plain || request.bodyUsed) return undefined;
  const personId = await lapsedPersonId(request);
  if (!personId) return undefined;
  const fields = await fieldsOf(request);
  if (!fields) return undefined;
  const secret = newSecret();
  const row = { token_hash: hashOf(secret), person_id: personId, path: pathOf(request), form_json: toJson(fields), held_at: now().toISOString() };
  await transaction(database(), (tx) => insertHeldSave(tx, row));
  return setCookie(COOKIE, secret, HOURS_KEPT * 3600);
}

/** What was kept for this person in this browser; undefined when there is nothing, or it is somebody else's. */
export async function keptSave(request: Request, personId: string): Promise<KeptSave | undefined> {
  const secret = cookieIn(request, COOKIE);
  const row = secret && (await heldSave(reader(), hashOf(secret)));
  if (!row || row.person_id !== personId || row.held_at < oldest()) return undefined;
  return { path: row.path, fields: fromJson<KeptSave['fields']>(row.form_json) };
}

/** A save that reaches the place of a kept one uses it up. */
export async function keptAlready(request: Request, personId: string): Promise<void> {
  if (!cookieIn(request, COOKIE)) return;
  const kept = await keptSave(request, personId);
  if (kept?.path === pathOf(request)) await dropKeptSave(request, personId);
}

/** Forgets what was kept; answers with the Set-Cookie line that removes the secret. */
export async function dropKeptSave(request: Request, personId: string): Promise<string> {
  const secret = cookieIn(request, COOKIE);
  if (secret) await transaction(database(), (tx) => takeHeldSave(tx, hashOf(secret), personId));
  return setCookie(COOKIE, '');
}

/** Forgets what nobody came back for. */
export const forgetOldHeldSaves = (): Promise<unknown> => transaction(database(), (tx) => deleteHeldSavesBefore(tx, oldest()));

const oldest = () => new Date(now().getTime() - HOURS_KEPT * 3_600_000).toISOString();

const pathOf = (request: Request) => {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
};

async function fieldsOf(request: Request): Promise<KeptSave['fields'] | undefined> {
  const fields = [...(await request.clone().formData())] as KeptSave['fields'];
  const characters = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const secret = fields.some(([name]) => /password/i.test(name));
  return secret || characters > MOST_CHARACTERS ? undefined : fields;
}
