import type { MeetingsPage, SessionView } from '#app/domain/meetings/meetings-page.server.ts';
import { Prose } from '#app/ui/prose.tsx';
import classes from './meetings.module.css';

/** The sessions written down, newest first, as this reader may read them. */
export const Sessions = ({ page }: { page: MeetingsPage }) => (
  <section>
    <h2>Sessions</h2>
    {page.sessions.length === 0 ? <p>No session is written down yet. After each meeting, write down what was advised and who does what next.</p> : null}
    {page.sessions.map((session) => <Session key={session.id} session={session} />)}
  </section>
);

const Session = ({ session }: { session: SessionView }) => (
  <article className={classes.meeting}>
    <h3>{`${session.topic}, ${session.on}`}</h3>
    <p className="quiet small">{`${session.mentor}, ${session.minutes}. Written down by ${session.by}.`}</p>
    {session.advice ? <Prose text={session.advice} /> : null}
    {session.actions.length ? <ul>{session.actions.map((a) => <li key={a.id}>{`${a.text}. ${a.owner}, by ${a.due}. ${a.done ? `Done: ${a.done}.` : 'Not done yet.'}`}</li>)}</ul> : null}
    {session.privateNote ? <div className={classes.private}><p><strong>Your private note.</strong> Nobody else can read it.</p><Prose text={session.privateNote} /></div> : null}
  </article>
);
