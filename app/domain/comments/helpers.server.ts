import type { Reader } from '#db/database.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { peopleAround, type About } from './mentions.server.ts';

/** The team and its mentors, and whether they see a comment: who may be given a task. */
export async function helpersFor(reader: Reader, file: CaseFile, comment: Omit<About, 'id' | 'case_id'>) {
  const helping = holdersOf(file, ...TEAM, 'mentor');
  return (await peopleAround(reader, file, comment)).filter((p) => helping.includes(p.id));
}
