import type { Reader, Writer } from '../database.server.ts';
import type { Id, NewRow, Row } from '../schema.ts';

export async function putDecisionDraft(tx: Writer, row: NewRow<'decision_drafts'>): Promise<void> {
  await tx.db
    .insertInto('decision_drafts')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['submission_id', 'person_id']).doUpdateSet({ draft_json: row.draft_json, saved_at: row.saved_at }),
    )
    .execute();
}

export const decisionDraft = (reader: Reader, submissionId: Id, personId: Id): Promise<Row<'decision_drafts'> | undefined> =>
  reader.db
    .selectFrom('decision_drafts')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();

export async function dropDecisionDraft(tx: Writer, submissionId: Id, personId: Id): Promise<void> {
  await tx.db
    .deleteFrom('decision_drafts')
    .where('submission_id', '=', submissionId)
    .where('person_id', '=', personId)
    .execute();
}
