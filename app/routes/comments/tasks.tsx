import { Form } from '@remix-run/react';
import type { TaskShown } from '#app/domain/comments/comment-page.server.ts';
import { day, moment } from '#app/lib/dates.ts';
import { SecondaryButton } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import classes from './comments.module.css';

/** What people do about a comment, each ticked off by who does it. */
export const Tasks = ({ tasks, path }: { tasks: TaskShown[]; path: string }) => (
  <section>
    <h2>Tasks</h2>
    <ul className={classes.tasks}>
      {tasks.map((task) => (
        <li key={task.id}>
          <p><strong>{task.text}</strong></p>
          <p className={classes.about}>
            <StatusTag tone={task.done ? 'green' : 'blue'} {...(task.done && { shape: 'tick' })}>{task.done ? 'Done' : 'To do'}</StatusTag>
            <span>{`${task.owner}, due ${day(task.dueOn)}.${task.done ? ` Ticked off by ${task.done.by}, ${moment(task.done.at)}.` : ''}`}</span>
          </p>
          {task.mayTick ? <Form method="post" action={`${path}/tasks/${task.id}/done`}><SecondaryButton>Tick it off</SecondaryButton></Form> : null}
        </li>
      ))}
    </ul>
  </section>
);
