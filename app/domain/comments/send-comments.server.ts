import type { Writer } from '#db/database.server.ts';
import { draftsOf, sendDrafts } from '#db/tables/comments.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { tellOfSent } from './mentions.server.ts';

/** Sends what a judge has drafted on a version, with their review or decision, and tells whom it mentions. */
export async function sendComments(tx: Writer, file: CaseFile, submission: { id: string; stage: string }, at: string): Promise<void> {
  const drafts = (await draftsOf(tx, file.case.id, submission.stage, file.actor.id)).filter((c) => c.submission_id === submission.id);
  await sendDrafts(tx, submission.id, file.actor.id, at);
  await tellOfSent(tx, file, drafts, at);
}
