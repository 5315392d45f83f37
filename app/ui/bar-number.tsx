import type { ReactNode } from 'react';
import classes from './bar-number.module.css';

/** A number with its length beside it: the bar is decoration, the number says it. `most`: what fills the bar. */
export const BarNumber = ({ value, most, children }: { value: number; most: number; children: ReactNode }) => (
  <span className={classes.cell}>
    <span className={classes.number}>{children}</span>
    <span className={classes.track} aria-hidden="true">{value > 0 ? <span className={classes.bar} style={{ width: `${Math.round((1000 * value) / most) / 10}%` }} /> : null}</span>
  </span>
);
