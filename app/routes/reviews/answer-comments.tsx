import { Form, Link } from '@remix-run/react';
import type { CommentShown } from '#app/domain/comments/comments-seen.server.ts';
import { COMMENT_KINDS, COMMENT_STATES } from '#workflows/comments.ts';
import type { ReviewPage, ReviewedAnswer } from '#app/domain/stages/review-page.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Details } from '#app/ui/details.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { QuickComment } from './quick-comment.tsx';
import classes from './reviews.module.css';

/** The comments on one answer and a form for another: settled ones in a fold. */
export function AnswerComments({ answer, page, path }: { answer: ReviewedAnswer; page: ReviewPage; path: string }) {
  const live = answer.comments.filter((c) => c.state !== 'settled');
  const settled = answer.comments.filter((c) => c.state === 'settled');
  return (
    <>
      {live.map((c) => <Comment key={c.id} comment={c} page={page} />)}
      {settled.length ? <Details summary={`${settled.length} settled`}>{settled.map((c) => <Comment key={c.id} comment={c} page={page} />)}</Details> : null}
      {answer.more > 0 ? <p><Link to={`/cases/${page.case.id}/comments?question=${encodeURIComponent(answer.key)}`}>{`See ${counted(answer.more, 'older comment')}`}<span className="visually-hidden">{` on: ${answer.title}`}</span></Link></p> : null}
      {answer.text === 'No longer asked' || page.kinds.length === 0 ? null : (
        <Details summary={<>Add a comment<span className="visually-hidden">{` on: ${answer.title}`}</span></>}>
          <QuickComment question={answer.key} kinds={page.kinds} action={`${path}/comments?question=${encodeURIComponent(answer.key)}`} />
        </Details>
      )}
    </>
  );
}

function Comment({ comment, page }: { comment: CommentShown; page: ReviewPage }) {
  const to = `/cases/${page.case.id}/comments/${comment.id}`;
  const settles = !comment.draft && comment.state !== 'settled' && (comment.mine || page.mayDecide);
  return (
    <div className={classes.comment}>
      <p><strong>{comment.mine ? 'You' : comment.by}</strong>{`, ${day(dayOf(comment.at))} `}<StatusTag tone={comment.kind === 'mustChange' && comment.state === 'open' ? 'amber' : 'outline'}>{COMMENT_KINDS[comment.kind].title}</StatusTag>{comment.draft ? ' Draft, not sent' : ` ${COMMENT_STATES[comment.state]}`}</p>
      <Prose text={comment.text} />
      {comment.proposed ? <p><strong>Other words:</strong> {comment.proposed}</p> : null}
      {comment.reply ? <p><strong>{comment.kind === 'mustChange' ? 'What the team changed:' : 'Answer:'}</strong> {comment.reply}</p> : null}
      <p className="small no-print"><Link to={to}>Open this comment<span className="visually-hidden">{`: ${comment.text.slice(0, 60)}`}</span></Link></p>
      {settles ? <Form method="post" action={`${to}/settlement`}><QuietButton hidden={`: ${comment.text.slice(0, 60)}`}>{comment.kind === 'mustChange' ? 'Settle this change' : 'Settle this comment'}</QuietButton></Form> : null}
    </div>
  );
}
