import type { Row } from '#db/schema.ts';
import { isWhole } from '../evidence/file-store.server.ts';
import { bodyOf, sha256Of } from './submissions.server.ts';

/** What a look at the stored bytes found: the version's own, and those of each file it was sent with. */
export interface Seal {
  sha256: string;
  /** The kept text still has the hash it was signed under. */
  bodyUnchanged: boolean;
  files: { title: string; fileName: string; found: 'whole' | 'changed' | 'missing' }[];
}

/** Works the hashes out again from what is stored. Reads every file of the version, so never inside a transaction. */
export async function checkSeal(submission: Pick<Row<'submissions'>, 'body_json' | 'sha256'>): Promise<Seal> {
  const bodyUnchanged = sha256Of(submission.body_json) === submission.sha256;
  const files: Seal['files'] = [];
  for (const { title, fileName, sha256 } of documentsIn(submission)) files.push({ title, fileName, found: await isWhole(sha256) });
  return { sha256: submission.sha256, bodyUnchanged, files };
}

/** A body whose bytes were changed may no longer be JSON at all. */
function documentsIn(submission: Pick<Row<'submissions'>, 'body_json'>) {
  try {
    return bodyOf(submission).documents;
  } catch {
    return [];
  }
}

export const isUnchanged = (seal: Seal): boolean => seal.bodyUnchanged && seal.files.every((f) => f.found === 'whole');
