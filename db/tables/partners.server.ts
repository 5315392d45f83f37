import type { Reader, Writer } from '../database.server.ts';
import type { Id, Instant, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

/** Names a partner; one who is named already keeps what they confirmed. */
export async function namePartner(tx: Writer, row: Omit<NewRow<'stage_partners'>, 'confirmed_hash' | 'confirmed_at'>): Promise<void> {
  await tx.db.insertInto('stage_partners').values({ ...row, confirmed_hash: null, confirmed_at: null }).onConflict((conflict) => conflict.columns(['case_id', 'stage', 'person_id']).doNothing()).execute();
}

export async function dropPartner(tx: Writer, caseId: Id, stage: string, personId: Id): Promise<void> {
  await tx.db.deleteFrom('stage_partners').where('case_id', '=', caseId).where('stage', '=', stage).where('person_id', '=', personId).execute();
}

/** False when they are no partner of the stage. */
export async function confirmAs(tx: Writer, caseId: Id, stage: string, personId: Id, hash: string, at: Instant): Promise<boolean> {
  const result = await tx.db.updateTable('stage_partners').set({ confirmed_hash: hash, confirmed_at: at }).where('case_id', '=', caseId).where('stage', '=', stage).where('person_id', '=', personId).executeTakeFirst();
  return tookEffect(result);
}

/** In the order named. */
export const partnersOf = (reader: Reader, caseId: Id, stage: string): Promise<Row<'stage_partners'>[]> =>
  reader.db.selectFrom('stage_partners').selectAll().where('case_id', '=', caseId).where('stage', '=', stage).orderBy('at').orderBy('person_id').execute();

/** Where this person was named and has confirmed nothing yet. */
export const unconfirmedOf = (reader: Reader, personId: Id, caseIds: readonly Id[]): Promise<Row<'stage_partners'>[]> =>
  reader.db.selectFrom('stage_partners').selectAll().where('person_id', '=', personId).where('case_id', 'in', caseIds).where('confirmed_hash', 'is', null).orderBy('at').orderBy('stage').execute();
