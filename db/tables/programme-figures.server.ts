import type { Reader, Writer } from '../database.server.ts';
import type { NewRow, Row } from '../schema.ts';

/** A figure names the one it replaces; the second to replace the same one is refused as a unique violation. */
export async function insertFigure(tx: Writer, row: NewRow<'programme_figures'>): Promise<void> {
  await tx.db.insertInto('programme_figures').values(row).execute();
}

/** In the order recorded, replaced ones too. */
export const allFigures = (reader: Reader): Promise<Row<'programme_figures'>[]> =>
  reader.db.selectFrom('programme_figures').selectAll().orderBy('at').orderBy('id').execute();
