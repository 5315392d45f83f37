import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { SecondaryButton } from './buttons.tsx';
import { Icon } from './icon.tsx';
import classes from './filter-form.module.css';

interface Props {
  action: string;
  /** The fields: Questions of size "s". */
  children: ReactNode;
  chosen: { label: string; removeTo: string }[];
  /** The heading of the results: "12 cases". */
  count: string;
}

/** Filters as a GET form, so that every view is an address. Open on a desk, a fold on phones. */
export const FilterForm = ({ action, children, chosen, count }: Props) => (
  <>
    <details className={classes.filters}>
      <summary>{`Filters (${chosen.length || 'none'})`}</summary>
      <Form method="get" action={action} className={classes.form}>
        {children}
        <div className={classes.apply}><SecondaryButton>Apply</SecondaryButton></div>
      </Form>
    </details>
    {chosen.length ? (
      <ul className={classes.chosen} aria-label="Chosen filters">
        {chosen.map(({ label, removeTo }) => (
          <li key={label}>
            <Link to={removeTo}><span className="visually-hidden">Remove filter: </span>{label}<Icon name="cross" size={14} /></Link>
          </li>
        ))}
        <li className={classes.clear}><Link to={action}>Clear filters</Link></li>
      </ul>
    ) : null}
    <h2 className={classes.count}>{count}</h2>
  </>
);
