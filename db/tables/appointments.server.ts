import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

type Post = Row<'appointments'>['post'];

export async function insertAppointment(tx: Writer, row: NewRow<'appointments'>): Promise<void> {
  await tx.db.insertInto('appointments').values(row).execute();
}

/** False when the person does not hold the post now. */
export async function endAppointment(tx: Writer, personId: Id, post: Post, at: Instant): Promise<boolean> {
  const result = await tx.db
    .updateTable('appointments')
    .set({ until_at: at })
    .where('person_id', '=', personId)
    .where('post', '=', post)
    .where('until_at', 'is', null)
    .executeTakeFirst();
  return tookEffect(result);
}

export async function livePostsOf(reader: Reader, personId: Id): Promise<Post[]> {
  const rows = await reader.db
    .selectFrom('appointments')
    .select('post')
    .where('person_id', '=', personId)
    .where('until_at', 'is', null)
    .execute();
  return rows.map((row) => row.post);
}

/** The ids of the people who hold the post now. */
export async function livePeopleIn(reader: Reader, post: Post): Promise<Id[]> {
  const rows = await reader.db
    .selectFrom('appointments')
    .select('person_id')
    .where('post', '=', post)
    .where('until_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}
