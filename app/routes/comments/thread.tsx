import type { CommentPage } from '#app/domain/comments/comment-page.server.ts';
import { moment } from '#app/lib/dates.ts';
import { Prose } from '#app/ui/prose.tsx';
import classes from './comments.module.css';

/** The replies under a comment, the first first. */
export const Thread = ({ page }: { page: CommentPage }) => (
  <section>
    <h2>{page.comment.kind === 'mustChange' ? 'What the team changed' : page.thread.length > 1 ? 'Replies' : 'The answer to it'}</h2>
    <ol className={classes.thread}>
      {page.thread.map((reply) => (
        <li key={reply.id}>
          <p className="small"><strong>{reply.mine ? 'You' : reply.by}</strong>{`, ${moment(reply.at)}${reply.again ? '. Asked again' : ''}`}</p>
          <Prose text={reply.text} />
        </li>
      ))}
    </ol>
  </section>
);
