import { Link } from '@remix-run/react';
import classes from './timeline.module.css';

export interface TimelineDay {
  /** "4 June 2026". */
  heading: string;
  entries: {
    id: string;
    title: string;
    by: string;
    /** "9:32am", or the date when the time is not known. */
    at: string;
    text?: string;
    to?: string;
  }[];
}

/** What happened, newest first. Not a task list and not progress. */
export const Timeline = ({ days, level = 2 }: { days: TimelineDay[]; level?: 2 | 3 }) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={classes.timeline}>
      {days.map((day) => (
        <section key={day.heading}>
          <Heading className={classes.day}>{day.heading}</Heading>
          <ol>
            {day.entries.map((entry) => (
              <li key={entry.id}>
                <p className={classes.title}>{entry.to ? <Link to={entry.to}>{entry.title}</Link> : entry.title}</p>
                <p className={classes.by}>{`${entry.by}, ${entry.at}`}</p>
                {entry.text ? <p className={classes.text}>{entry.text}</p> : null}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
};
