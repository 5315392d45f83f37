import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';

/** A statement without its body. */
export type StatementHead = Omit<Row<'statements'>, 'body_json'>;
const HEAD = ['id', 'case_id', 'number', 'address', 'sha256', 'by', 'at', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'] as const;

/** A second with the same number is refused as a unique violation. */
export async function insertStatement(tx: Writer, row: NewRow<'statements'>): Promise<void> {
  await tx.db.insertInto('statements').values(row).execute();
}

/** By number; withdrawn ones too. */
export const statementsOf = (reader: Reader, caseId: Id): Promise<StatementHead[]> =>
  reader.db.selectFrom('statements').select(HEAD).where('case_id', '=', caseId).orderBy('number').execute();

/** Every number at one public address. */
export const statementsAt = (reader: Reader, address: string): Promise<StatementHead[]> =>
  reader.db.selectFrom('statements').select(HEAD).where('address', '=', address).orderBy('number').execute();

export const statementById = (reader: Reader, id: Id): Promise<Row<'statements'> | undefined> =>
  reader.db.selectFrom('statements').selectAll().where('id', '=', id).executeTakeFirst();

/** Those that stand, of every case, newest first. */
export const standingStatements = (reader: Reader): Promise<Row<'statements'>[]> =>
  reader.db.selectFrom('statements').selectAll().where('withdrawn_at', 'is', null).orderBy('at', 'desc').execute();

/** Withdraws every number of a case that still stands; answers how many. */
export async function withdrawStatements(tx: Writer, caseId: Id, withdrawn: Pick<Changes<'statements'>, 'withdrawn_by' | 'withdrawn_at' | 'withdrawn_reason'>): Promise<number> {
  const result = await tx.db.updateTable('statements').set(withdrawn).where('case_id', '=', caseId).where('withdrawn_at', 'is', null).executeTakeFirst();
  return Number(result.numUpdatedRows);
}
