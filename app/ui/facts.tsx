import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** Short facts beside a page: words and values in two columns. */
export const Facts = ({ rows }: { rows: { key: string; value: ReactNode }[] }) => (
  <dl className={classes.facts}>
    {rows.map(({ key, value }) => <div key={key}><dt>{key}</dt><dd>{value}</dd></div>)}
  </dl>
);
