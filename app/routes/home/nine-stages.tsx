import { Link } from '@remix-run/react';
import { STAGE_WORDS } from '#workflows/stage-words.ts';
import classes from './front.module.css';

/** The nine stages and what each is for. `linked`: each leads to its guidance. */
export const NineStages = ({ linked }: { linked?: boolean }) => (
  <ol className={classes.stages}>
    {STAGE_WORDS.map(({ key, title, words }, i) => (
      <li key={key}><span className={classes.number} aria-hidden="true">{i + 1}</span><span><strong>{linked ? <Link to={`/guidance/${key}`}>{title}</Link> : title}</strong>{words}</span></li>
    ))}
  </ol>
);
