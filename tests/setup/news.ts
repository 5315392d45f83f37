import { reader } from '#app/domain/database.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';

/** What a person was told in Slipway, newest first. */
export async function newsOf({ id }: Actor): Promise<string[]> {
  const rows = await reader().db.selectFrom('notifications').select('text').where('person_id', '=', id).orderBy('at', 'desc').orderBy('id', 'desc').execute();
  return rows.map(({ text }) => text);
}
