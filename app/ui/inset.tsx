import type { ReactNode } from 'react';
import classes from './inset.module.css';

/** Text set apart by a bar: something true that is easy to miss. Not a warning. */
export const Inset = ({ children }: { children: ReactNode }) => <div className={classes.inset}>{children}</div>;
