import type { Row } from '#db/schema.ts';
import type { Role } from '#workflows/definition.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { APPROVING, inTeam } from '../cases/cases.policy.ts';

/** A comment as pages show it. */
export interface CommentShown {
  id: string;
  question: string;
  kind: Row<'comments'>['kind'];
  state: Row<'comments'>['state'];
  text: string;
  proposed: string | null;
  reply: string | null;
  by: string;
  at: string;
  mine: boolean;
  draft: boolean;
}

/** Whether this reader sees a comment: a draft is its author's; what the team and its mentor say among themselves is not the approver's. */
export function seesComment(file: CaseFile, comment: Pick<Row<'comments'>, 'by' | 'sent_at'>): boolean {
  if (comment.by === file.actor.id) return true;
  if (comment.sent_at === null) return false;
  const among = inTeam(file.roles) || file.roles.some((role) => role === 'support' || role === 'auditor' || role === 'mentor');
  return among || file.memberships.some((m) => m.person_id === comment.by && APPROVING.includes(m.role as Role));
}

export const commentShown = (file: CaseFile, c: Row<'comments'>, name: (id: string | null) => string): CommentShown => ({
  id: c.id, question: c.question, kind: c.kind, state: c.state, text: c.text, proposed: c.proposed, reply: c.reply,
  by: name(c.by), at: c.at, mine: c.by === file.actor.id, draft: c.sent_at === null,
});
