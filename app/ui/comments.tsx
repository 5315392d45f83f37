import { Link } from '@remix-run/react';
import type { CommentView } from '#app/domain/answers/section-page.server.ts';
import { moment } from '#app/lib/dates.ts';
import classes from './comments.module.css';
import { Details } from './details.tsx';
import { Diff } from './diff.tsx';
import { Prose } from './prose.tsx';
import { StatusTag } from './status-tag.tsx';

const KINDS = { question: 'Question', suggestion: 'Suggestion', mustChange: 'Must change' } as const;
const STATES = { open: 'Open', answered: 'Answered', settled: 'Settled' } as const;

/** Comments on one answer: open ones in plain sight, settled ones in a fold. */
export function Comments({ comments, caseId }: { comments: CommentView[]; caseId: string }) {
  const open = comments.filter((c) => c.state !== 'settled');
  const settled = comments.filter((c) => c.state === 'settled');
  return (
    <>
      <h3>Comments on this answer</h3>
      {comments.length === 0 ? <p>No comments yet. Your mentor and approver can ask about this answer.</p> : null}
      {open.map((comment) => <Comment key={comment.id} comment={comment} caseId={caseId} />)}
      {settled.length ? <Details summary={`${settled.length} settled`}>{settled.map((comment) => <Comment key={comment.id} comment={comment} caseId={caseId} />)}</Details> : null}
    </>
  );
}

const Comment = ({ comment, caseId }: { comment: CommentView; caseId: string }) => (
  <article className={classes.comment}>
    <p><strong>{comment.by}</strong> <StatusTag tone={comment.kind === 'mustChange' && comment.state === 'open' ? 'amber' : 'outline'}>{KINDS[comment.kind]}</StatusTag></p>
    <p className="small">{`${moment(comment.at)}. ${STATES[comment.state]}`}</p>
    <Prose text={comment.text} />
    {comment.proposed ? <Diff before="" after={comment.proposed} /> : null}
    {comment.reply ? <p><strong>Reply:</strong> {comment.reply}</p> : null}
    {comment.state === 'open' ? <p><Link to={`/cases/${caseId}/comments/${comment.id}`}>{comment.kind === 'mustChange' ? 'Say what you changed' : 'Answer'}<span className="visually-hidden">{` ${comment.by}'s comment`}</span></Link></p> : null}
  </article>
);
