import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

/** What these people chose, in no order; nothing for what they left as it was. */
export const noticeChoicesOf = (reader: Reader, personIds: readonly Id[]): Promise<Row<'notice_choices'>[]> =>
  reader.db.selectFrom('notice_choices').selectAll().where('person_id', 'in', personIds).execute();

/** Puts each choice in the place of the one before. */
export async function keepNoticeChoices(tx: Writer, rows: readonly NewRow<'notice_choices'>[]): Promise<void> {
  await tx.db
    .insertInto('notice_choices')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'kind', 'about']).doUpdateSet((eb) => ({ pace: eb.ref('excluded.pace'), at: eb.ref('excluded.at') })),
    )
    .execute();
}
