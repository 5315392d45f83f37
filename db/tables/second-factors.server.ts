import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

/** Begun or confirmed. */
export const secondFactorOf = (reader: Reader, personId: Id): Promise<Row<'second_factors'> | undefined> =>
  reader.db.selectFrom('second_factors').selectAll().where('person_id', '=', personId).executeTakeFirst();

/** Begins one, in place of another that was begun and never confirmed. */
export async function beginSecondFactor(tx: Writer, row: Omit<NewRow<'second_factors'>, 'confirmed_at'>): Promise<void> {
  await tx.db.deleteFrom('second_factors').where('person_id', '=', row.person_id).where('confirmed_at', 'is', null).execute();
  await tx.db.insertInto('second_factors').values({ ...row, confirmed_at: null }).execute();
}

export async function confirmSecondFactor(tx: Writer, personId: Id, at: Instant): Promise<void> {
  await tx.db.updateTable('second_factors').set({ confirmed_at: at }).where('person_id', '=', personId).where('confirmed_at', 'is', null).execute();
}

/** Uses up a step of thirty seconds: false when it, or a later one, was used before. */
export async function useStep(tx: Writer, personId: Id, step: number): Promise<boolean> {
  return tookEffect(await tx.db.updateTable('second_factors').set({ last_step: step }).where('person_id', '=', personId).where('last_step', '<', step).executeTakeFirst());
}

/** Removes it with its recovery codes; false when there was none. */
export async function dropSecondFactor(tx: Writer, personId: Id): Promise<boolean> {
  await tx.db.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
  return (await tx.db.deleteFrom('second_factors').where('person_id', '=', personId).executeTakeFirst()).numDeletedRows > 0n;
}

/** In place of all there were. */
export async function putRecoveryCodes(tx: Writer, personId: Id, marks: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
  await tx.db.insertInto('recovery_codes').values(marks.map((mark) => ({ person_id: personId, mark, used_at: null }))).execute();
}

/** Not used yet. */
export const recoveryCodesLeft = async (reader: Reader, personId: Id): Promise<number> =>
  (await reader.db.selectFrom('recovery_codes').select('mark').where('person_id', '=', personId).where('used_at', 'is', null).execute()).length;

/** False when it is not one of theirs, or was used before. */
export async function useRecoveryCode(tx: Writer, personId: Id, mark: string, at: Instant): Promise<boolean> {
  return tookEffect(await tx.db.updateTable('recovery_codes').set({ used_at: at }).where('person_id', '=', personId).where('mark', '=', mark).where('used_at', 'is', null).executeTakeFirst());
}

/** The password was right, and the code is still to come. */
export async function insertHalfSignIn(tx: Writer, row: NewRow<'half_sign_ins'>): Promise<void> {
  await tx.db.insertInto('half_sign_ins').values(row).execute();
}

export const halfSignIn = (reader: Reader, secretHash: string, at: Instant): Promise<Row<'half_sign_ins'> | undefined> =>
  reader.db.selectFrom('half_sign_ins').selectAll().where('secret_hash', '=', secretHash).where('expires_at', '>', at).executeTakeFirst();

export async function deleteHalfSignInsOf(tx: Writer, personId: Id): Promise<void> {
  await tx.db.deleteFrom('half_sign_ins').where('person_id', '=', personId).execute();
}

export async function deleteExpiredHalfSignIns(tx: Writer, at: Instant): Promise<void> {
  await tx.db.deleteFrom('half_sign_ins').where('expires_at', '<=', at).execute();
}
