import { Link } from '@remix-run/react';
import classes from './sub-nav.module.css';

/** The parts of one case, as links. It wraps on phones, it never scrolls sideways. */
export const SubNav = ({ label, items }: { label: string; items: { to: string; label: string; current: boolean }[] }) => (
  <nav className={classes.nav} aria-label={label}>
    <ul>
      {items.map((item) => (
        <li key={item.to}><Link to={item.to} aria-current={item.current ? 'page' : undefined}>{item.label}</Link></li>
      ))}
    </ul>
  </nav>
);
