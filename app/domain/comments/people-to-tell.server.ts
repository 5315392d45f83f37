import type { Reader } from '#db/database.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { audiencesFor } from './comments.policy.ts';
import type { CommentedAnswer } from './comment-page.server.ts';
import { peopleAround } from './mentions.server.ts';

/** People who could see a comment of this writer on this answer, to whichever of their audiences. */
export async function peopleToTell(reader: Reader, file: CaseFile, { stage, answer }: CommentedAnswer): Promise<{ id: string; name: string }[]> {
  const about = { stage: stage.key, question: answer.key, by: file.actor.id };
  const each = await Promise.all(audiencesFor(file.roles).map((audience) => peopleAround(reader, file, { ...about, audience })));
  const names = new Map(each.flat().filter((p) => p.sees && p.id !== file.actor.id).map((p) => [p.id, p.name]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
