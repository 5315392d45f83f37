import type { ReactNode } from 'react';
import classes from './benefits.module.css';

/** Two short questions side by side; one under the other on phones. */
export const Pair = ({ children: [one, other] }: { children: [ReactNode, ReactNode] }) => <div className={classes.pair}><div>{one}</div><div>{other}</div></div>;
