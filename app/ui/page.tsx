import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorSummary, type FormError } from './error-summary.tsx';
import classes from './page.module.css';

interface Step {
  to: string;
  label: string;
}
interface Props {
  title: string;
  back?: Step;
  crumbs?: Step[];
  /** The parts of the case this page is one of. */
  nav?: ReactNode;
  /** Small words above the title: "Business case - section 3 of 7". */
  caption?: string;
  /** A status tag or a reference, beside the title. */
  tag?: ReactNode;
  /** Under the title: the count in words, the turn line, the next action. */
  lead?: ReactNode;
  /** At most one; never together with errors. */
  banner?: ReactNode;
  errors?: FormError[];
  /** Lets the content use the whole container: tables, two columns. */
  wide?: boolean;
  children?: ReactNode;
}

/** The skeleton of every page: way back, then main with error summary or banner, title, lead, content. */
export function Page({ title, back, crumbs, nav, caption, tag, lead, banner, errors = [], wide, children }: Props) {
  return (
    <div className={classes.page}>
      {crumbs?.length ? <Crumbs crumbs={crumbs} /> : null}
      {back ? <nav className={classes.back} aria-label="Back"><Link to={back.to}>{back.label}</Link></nav> : null}
      {nav}
      <main className={classes.main} id="main" data-wide={wide || undefined}>
        {errors.length ? <ErrorSummary errors={errors} /> : banner}
        <div className={classes.head}>
          <h1 tabIndex={-1}>
            {caption ? <span className={classes.caption}>{caption}<span className="visually-hidden">: </span></span> : null}
            {title}
          </h1>
          {tag ? <div className={classes.tag}>{tag}</div> : null}
        </div>
        {lead ? <div className={classes.lead}>{lead}</div> : null}
        {children}
      </main>
    </div>
  );
}

const Crumbs = ({ crumbs }: { crumbs: Step[] }) => (
  <nav className={classes.crumbs} aria-label="Breadcrumb">
    <ol>{crumbs.map(({ to, label }) => <li key={to}><Link to={to}>{label}</Link></li>)}</ol>
  </nav>
);
