import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { commentsBeside, countsByQuestion } from '#db/tables/comment-lists.server.ts';
import { draftsOf } from '#db/tables/comments.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { readMarksOf } from '#db/tables/read-marks.server.ts';
import { reviewsOf } from '#db/tables/reviews.server.ts';
import { submissionById, submissionsOf } from '#db/tables/submissions.server.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import type { Stage, StageKey } from '#workflows/definition.ts';
import { inWords } from '#workflows/form.ts';
import { boardBeside, type BoardBeside } from '../boards/board-beside.server.ts';
import type { CommentKind } from '#workflows/comments.ts';
import { kindsFor } from '../comments/comments.policy.ts';
import { commentsSeen, commentShown, type CommentShown } from '../comments/comments-seen.server.ts';
import { turnsInFile } from '../cases/case-cards.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { APPROVING, isOnlyMentor, mayAssure, mayDecide, maySeeReviews, maySeeSubmission } from '../cases/cases.policy.ts';
import { mayWriteNote, notesFor, type NoteShown } from '../meetings/mentor-note.server.ts';
import { signerIn } from '../covers/signers.server.ts';
import { drawnFrom, sectionViews } from './answer-views.server.ts';
import { namesOf } from './people-named.server.ts';
import { lastRead } from './reading.server.ts';
import { reviewSummary, type ReviewSummary } from './review-summary.server.ts';
import { reviewsGiven, type ReviewsGiven, type ReviewShown } from './reviews-given.server.ts';
import { bodyOf } from './submissions.server.ts';
import type { TurnView } from './turns.server.ts';
import { compareSections, countDifferences, type ComparedAnswer, type DifferenceCounts } from './version-differences.ts';

export interface ReviewedAnswer extends ComparedAnswer {
  comments: CommentShown[];
  /** How many there are besides those. */
  more: number;
  /** What was asked of the team and the line it gave on what it changed. */
  change: { asked: string; changed: string } | null;
}
export interface ReviewedSection {
  key: string;
  title: string;
  /** The part of the stage it belongs to; '' for one that is no longer asked. */
  group: string;
  read: boolean;
  /** How many answers it has, and how many of them differ from the version read before. */
  of: number;
  differ: number;
  answers: ReviewedAnswer[];
}
export interface ReviewPage {
  case: CaseHead;
  stage: { key: StageKey; title: string; noun: string };
  version: { id: string; number: number; sentBy: string; sentAt: string; sha256: string };
  state: { title: string; tone: ReturnType<typeof describe>['tone'] };
  turn: TurnView | null;
  lastRead: { number: number; at: string } | null;
  counts: DifferenceCounts | null;
  changedOnly: boolean;
  minutes: { summary: number; whole: number; changes: number };
  summary: ReviewSummary;
  sections: ReviewedSection[];
  reviews: ReviewShown[];
  missing: string[];
  /** The review that is asked of this reader and not in. */
  mine: ReviewsGiven['mine'];
  /** The first-line decision that waits for this reader's word. */
  toAssure: { decisionId: string; outcome: string; by: string; at: string } | null;
  mayDecide: boolean;
  /** Why a judge cannot judge here; null when they can, or never could. */
  shutOut: string | null;
  kinds: CommentKind[];
  drafts: number;
  board: BoardBeside | null;
  notes: NoteShown[];
  mayNote: boolean;
}

