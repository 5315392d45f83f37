import type { ReactNode } from 'react';
import classes from './details.module.css';

/** A fold the browser opens by itself. Print shows it open. */
export const Details = ({ summary, children, open, id }: { summary: ReactNode; children: ReactNode; open?: boolean; id?: string }) => (
  <details className={classes.details} open={open} id={id}>
    <summary><span>{summary}</span></summary>
    <div className={classes.inside}>{children}</div>
  </details>
);
