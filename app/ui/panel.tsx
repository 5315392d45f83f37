import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import classes from './panel.module.css';

/** The confirmation of a one-time act. It stands under the h1; short words, no links. */
export const Panel = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={classes.panel}>
    <Icon name="doubleTick" size={32} />
    <div>
      <p className={classes.title}>{title}</p>
      {children}
    </div>
  </div>
);
