import { Form } from '@remix-run/react';
import { COMMENT_KINDS, type CommentKind } from '#workflows/comments.ts';
import { SecondaryButton } from '#app/ui/buttons.tsx';
import classes from './quick-comment.module.css';

/** A comment under each of many answers: plain elements, since a page may hold two hundred of these. Refused, its own page opens. */
export const QuickComment = ({ question, kinds, action }: { question: string; kinds: readonly CommentKind[]; action: string }) => (
  <Form method="post" action={action} noValidate className={classes.form}>
    <fieldset className={classes.kinds}>
      <legend>What kind of comment is it?</legend>
      {kinds.map((kind, i) => (
        <label key={kind} title={COMMENT_KINDS[kind].hint}>
          <input type="radio" name="kind" value={kind} defaultChecked={i === 0} />
          {COMMENT_KINDS[kind].title}
        </label>
      ))}
    </fieldset>
    <label htmlFor={`text-${question}`}>Your comment</label>
    <textarea id={`text-${question}`} name="text" rows={3} />
    <label htmlFor={`proposed-${question}`}>Other words for the answer, if you suggest some</label>
    <textarea id={`proposed-${question}`} name="proposed" rows={2} />
    <p className="small">{kinds.includes('mustChange') ? 'A draft until you send your review or decision.' : 'The team sees it at once.'}</p>
    <SecondaryButton>Add comment</SecondaryButton>
  </Form>
);
