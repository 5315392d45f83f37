import { Link } from '@remix-run/react';
import { ids } from './asked.ts';
import { StatusTag, type Tone } from './status-tag.tsx';
import classes from './task-list.module.css';

export interface TaskRow {
  id: string;
  /** Absent: it cannot be started yet, and the hint says why. */
  to?: string;
  title: string;
  hint?: string;
  status: { tone: Tone; words: string };
}

/** Sections of a stage, or whatever can be done in any order. The whole row is the target; its name is the title alone. */
export const TaskList = ({ groups }: { groups: { title: string; rows: TaskRow[] }[] }) => (
  <>
    {groups.map((group) => (
      <section key={group.title} className={classes.group}>
        <h2>{group.title}</h2>
        <ul className={classes.rows}>{group.rows.map((row) => <Row key={row.id} {...row} />)}</ul>
      </section>
    ))}
  </>
);

const Row = ({ id, to, title, hint, status }: TaskRow) => (
  <li className={classes.row} data-closed={to ? undefined : true}>
    <div className={classes.words}>
      {to ? <Link to={to} id={id} aria-describedby={ids(`${id}-status`, hint && `${id}-about`)}>{title}</Link> : <span id={id}>{title}</span>}
      {hint ? <p className={classes.hint} id={`${id}-about`}>{hint}</p> : null}
    </div>
    <div className={classes.status}><StatusTag tone={to ? status.tone : 'plain'} id={`${id}-status`}>{status.words}</StatusTag></div>
  </li>
);
