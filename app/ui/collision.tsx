import { Link } from '@remix-run/react';
import { moment } from '#app/lib/dates.ts';
import { Prose } from './prose.tsx';
import { SecondaryButton } from './buttons.tsx';
import classes from './collision.module.css';

interface Props {
  collision: { id: string; by: string; at: string; text: string; current: string };
  caseId: string;
}

/** Two people changed one answer: both wordings, side by side, and the choice. The buttons stand inside the section's form and post elsewhere. */
export const Collision = ({ collision, caseId }: Props) => (
  <div className={classes.collision} role="group" aria-label="Two versions of this answer">
    <p><strong>Two people changed this answer at the same time. Both versions are safe. Choose which to keep.</strong></p>
    <div className={classes.pair}>
      <div><h3>The answer now</h3><Prose text={collision.current} /></div>
      <div><h3>{`${collision.by}, ${moment(collision.at)}`}</h3><Prose text={collision.text} /></div>
    </div>
    <div className={classes.acts}>
      <SecondaryButton formAction={`/cases/${caseId}/collisions/${collision.id}`} name="keep" value="current">Keep the answer now</SecondaryButton>
      <SecondaryButton formAction={`/cases/${caseId}/collisions/${collision.id}`} name="keep" value="other">{`Keep ${collision.by}'s version`}</SecondaryButton>
      <Link to={`/cases/${caseId}/collisions/${collision.id}`}>Compare or combine the two</Link>
    </div>
  </div>
);
