import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import type { CommentsSeen } from '#db/tables/comment-lists.server.ts';
import { submissionsOf } from '#db/tables/submissions.server.ts';
import { STAGES, type Role, type StageKey } from '#workflows/definition.ts';
import { questionsOf } from '#workflows/form.ts';
import { standingsOf, type CaseFile } from '../cases/case-file.server.ts';
import { maySeeDraft, maySeeSubmission } from '../cases/cases.policy.ts';
import { audiencesOf } from './comments.policy.ts';

/** A comment as pages show it. */
export interface CommentShown {
  id: string;
  question: string;
  kind: Row<'comments'>['kind'];
  state: Row<'comments'>['state'];
  audience: Row<'comments'>['audience'];
  text: string;
  proposed: string | null;
  /** The revision of the answer that the words were offered for. */
  proposedOn: number | null;
  outcome: Row<'comments'>['outcome'];
  reply: string | null;
  by: string;
  at: string;
  mine: boolean;
  draft: boolean;
}

/** A person as far as a case is open to them. */
export type ReaderOf = Pick<CaseFile, 'roles' | 'standings'> & { id: string };
export const readerIn = (file: CaseFile): ReaderOf => ({ id: file.actor.id, roles: file.roles, standings: file.standings });

/** Somebody else with a part in the case today. */
export function partOf(file: Pick<CaseFile, 'memberships'>, personId: string): ReaderOf {
  const standings = standingsOf(file.memberships, personId);
  return { id: personId, standings, roles: [...new Set(standings.filter((s) => s.until === null).map((s) => s.role))] as Role[] };
}

/** Whether this reader sees a comment on a stage they read: their own; or one that was sent, to an audience they belong to. */
export function seesComment(who: ReaderOf, comment: Pick<Row<'comments'>, 'by' | 'sent_at' | 'audience'>): boolean {
  if (comment.by === who.id) return true;
  return comment.sent_at !== null && audiencesOf(who.roles).includes(comment.audience);
}

/** Whether a stage is open to this reader: its draft, or a version that stands. */
export const readsStage = ({ roles, standings }: ReaderOf, stage: StageKey, wasSent: boolean): boolean =>
  maySeeDraft(roles, standings, stage) || (wasSent && maySeeSubmission(roles, standings, stage));

/** Stages of the case whose last version stands. */
export async function stagesSent(reader: Reader, caseId: string): Promise<Set<string>> {
  const last = new Map((await submissionsOf(reader, caseId)).map((s) => [s.stage, s.withdrawn_at === null]));
  return new Set([...last].filter(([, stands]) => stands).map(([stage]) => stage));
}

/** All comments of the case that its reader sees, for the lists and counts of the database. */
export async function commentsSeen(reader: Reader, file: CaseFile): Promise<CommentsSeen> {
  const sent = await stagesSent(reader, file.case.id);
  return {
    caseId: file.case.id, personId: file.actor.id, audiences: audiencesOf(file.roles),
    stages: STAGES.filter((stage) => readsStage(readerIn(file), stage, sent.has(stage))),
    hidden: questionsOf(file.pathway).filter((q) => q.seenBy && !q.seenBy.some((role) => file.roles.includes(role))).map((q) => q.key),
  };
}

export const commentShown = (file: CaseFile, c: Row<'comments'>, name: (id: string | null) => string): CommentShown => ({
  id: c.id, question: c.question, kind: c.kind, state: c.state, audience: c.audience, text: c.text, proposed: c.proposed, proposedOn: c.proposed_on,
  outcome: c.outcome, reply: c.reply, by: name(c.by), at: c.at, mine: c.by === file.actor.id, draft: c.sent_at === null,
});
