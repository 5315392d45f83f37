import { Link } from '@remix-run/react';
import type { HomePage } from '#app/domain/cases/home-page.server.ts';
import { day } from '#app/lib/dates.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import classes from './home.module.css';

const SHOWN = 5;

interface Props {
  tasks: HomePage['tasks'];
  /** Shows more than the first five. */
  all: boolean;
  decidesOnly: boolean;
  inTeam: boolean;
}

/** What waits for the reader, most urgent first; the first has the one main button. */
export const Tasks = ({ tasks, all, decidesOnly, inTeam }: Props) => (
  <section>
    <h2>Your turn</h2>
    {tasks.length === 0 ? <p>{inTeam ? 'Nothing is due from you. You can still open any section that is with your team and help with it.' : 'Nothing waits for you. When it does, it says so here and by email.'}</p> : null}
    <ol className={classes.tasks}>
      {(all ? tasks : tasks.slice(0, SHOWN)).map((task, i) => (
        <li key={task.key} data-late={task.late || undefined}>
          <h3><Link to={task.to}>{task.title}</Link></h3>
          <p className={classes.about}>{`${task.caseTitle}: ${task.why}`}</p>
          <p className={classes.when}>
            <StatusTag tone={task.tag.tone}>{task.tag.title}</StatusTag>
            {task.dueOn ? <span>{task.late ? <strong>{`Late: was due ${day(task.dueOn)}`}</strong> : `Due ${day(task.dueOn)}`}</span> : null}
          </p>
          {i === 0 ? <p><ButtonLink to={task.to}>{task.action}</ButtonLink></p> : null}
        </li>
      ))}
    </ol>
    {!all && tasks.length > SHOWN ? <p><Link to="/?show=all">{`See all ${tasks.length}`}</Link></p> : null}
    {decidesOnly ? <HowDecidingWorks /> : null}
  </section>
);

const HowDecidingWorks = () => (
  <>
    <h3>How deciding works</h3>
    <ol>
      <li>Read the one-page summary, then as much of the rest as you need.</li>
      <li>Leave comments as you read. The team sees them when you decide, not before.</li>
      <li>Approve, approve with conditions, ask for changes, set a later date or decline.</li>
      <li>Check your decision and sign it. The team is told at once.</li>
    </ol>
  </>
);

/** What the reader waits for: who has it, since when, and how long was agreed. */
export const Waiting = ({ waiting }: { waiting: HomePage['waiting'] }) =>
  waiting.length === 0 ? null : (
    <section>
      <h2>Waiting for others</h2>
      <ul className={classes.waiting}>
        {waiting.slice(0, 10).map(({ key, to, caseTitle, turn }) => (
          <li key={key}>
            <h3><Link to={to}>{turn.stageTitle ? `${caseTitle}: ${turn.stageTitle}` : caseTitle}</Link></h3>
            <p>{turn.words}{waited(turn)}{turn.late ? <strong className={classes.late}> Late.</strong> : null}</p>
            {turn.whyNot ? <p>{turn.whyNot}.</p> : null}
          </li>
        ))}
      </ul>
      {waiting.length > 10 ? <p><Link to="/cases">{`See all your cases, ${waiting.length} wait for others`}</Link></p> : null}
    </section>
  );

/** ", since 5 May 2026 (9 working days). Agreed: 10." */
function waited({ since, days, agreed }: HomePage['waiting'][number]['turn']): string {
  if (!since) return '';
  const length = days === undefined ? '' : ` (${days} working ${days === 1 ? 'day' : 'days'})`;
  return `, since ${since}${length}.${agreed === undefined ? '' : ` Agreed: ${agreed}.`}`;
}

/** The support unit's own list: what is past its day anywhere, longest late first. */
export const Stuck = ({ stuck }: { stuck: NonNullable<HomePage['stuck']> }) => (
  <section>
    <h2>Stuck</h2>
    {stuck.length === 0 ? <p>No case is past its day.</p> : null}
    <ul className={classes.waiting}>
      {stuck.map(({ id, title, stage, turn }) => (
        <li key={`${id} ${stage}`}>
          <h3><Link to={`/cases/${id}`}>{`${title}: ${stage}`}</Link></h3>
          <p>{turn.whose === 'you' ? 'With you' : turn.words}{waited(turn)}{turn.dueOn ? <strong className={classes.late}>{` Was due ${day(turn.dueOn)}.`}</strong> : null}</p>
        </li>
      ))}
    </ul>
    <p><Link to="/cases">See all cases</Link></p>
    <p><Link to="/programme">How far the promised benefits have got, in all cases</Link></p>
  </section>
);
