import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import type { HomePage } from '#app/domain/cases/home-page.server.ts';
import { dayOf, weekday } from '#app/lib/dates.ts';
import { CaseThread } from '#app/ui/case-thread.tsx';
import { Initials } from '#app/ui/initials.tsx';
import classes from './home.module.css';

/** Beside the work: the reader's cases as threads, what others did, and who helps. */
export const Beside = ({ home, support }: { home: HomePage; support: { name: string; words: string } }) => (
  <>
    {home.cases.length ? (
      <section className={classes.cases}>
        <h2>{home.cases.length === 1 ? 'Your case' : 'Your cases'}</h2>
        {home.cases.map((one) => (
          <div key={one.id}>
            <h3><Link to={`/cases/${one.id}`}>{one.title}</Link></h3>
            <CaseThread stages={one.thread} compact />
            <p>{one.words}</p>
          </div>
        ))}
        <p><Link to="/cases">All your cases</Link></p>
      </section>
    ) : null}
    {home.cases.length ? <News news={home.news} /> : null}
    <section className={classes.help}>
      <h2>Help</h2>
      {home.mentors.map((mentor) => (
        <p key={mentor.name} className={classes.mentor}>
          <Initials name={mentor.name} />
          <span>{`${mentor.name}, mentor of `}{mentor.cases.map((one, i) => <Fragment key={one.to}>{i > 0 ? ', ' : null}<Link to={one.to}>{one.title}</Link></Fragment>)}</span>
        </p>
      ))}
      <p>{[support.name, support.words].filter(Boolean).join(', ')}</p>
      <p><Link to="/help">Get help</Link></p>
    </section>
  </>
);

const News = ({ news }: { news: HomePage['news'] }) => (
  <section className={classes.news}>
    <h2>{news.since ? 'Since you were last here' : 'Latest'}</h2>
    {news.since ? <p className="quiet">{weekday(dayOf(news.since))}</p> : null}
    {news.groups.length === 0 ? <p>{news.since ? 'Nothing new.' : 'Nothing yet.'}</p> : null}
    {news.groups.map((group) => (
      <div key={group.caseId}>
        <h3>{group.title}</h3>
        <ul>{group.lines.map((line) => <li key={line.id}>{line.to ? <Link to={line.to}>{line.title}</Link> : line.title}</li>)}</ul>
        <p><Link to={`/cases/${group.caseId}/activity`}>All activity<span className="visually-hidden">{` in ${group.title}`}</span></Link></p>
      </div>
    ))}
  </section>
);
