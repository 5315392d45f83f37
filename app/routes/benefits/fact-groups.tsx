import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { FactGroup } from '#app/domain/benefits/benefit-groups.ts';
import type { BenefitRecord } from '#app/domain/benefits/benefit-record.server.ts';
import { SummaryList } from '#app/ui/summary-list.tsx';
import classes from './benefits.module.css';

/** One group of facts with one way to change it. */
export const Group = ({ group: { title, facts, none, add, change }, after, children }: { group: FactGroup; after?: ReactNode; children?: ReactNode }) => (
  <section>
    <div className={classes.head}>
      <h2>{title}</h2>
      {change ? <Link to={change}>{facts.length ? 'Change' : add}<span className="visually-hidden">{`: ${title}`}</span></Link> : null}
    </div>
    {facts.length ? <SummaryList rows={facts.map(({ key, value, to }) => ({ key, value: to ? <Link to={to}>{value}</Link> : value }))} /> : none ? <p>{none}</p> : null}
    {children}
    {after}
  </section>
);

/** What is promised, by whom, and the words of the answer it was caught in. */
export function Promised({ page: { promised, origin: { asked, to, quote, wordings } }, group }: { page: BenefitRecord; group: FactGroup }) {
  return (
    <Group group={{ ...group, facts: [...group.facts, { key: 'Promised by', value: promised }] }}>
      {asked ? (
        <div className={classes.origin}>
          <p>{`Promised in the answer to: ${asked}`}</p>
          {quote ? <blockquote className={classes.quote}>{quote}</blockquote> : null}
          {to ? <p><Link to={to}>Read the whole answer</Link></p> : null}
          {wordings ? <p><Link to={wordings}>See how it was worded before</Link></p> : null}
        </div>
      ) : null}
    </Group>
  );
}
