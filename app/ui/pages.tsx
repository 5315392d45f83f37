import { Link } from '@remix-run/react';
import classes from './pages.module.css';

interface Turn {
  to: string;
  label: string;
}

/** Earlier and later parts of a list, as links that say where they lead: "Cases 21 to 40". */
export const Pages = ({ previous, next, label = 'Pages' }: { previous?: Turn | undefined; next?: Turn | undefined; label?: string }) =>
  previous || next ? (
    <nav className={classes.pages} aria-label={label}>
      {previous ? <Link to={previous.to} rel="prev" className={classes.link}><b>Previous</b><span>{previous.label}</span></Link> : null}
      {next ? <Link to={next.to} rel="next" className={classes.link} data-next><b>Next</b><span>{next.label}</span></Link> : null}
    </nav>
  ) : null;
