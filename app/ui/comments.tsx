import { Link } from '@remix-run/react';
import type { CommentShown } from '#app/domain/comments/comments-seen.server.ts';
import { AUDIENCES, COMMENT_KINDS, COMMENT_STATES } from '#workflows/comments.ts';
import { moment } from '#app/lib/dates.ts';
import { counted } from '#app/lib/money.ts';
import { QuietButton, SecondaryButton } from './buttons.tsx';
import classes from './comments.module.css';
import { Details } from './details.tsx';
import { Prose } from './prose.tsx';
import { StatusTag } from './status-tag.tsx';

interface Props {
  comments: CommentShown[];
  /** How many there are besides. */
  more: number;
  caseId: string;
  stage: string;
  question: string;
  title: string;
  /** The answer can be changed now: words are taken here, and the page is saved before a comment is written. */
  editable: boolean;
}

/** Comments on one answer: open ones in plain sight, settled ones in a fold. Its buttons stand in the section's form and bring it along. */
export function Comments(props: Props) {
  const { comments, more, caseId, question } = props;
  const open = comments.filter((c) => c.state !== 'settled');
  const settled = comments.filter((c) => c.state === 'settled');
  return (
    <>
      <h3>Comments on this answer</h3>
      {comments.length === 0 ? <p>No comments yet.</p> : null}
      {open.map((comment) => <Comment key={comment.id} comment={comment} {...props} />)}
      {settled.length ? <Details summary={`${settled.length} settled`}>{settled.map((comment) => <Comment key={comment.id} comment={comment} {...props} />)}</Details> : null}
      {more > 0 ? <p><Link to={`/cases/${caseId}/comments?question=${encodeURIComponent(question)}`}>{`See ${counted(more, 'older comment')}`}<span className="visually-hidden">{` on ${props.title}`}</span></Link></p> : null}
      <p><Add {...props} /></p>
    </>
  );
}

const Add = ({ caseId, stage, question, title, editable }: Props) =>
  editable ? <QuietButton name="intent" value={`comment:${question}`} hidden={`on ${title}, and save this page`}>Ask or suggest something</QuietButton>
    : <Link to={`/cases/${caseId}/stages/${stage}/comments?question=${encodeURIComponent(question)}`}>Ask or suggest something<span className="visually-hidden">{` on ${title}`}</span></Link>;

function Comment({ comment, caseId, editable }: Props & { comment: CommentShown }) {
  const to = `/cases/${caseId}/comments/${comment.id}`;
  const offers = comment.proposed !== null && comment.outcome === null && comment.state !== 'settled' && !comment.draft;
  return (
    <article className={classes.comment}>
      <p className={classes.by}><strong>{comment.mine ? 'You' : comment.by}</strong> <StatusTag tone={comment.kind === 'mustChange' && comment.state === 'open' ? 'amber' : 'outline'}>{COMMENT_KINDS[comment.kind].title}</StatusTag></p>
      <p className="small">{`${moment(comment.at)}. ${COMMENT_STATES[comment.state]}. ${AUDIENCES[comment.audience].words}.`}</p>
      <Prose text={comment.text} />
      {comment.proposed ? <><p className={classes.words}>Words offered</p><blockquote className={classes.offer}><Prose text={comment.proposed} /></blockquote></> : null}
      {comment.outcome ? <p>{comment.outcome === 'taken' ? 'These words were taken.' : 'The team kept its own words.'}</p> : null}
      {comment.reply ? <p><strong>Reply:</strong> {comment.reply}</p> : null}
      {offers && editable ? <p><SecondaryButton formAction={`${to}/taking`} name="revision" value={String(comment.proposedOn ?? 0)}>Use this wording</SecondaryButton></p> : null}
      <p><Link to={to}>{linkWords(comment)}<span className="visually-hidden">{`: ${comment.text.slice(0, 60)}`}</span></Link></p>
    </article>
  );
}

function linkWords({ kind, state, proposed, outcome }: CommentShown): string {
  if (state !== 'open') return 'Open this comment';
  if (kind === 'mustChange') return 'Say what you changed';
  return proposed !== null && outcome === null ? 'Compare, answer or keep ours' : 'Answer, suggest words or make a task';
}
