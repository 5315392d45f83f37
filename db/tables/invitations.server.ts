import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

export async function insertInvitation(tx: Writer, row: NewRow<'invitations'>): Promise<void> {
  await tx.db.insertInto('invitations').values(row).execute();
}

/** Whether it can still be accepted is for the caller to say. */
export const invitationByTokenHash = (reader: Reader, tokenHash: string): Promise<Row<'invitations'> | undefined> =>
  reader.db.selectFrom('invitations').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();

/** All, in the order sent. */
export const invitationsOf = (reader: Reader, caseId: Id): Promise<Row<'invitations'>[]> =>
  reader.db.selectFrom('invitations').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute();

/** Those to one address that nobody has answered or taken back. */
export const openInvitationsTo = (reader: Reader, email: string): Promise<Row<'invitations'>[]> =>
  reader.db.selectFrom('invitations').selectAll().where('email', '=', email).where('accepted_at', 'is', null).where('withdrawn_at', 'is', null).orderBy('at').orderBy('id').execute();

/** Those nobody has answered or taken back that end since an instant or later, with the title and state of their case. */
export const invitationsAwaited = (reader: Reader, since: Instant): Promise<(Row<'invitations'> & { case_title: string; case_state: string })[]> =>
  reader.db
    .selectFrom('invitations as i')
    .innerJoin('cases as k', 'k.id', 'i.case_id')
    .selectAll('i')
    .select(['k.title as case_title', 'k.state as case_state'])
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>=', since)
    .orderBy('i.expires_at')
    .orderBy('i.id')
    .execute();

/** False when it was accepted or withdrawn already, or has expired at `at`. */
export async function acceptInvitation(tx: Writer, id: Id, at: Instant): Promise<boolean> {
  const result = await open(tx, id).set({ accepted_at: at }).where('expires_at', '>', at).executeTakeFirst();
  return tookEffect(result);
}

/** False when it was accepted or withdrawn already. */
export async function withdrawInvitation(tx: Writer, id: Id, at: Instant): Promise<boolean> {
  return tookEffect(await open(tx, id).set({ withdrawn_at: at }).executeTakeFirst());
}

const open = (tx: Writer, id: Id) =>
  tx.db
    .updateTable('invitations')
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null);
