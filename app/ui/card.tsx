import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import classes from './card.module.css';

interface Props {
  title: string;
  /** Makes the title a link and the whole card its target. Leave it out when the card holds links or buttons. */
  to?: string;
  tag?: ReactNode;
  level?: 2 | 3;
  children?: ReactNode;
}

/** One of several like things: a mentor, a decision, a case. */
export const Card = ({ title, to, tag, level = 3, children }: Props) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className={classes.card} data-link={to ? true : undefined}>
      <div className={classes.head}>
        <Heading>{to ? <Link to={to}>{title}</Link> : title}</Heading>
        {tag}
      </div>
      {children}
    </article>
  );
};
