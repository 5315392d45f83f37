import { Link } from '@remix-run/react';
import type { QuestionView } from '#app/domain/answers/section-page.server.ts';
import { moment } from '#app/lib/dates.ts';
import { Prose } from './prose.tsx';
import { SecondaryButton } from './buttons.tsx';
import classes from './collision.module.css';

interface Props {
  collision: QuestionView['collisions'][number];
  caseId: string;
}

/** Two people changed one answer: both wordings, side by side, and the choice. The buttons stand inside the section's form and post elsewhere, all that was typed with them. */
export const Collision = ({ collision: { id, current, ...other }, caseId }: Props) => {
  const to = `/cases/${caseId}/collisions/${id}`;
  return (
    <div className={classes.collision} role="group" aria-label="Two versions of this answer">
      <p><strong>Two people changed this answer at the same time. Both versions are safe. Choose which to keep.</strong></p>
      <div className={classes.pair}>
        <div><h3>{`The answer now, by ${current.mine ? 'you' : current.by}`}</h3><Prose text={current.text} /></div>
        <div><h3>{`${other.mine ? 'You' : other.by}, ${moment(other.at)}`}</h3><Prose text={other.text} /></div>
      </div>
      <div className={classes.acts}>
        <SecondaryButton formAction={to} name="keep" value="current">{keepWords(current)}</SecondaryButton>
        <SecondaryButton formAction={to} name="keep" value="other">{keepWords(other)}</SecondaryButton>
        <Link to={to}>Compare or merge the two</Link>
      </div>
    </div>
  );
};

/** The words of the button that keeps somebody's version. */
export const keepWords = ({ by, mine }: { by: string; mine: boolean }) => (mine ? 'Keep your version' : `Keep ${by}'s version`);
