import type { ReactNode } from 'react';
import classes from './banner.module.css';

/** At most one, directly above the h1. Success is announced and takes the focus; it is gone on the next page. */
export const Banner = ({ kind, title, children }: { kind: 'success' | 'important'; title: string; children?: ReactNode }) => (
  <div
    className={classes.banner} data-kind={kind} id="banner" aria-labelledby="banner-kind"
    {...(kind === 'success' ? { role: 'alert', tabIndex: -1 } : { role: 'region' })}
  >
    <p className={classes.kind} id="banner-kind">{kind === 'success' ? 'Success' : 'Important'}</p>
    <div className={classes.words}>
      <p className={classes.title}>{title}</p>
      {children}
    </div>
  </div>
);
