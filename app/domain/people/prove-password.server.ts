import { personById } from '#db/tables/people.server.ts';
import { reader } from '../database.server.ts';
import type { Actor } from './actor.server.ts';
import { isPassword } from './passwords.server.ts';
import { passwordRight, tryPassword } from './rate-limits.server.ts';

/** Whether this is the password of somebody who is signed in; tries are counted with those of signing in. */
export async function provePassword(actor: Actor, address: string, password: string): Promise<{ ok: true } | { ok: false; message: string }> {
  const allowed = await tryPassword(actor.email, address);
  if (!allowed.ok) return { ok: false, message: `Password was wrong too many times. Try again in ${Math.ceil(allowed.seconds / 60)} minutes` };
  const person = await personById(reader(), actor.id);
  if (!(await isPassword(password, person?.password_hash))) return { ok: false, message: 'Password is incorrect' };
  await passwordRight(actor.email, address);
  return { ok: true };
}
