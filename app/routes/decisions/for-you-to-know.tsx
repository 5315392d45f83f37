import { Link } from '@remix-run/react';
import type { DecisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import { counted } from '#app/lib/money.ts';
import classes from './decisions.module.css';

/** The facts beside every page of a decision, so that nobody decides from memory. */
export const ForYouToKnow = ({ desk }: { desk: DecisionDesk }) => (
  <div className={classes.know}>
    <h2>For you to know</h2>
    <h3>Benefits</h3>
    <p>{`${desk.benefits.promised} promised, ${desk.benefits.contracted} in the contract, ${desk.benefits.notContracted} left out with a reason, ${desk.benefits.undecided} not decided yet.`}</p>
    {desk.undecided.length ? <ul>{desk.undecided.slice(0, 5).map((title) => <li key={title}>{`${title}: not decided yet`}</li>)}</ul> : null}
    {desk.benefits.promised ? <p><Link to={`/cases/${desk.case.id}/benefits`}>See all benefits</Link></p> : null}
    <h3>Your comments</h3>
    <p>{desk.drafts === 0 ? 'You have no comments to send.' : `${counted(desk.drafts, 'comment')} of yours will be sent, ${desk.mustChanges.length} marked "Must change".`}</p>
    {desk.missingReviews.length ? <><h3>Reviews still to come</h3><p>{`${desk.missingReviews.join(', ')}. You cannot approve before they are in.`}</p></> : null}
    {desk.objections.length ? <><h3>Advice against</h3><p>{`${desk.objections.join(', ')}: not supported. To approve, say why you decide against it.`}</p></> : null}
    <p><Link to={`/cases/${desk.case.id}/stages/${desk.stage.key}/review`}>{`Read version ${desk.version.number} again`}</Link></p>
  </div>
);
