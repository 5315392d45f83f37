import type { Reader } from '#db/database.server.ts';
import { commentById } from '#db/tables/comments.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { hasTag } from '#workflows/decide.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { inTeam, maySeeDraft, maySeeSubmission } from '../cases/cases.policy.ts';
import { drawnFrom, drawnNow, sectionViews, type AnswerView } from '../stages/answer-views.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { bodyOf } from '../stages/submissions.server.ts';
import { commentShown, seesComment, type CommentShown } from './comments-seen.server.ts';

/** One answer that is, or may be, commented on. */
export interface CommentedAnswer {
  case: { id: string; title: string };
  stage: { key: StageKey; title: string; noun: string };
  section: { key: string; title: string };
  answer: AnswerView;
}
export interface CommentPage extends CommentedAnswer {
  comment: CommentShown;
  replied: { by: string; at: string } | null;
  settled: { by: string; at: string } | null;
  mayReply: boolean;
  maySettle: boolean;
  mayDiscard: boolean;
  /** The team can change the answer now. */
  editable: boolean;
  /** Where its reader came from: the team's stage, or the version under review. */
  back: { to: string; label: string };
}

/** An answer as this person may read it: the draft for those who see drafts, else the version last sent. */
export async function answerForComment(reader: Reader, file: CaseFile, stage: string, question: string): Promise<CommentedAnswer | undefined> {
  const found = stageInFile(file, stage);
  const place = placeOf(file.pathway, question);
  if (!found || place?.stage.key !== found.key) return undefined;
  const views = await viewsFor(reader, file, found.key);
  const section = views?.find((s) => s.answers.some((a) => a.key === question));
  const answer = section?.answers.find((a) => a.key === question);
  if (!section || !answer) return undefined;
  const say = (text: string) => inWords(text, file.pathway);
  return {
    case: { id: file.case.id, title: file.case.title },
    stage: { key: found.key, title: say(found.entry.stage.title), noun: say(found.entry.stage.noun) },
    section: { key: section.key, title: section.title },
    answer,
  };
}

async function viewsFor(reader: Reader, file: CaseFile, key: StageKey) {
  const { entry } = stageInFile(file, key)!;
  if (maySeeDraft(file.roles, file.standings, key)) {
    const form = await caseForm(reader, file);
    const documents = form.documentRows.map((d) => ({ id: d.id, kind: d.kind, title: d.title, fileName: d.file_name }));
    return sectionViews(entry.stage, drawnNow(form, documents), file.roles);
  }
  const submission = maySeeSubmission(file.roles, file.standings, key) ? await latestSubmission(reader, file.case.id, key) : undefined;
  return submission?.withdrawn_at === null ? sectionViews(entry.stage, drawnFrom(file.pathway, bodyOf(submission)), file.roles) : undefined;
}

/** One comment with its answer; undefined when it is not there for this person. */
export async function commentPage(reader: Reader, file: CaseFile, commentId: string): Promise<CommentPage | undefined> {
  const row = await commentById(reader, commentId);
  if (row?.case_id !== file.case.id || !seesComment(file, row)) return undefined;
  const about = await answerForComment(reader, file, row.stage, row.question);
  if (!about) return undefined;
  const name = await namesOf(reader, [row.by, row.replied_by, row.settled_by]);
  const { row: stage } = stageInFile(file, row.stage)!;
  const team = inTeam(file.roles);
  const path = `/cases/${file.case.id}/stages/${row.stage}`;
  return {
    ...about,
    comment: commentShown(file, row, name),
    replied: row.replied_at ? { by: name(row.replied_by), at: row.replied_at } : null,
    settled: row.settled_at ? { by: name(row.settled_by), at: row.settled_at } : null,
    mayReply: team && row.sent_at !== null && row.state !== 'settled',
    maySettle: row.sent_at !== null && row.state !== 'settled' && (row.by === file.actor.id || file.roles.includes('sponsor')),
    mayDiscard: row.sent_at === null && row.by === file.actor.id,
    editable: team && hasTag('stage', stage.state, 'editable'),
    back: team ? { to: `${path}/${about.section.key}`, label: about.section.title } : { to: `${path}/review#${row.question}`, label: about.stage.title },
  };
}
