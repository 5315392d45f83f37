import type { ReactNode } from 'react';
import classes from './columns.module.css';

/** The main column and a side column; on phones the side comes after. `label` names the side for assistive software. */
export const Columns = ({ children, aside, label = 'More about this' }: { children: ReactNode; aside: ReactNode; label?: string }) => (
  <div className={classes.columns}>
    <div className={`${classes.main} flow`}>{children}</div>
    <aside className={classes.aside} aria-label={label}>{aside}</aside>
  </div>
);
