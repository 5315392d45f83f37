import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import classes from './summary-list.module.css';

export interface SummaryRow {
  key: string;
  value?: ReactNode;
  /** `hidden` names the answer for assistive software: "how you will consult staff". */
  change?: { to: string; hidden: string };
  /** Shown in place of a value that is missing: a link to give it. */
  empty?: { to: string; label: string };
  /** A long answer uses the whole width, under its key. */
  long?: boolean;
}

/** Questions and their answers, with a way to change each. */
export const SummaryList = ({ rows }: { rows: SummaryRow[] }) => (
  <dl className={classes.list} data-changes={rows.some((row) => row.change) || undefined}>
    {rows.map((row, i) => (
      <div key={row.key + i} className={classes.row} data-long={row.long || undefined}>
        <dt>{row.key}</dt>
        <dd className={classes.value}>{row.empty ? <Link to={row.empty.to}>{row.empty.label}</Link> : (row.value ?? 'Not provided')}</dd>
        {row.change && !row.empty ? (
          <dd className={classes.change}><Link to={row.change.to}>Change<span className="visually-hidden">{` ${row.change.hidden}`}</span></Link></dd>
        ) : null}
      </div>
    ))}
  </dl>
);