/** The version in front of its readers, for one of them; undefined when there is none, or none for this person. */
export async function reviewPage(reader: Reader, file: CaseFile, stage: string, { showAll }: { showAll: boolean }): Promise<ReviewPage | undefined> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeSubmission(file.roles, file.standings, found.key)) return undefined;
  const heads = await submissionsOf(reader, file.case.id, found.key);
  const head = heads.at(-1);
  const submission = head?.withdrawn_at === null ? await submissionById(reader, head.id) : undefined;
  if (!submission) return undefined;
  const earlier = heads.filter((h) => h.number < submission.number && h.withdrawn_at === null);
  const [who, keys] = [await commentsSeen(reader, file), questionsIn(found.entry.stage)];
  const [turns, seen, counts, drafts, decisions, marks, before, given, board, notes] = await Promise.all([
    turnsInFile(reader, file), commentsBeside(reader, who, keys, BESIDE), countsByQuestion(reader, who, keys), draftsOf(reader, file.case.id, found.key, file.actor.id), decisionsOf(reader, file.case.id),
    readMarksOf(reader, file.actor.id, submission.id), lastRead(reader, file.actor.id, earlier), reviewsGiven(reader, file, found.entry, submission.id),
    boardBeside(reader, file, found, submission.id), notesFor(reader, file, found.key),
  ]);
  const signs = mayDecide(file.roles) || mayAssure(file.roles);
  const signer = signs ? await signerIn(reader, file, hasTag('stage', found.row.state, 'secondLine') ? 'secondLine' : 'sponsor', (await reviewsOf(reader, submission.id)).filter((r) => r.sent_at !== null)) : null;
  const barred = file.exclusion ?? signer?.hadAHand ?? signer?.coverFault ?? null;
  const earlierBody = before && (await submissionById(reader, before.submission.id));
  const body = bodyOf(submission);
  const drawn = drawnFrom(file.pathway, body);
  const views = sectionViews(found.entry.stage, drawn, file.roles);
  const compared = compareSections(views, earlierBody ? sectionViews(found.entry.stage, drawnFrom(file.pathway, bodyOf(earlierBody)), file.roles) : views);
  const first = decisions.find((d) => d.submission_id === submission.id && d.line === 'first' && d.voided_at === null);
  const name = await namesOf(reader, [submission.sent_by, first?.by ?? null, ...seen.map((c) => c.by)]);
  const summary = await reviewSummary(reader, file, found.entry.stage, body, drawn, views);
  const changedOnly = earlierBody !== undefined && !showAll;
  const changes = new Map(body.changes.map((c) => [c.question, c]));
  const groups = new Map(found.entry.stage.groups.flatMap((g) => g.sections.map((section) => [section.key, inWords(g.title, file.pathway)] as const)));
  const withApprover = hasTag('stage', found.row.state, 'approver');
  const { title, tone } = describe('stage', found.row.state);
  return {
    case: headOf(file),
    stage: { key: found.key, title: inWords(found.entry.stage.title, file.pathway), noun: inWords(found.entry.stage.noun, file.pathway) },
    version: { id: submission.id, number: submission.number, sentBy: name(submission.sent_by), sentAt: submission.sent_at, sha256: submission.sha256 },
    state: { title, tone },
    turn: turns.find((t) => t.stage === found.key && t.stageTitle !== '') ?? turns.find((t) => t.whose === 'nobody') ?? null,
    lastRead: before && earlierBody ? { number: before.submission.number, at: before.at } : null,
    counts: earlierBody ? countDifferences(compared) : null,
    changedOnly,
    minutes: minutesFor(summary, compared.flatMap((s) => s.answers)),
    summary,
    sections: compared.map((s) => ({
      key: s.key, title: s.title, group: groups.get(s.key) ?? '', read: marks.some((m) => m.section === s.key), of: s.answers.length, differ: s.answers.filter((a) => a.difference !== 'same').length,
      answers: s.answers.filter((a) => !changedOnly || a.difference !== 'same' || changes.has(a.key)).map((a) => ({ ...a, ...besideAnswer(a.key, seen, counts, file, name), change: isOnlyMentor(file.roles) ? null : changeOf(changes.get(a.key)) })),
    })),
    reviews: maySeeReviews(file.roles) ? given.reviews : given.reviews.filter((r) => r.by === file.actor.name),
    missing: given.missing,
    mine: withApprover && file.exclusion === null ? given.mine : null,
    toAssure: mayAssure(file.roles) && barred === null && first && ![first.by, first.for_id].some((id) => id !== null && [file.actor.id, signer?.away?.id].includes(id)) && hasTag('stage', found.row.state, 'secondLine') ? { decisionId: first.id, outcome: OUTCOMES[first.outcome], by: name(first.by), at: first.at } : null,
    mayDecide: mayDecide(file.roles) && barred === null && withApprover,
    shutOut: barred !== null && file.roles.some((role) => APPROVING.includes(role)) ? barred : null,
    kinds: kindsFor(file.roles, file.exclusion !== null),
    drafts: drafts.length,
    board, notes, mayNote: mayWriteNote(file, found.key),
  };
}

/** How many comments stand beside one answer. */
const BESIDE = 10;
const questionsIn = (stage: Stage) => stage.groups.flatMap((g) => g.sections.flatMap((s) => s.questions.map((q) => q.key)));

function besideAnswer(key: string, seen: readonly Row<'comments'>[], counts: ReadonlyMap<string, number>, file: CaseFile, name: (id: string | null) => string) {
  const comments = seen.filter((c) => c.question === key).map((c) => commentShown(file, c, name));
  return { comments, more: (counts.get(key) ?? 0) - comments.length };
}

const changeOf = (change: { asked: string; changed: string } | undefined) => (change ? { asked: change.asked, changed: change.changed } : null);

const OUTCOMES: Record<Row<'decisions'>['outcome'], string> = {
  approved: 'approved it', approvedWithConditions: 'approved it with conditions', changesRequested: 'asked for changes', declined: 'declined it',
  assured: 'assured it', queried: 'queried it', stopped: 'stopped it',
};

const WORDS_A_MINUTE = 220;
/** Whole minutes of reading, at least 1. */
function minutesFor(summary: ReviewSummary, answers: readonly ComparedAnswer[]): ReviewPage['minutes'] {
  const minutes = (texts: readonly string[]) => Math.max(1, Math.round(texts.join(' ').split(/\s+/).length / WORDS_A_MINUTE));
  const spoken = [summary.asked, summary.purpose, ...summary.benefits.map((b) => b.title + b.figure), ...summary.risks.map((r) => r.text + r.beside), ...summary.criteria.map((c) => c.title + c.looksFor)];
  return {
    summary: minutes(spoken),
    whole: minutes(answers.flatMap((a) => [a.title, a.text])),
    changes: minutes(answers.filter((a) => a.difference !== 'same').flatMap((a) => [a.title, a.text, a.before])),
  };
}

