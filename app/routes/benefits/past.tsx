import { Link } from '@remix-run/react';
import type { ChangeView, Past as PastView } from '#app/domain/benefits/benefit-changes.server.ts';
import type { BenefitRecord } from '#app/domain/benefits/benefit-record.server.ts';
import { Details } from '#app/ui/details.tsx';
import classes from './benefits.module.css';
import { Wordings } from './wordings.tsx';

/** How a record has changed: what one side asked the other for, then everything else. */
export function Past({ page: { case: { id }, view, changes, past, mayAsk } }: { page: BenefitRecord }) {
  const path = `/cases/${id}/benefits/${view.id}/changes`;
  return (
    <section>
      <div className={classes.head}>
        <h2>How it has changed</h2>
        {mayAsk ? <Link to={`${path}/new`}>Ask for a change</Link> : null}
      </div>
      {changes.length + past.length === 0 ? <p>Nothing has changed since it was promised.</p> : null}
      {changes.map((change) => <Change key={change.id} change={change} to={`${path}/${change.id}`} />)}
      {past.length ? <Details summary={`Earlier wordings and decisions (${past.length})`}>{past.map((one) => <Earlier key={one.id} past={one} />)}</Details> : null}
    </section>
  );
}

const Change = ({ change, to }: { change: ChangeView; to: string }) => (
  <article className={classes.change}>
    <h3><Link to={to}>{change.title}</Link></h3>
    <Wordings caption={change.title} wordings={change.wordings} now="Asked for" />
    <p>{`Asked for by ${change.asked}: "${change.reason}"`}</p>
    <p>{change.settled ? `${change.settled}${change.note ? `: "${change.note}"` : '.'}` : `Waits for an answer from ${change.waitsFor}.`}</p>
  </article>
);

const Earlier = ({ past: { what, by, note, wordings } }: { past: PastView }) => (
  <article className={classes.change}>
    <h3>{what}</h3>
    <p>{`${by}${note ? `: "${note}"` : ''}`}</p>
    {wordings.length ? <Wordings caption={`${what}, ${by}`} wordings={wordings} now="Then" /> : null}
  </article>
);
