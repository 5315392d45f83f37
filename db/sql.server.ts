import { sql } from 'kysely';
import type { Expression, ExpressionBuilder, InsertResult, UpdateResult } from 'kysely';

/** Whether a conditional write found its row: false means somebody was first, or it was never there. */
export const tookEffect = (result: Pick<UpdateResult, 'numUpdatedRows'>): boolean => result.numUpdatedRows > 0n;

/** Whether an insert that gives way to a row already there wrote anything. */
export const wasWritten = (result: InsertResult): boolean => (result.numInsertedOrUpdatedRows ?? 0n) > 0n;

/** `revision + 1`, for the `set` of a conditional update. */
export const nextRevision = <DB, T extends keyof DB>(eb: ExpressionBuilder<DB, T>): Expression<number> =>
  eb(sql.ref<number>('revision'), '+', 1);

/** `count(*)` as a number on both engines. */
export const countAll = () => sql<number>`cast(count(*) as integer)`;

/** A pattern for `like … escape '\'` that finds `text` anywhere, whatever signs it holds. */
export const anywhere = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
