import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';

type Purpose = Row<'tokens'>['purpose'];

export async function insertToken(tx: Writer, row: NewRow<'tokens'>): Promise<void> {
  await tx.db.insertInto('tokens').values(row).execute();
}

/** Uses up a token and answers whose it was: undefined when unknown, used, expired or for another purpose. */
export async function useToken(tx: Writer, tokenHash: string, purpose: Purpose, at: Instant): Promise<Id | undefined> {
  const used = await tx.db
    .updateTable('tokens')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('person_id')
    .executeTakeFirst();
  return used?.person_id;
}

/** Makes the person's other links of this purpose useless, as when a newer one is sent. */
export async function useUpTokensOf(tx: Writer, personId: Id, purpose: Purpose, at: Instant): Promise<void> {
  await tx.db
    .updateTable('tokens')
    .set({ used_at: at })
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
}

/** Whose token this is while it can still be used, left unused: for the page that asks for a password. */
export async function ownerOfToken(reader: Reader, tokenHash: string, purpose: Purpose, at: Instant): Promise<Id | undefined> {
  const token = await reader.db
    .selectFrom('tokens')
    .select('person_id')
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return token?.person_id;
}
