import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { versionsOf } from '#db/tables/answer-versions.server.ts';
import { tasksOfComment } from '#db/tables/comment-tasks.server.ts';
import { repliesTo } from '#db/tables/comment-replies.server.ts';
import { mentionsOf } from '#db/tables/comments.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { hasTag } from '#workflows/decide.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import { inText } from '../answers/answer-in-text.server.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { isText } from '../answers/text-questions.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { inTeam, mayEdit, mayLead, maySeeDraft, maySeeSubmission } from '../cases/cases.policy.ts';
import { drawnFrom, drawnNow, sectionViews, type AnswerView } from '../stages/answer-views.server.ts';
import { guidanceLink } from '../guidance/shared-pages.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { bodyOf } from '../stages/submissions.server.ts';
import { standsStill } from '../stages/stage-facts.server.ts';
import { commentShown, type CommentShown } from './comments-seen.server.ts';
import { mayAnswer, mayCommentIn, maySettle } from './comments.policy.ts';
import { commentFor, fromTeam, writerLeft } from './comments.server.ts';

/** One answer that is, or may be, commented on. */
export interface CommentedAnswer {
  case: { id: string; title: string };
  stage: { key: StageKey; title: string; noun: string };
  section: { key: string; title: string };
  answer: AnswerView;
  /** The answer is words, for which others can be offered. */
  isText: boolean;
}
export interface CommentPage extends CommentedAnswer {
  comment: CommentShown;
  /** Replies in order. `again`: from who opened the comment. */
  thread: { id: string; text: string; by: string; at: string; mine: boolean; again: boolean }[];
  settled: { by: string; at: string } | null;
  /** Words offered for the answer; null when there are none. */
  offer: Offer | null;
  /** People mentioned, by name. */
  mentions: string[];
  tasks: TaskShown[];
  mayReply: boolean;
  maySettle: boolean;
  mayDiscard: boolean;
  /** May offer words, or better ones. */
  maySuggest: boolean;
  mayMakeTask: boolean;
  /** The team can change the answer now. */
  editable: boolean;
  /** It can become, or is, guidance for everybody. */
  guidance: { to: string; label: string } | null;
  /** Where its reader came from: the team's stage, or the version under review. */
  back: { to: string; label: string };
}
export interface Offer {
  words: string;
  by: string;
  at: string;
  /** The answer when the words were offered, where it has changed since. */
  then: string | null;
  /** Of the answer as it is shown here. */
  revision: number;
  outcome: { is: 'taken' | 'declined'; by: string; at: string } | null;
  mayTake: boolean;
  mayDecline: boolean;
}
export interface TaskShown {
  id: string;
  text: string;
  owner: string;
  dueOn: string;
  done: { by: string; at: string } | null;
  mayTick: boolean;
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
    isText: isText(place.question),
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
  const row = await commentFor(reader, file, commentId);
  const about = row && (await answerForComment(reader, file, row.stage, row.question));
  if (!row || !about) return undefined;
  const [mentions, tasks, replies] = await Promise.all([mentionsOf(reader, [row.id]), tasksOfComment(reader, row.id), repliesTo(reader, row.id)]);
  const name = await namesOf(reader, [row.by, row.settled_by, ...replies.map((r) => r.by), row.proposed_by, row.outcome_by, ...mentions.map((m) => m.person_id), ...tasks.flatMap((t) => [t.owner_id, t.done_by])]);
  const { row: stage } = stageInFile(file, row.stage)!;
  const team = inTeam(file.roles);
  const path = `/cases/${file.case.id}/stages/${row.stage}`;
  const [sent, open] = [row.sent_at !== null, row.state !== 'settled'];
  const writes = mayCommentIn(file.roles, file.standings, about.stage.key);
  const editable = mayEdit(file.roles, file.standings, about.stage.key) && hasTag('stage', stage.state, 'editable') && standsStill(file.case.state) === null;
  return {
    ...about,
    comment: commentShown(file, row, name),
    thread: replies.map((r) => ({ id: r.id, text: r.text, by: name(r.by), at: r.at, mine: r.by === file.actor.id, again: r.by === row.by })),
    settled: row.settled_at ? { by: name(row.settled_by), at: row.settled_at } : null,
    offer: await offerOf(reader, file, row, name, editable),
    mentions: mentions.map((m) => name(m.person_id)),
    tasks: tasks.map((t) => taskShown(file, t, name)),
    mayReply: sent && open && row.outcome === null && writes && (row.by === file.actor.id || mayAnswer(file.roles, { ...row, fromTeam: fromTeam(file, row) })),
    maySettle: sent && open && maySettle(file.roles, row.by === file.actor.id, writerLeft(file, row)),
    mayDiscard: !sent && row.by === file.actor.id,
    maySuggest: sent && open && row.outcome === null && row.kind !== 'mustChange' && writes && about.isText,
    mayMakeTask: sent && open && team && writes,
    editable,
    guidance: await guidanceLink(reader, file, row),
    back: team ? { to: `${path}/${about.section.key}#${row.question}`, label: about.section.title } : { to: `${path}/review#${row.question}`, label: about.stage.title },
  };
}

type Name = (id: string | null) => string;

async function offerOf(reader: Reader, file: CaseFile, row: Row<'comments'>, name: Name, editable: boolean): Promise<Offer | null> {
  if (row.proposed === null) return null;
  const versions = await versionsOf(reader, file.case.id, row.question);
  const kept = versions.filter((v) => v.collided_at === null);
  const revision = Math.max(0, ...kept.map((v) => v.revision));
  const then = kept.find((v) => v.revision === row.proposed_on);
  const waits = row.outcome === null && row.state !== 'settled' && row.sent_at !== null;
  const changed = waits && row.proposed_on !== null && row.proposed_on !== revision && maySeeDraft(file.roles, file.standings, row.stage as StageKey);
  return {
    words: row.proposed, by: name(row.proposed_by ?? row.by), at: row.proposed_at ?? row.at, revision,
    then: changed ? (then ? inText(placeOf(file.pathway, row.question)!.question, then) : 'Not provided') : null,
    outcome: row.outcome && { is: row.outcome, by: name(row.outcome_by), at: row.outcome_at ?? '' },
    mayTake: waits && editable, mayDecline: waits && mayEdit(file.roles, file.standings, row.stage as StageKey),
  };
}

const taskShown = (file: CaseFile, t: Row<'comment_tasks'>, name: Name): TaskShown => ({
  id: t.id, text: t.text, owner: name(t.owner_id), dueOn: t.due_on, done: t.done_at ? { by: name(t.done_by), at: t.done_at } : null,
  mayTick: t.done_at === null && (t.owner_id === file.actor.id || t.by === file.actor.id || mayLead(file.roles)),
});
