import type { Reader } from '#db/database.server.ts';
import { submissionById, submissionsOf } from '#db/tables/submissions.server.ts';
import type { Role, StageKey } from '#workflows/definition.ts';
import { isExample, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { maySeeSubmission } from '../cases/cases.policy.ts';
import { drawnFrom, sectionViews, type AnswerView } from '../stages/answer-views.server.ts';
import { bodyOf } from '../stages/submissions.server.ts';

/** Answers of a stage as they were last sent. */
export interface Sent {
  number: number;
  /** The day it was sent. */
  at: string;
  answers: AnswerView[];
}

/**
 * The answers to these questions in the version last sent and not taken back, as people with these roles may read them.
 * Undefined when nothing was sent, or this person does not see it.
 */
export async function lastSent(reader: Reader, file: CaseFile, stage: StageKey, questions: readonly string[], roles: readonly Role[] = file.roles): Promise<Sent | undefined> {
  const found = stageInFile(file, stage);
  if (!found || (!isExample(file) && !maySeeSubmission(file.roles, file.standings, stage))) return undefined;
  const head = (await submissionsOf(reader, file.case.id, stage)).findLast(({ withdrawn_at }) => withdrawn_at === null);
  const submission = head && (await submissionById(reader, head.id));
  if (!submission) return undefined;
  const answers = sectionViews(found.entry.stage, drawnFrom(file.pathway, bodyOf(submission)), roles).flatMap((section) => section.answers).filter(({ key }) => questions.includes(key));
  return { number: submission.number, at: submission.sent_at, answers };
}
