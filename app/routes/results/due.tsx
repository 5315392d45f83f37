import type { DueLine } from '#app/domain/results/results-page.server.ts';
import { StatusTag } from '#app/ui/status-tag.tsx';
import classes from './results.module.css';

const SHOWN = 3;

/** What is late, then what comes next. Both owners read the same. */
export const Due = ({ due }: { due: DueLine }) => (
  <>
    {due.late.slice(0, SHOWN).map((late) => <p key={late} className={classes.late}><StatusTag tone="red" shape="triangle">Overdue</StatusTag><span>{`${late}.`}</span></p>)}
    {due.late.length > SHOWN ? <p>{`${due.late.length - SHOWN} more are overdue.`}</p> : null}
    <p>{due.next}</p>
  </>
);
