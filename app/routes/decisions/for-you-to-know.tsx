import { Link } from '@remix-run/react';
import type { DecisionDesk } from '#app/domain/decisions/decision-drafts.server.ts';
import { howManyHave } from '#workflows/boards.ts';
import { counted } from '#app/lib/money.ts';
import classes from './decisions.module.css';

/** The facts beside every page of a decision, so that nobody decides from memory. */
export const ForYouToKnow = ({ desk }: { desk: DecisionDesk }) => (
  <div className={classes.know}>
    <h2>For you to know</h2>
    <h3>Benefits</h3>
    <p>{`${desk.benefits.promised} promised, ${desk.benefits.contracted} in the contract, ${desk.benefits.notContracted} left out with a reason, ${desk.benefits.undecided} not decided yet.`}</p>
    {desk.undecided.length ? <ul>{desk.undecided.slice(0, 5).map((title) => <li key={title}>{`${title}: not decided yet`}</li>)}{desk.undecided.length > 5 ? <li>{`and ${desk.undecided.length - 5} more`}</li> : null}</ul> : null}
    {desk.benefits.promised ? <p><Link to={`/cases/${desk.case.id}/benefits`}>See all benefits</Link></p> : null}
    <h3>Your comments</h3>
    <p>{desk.drafts === 0 ? 'You have no comments to send.' : `${counted(desk.drafts, 'comment')} of yours will be sent, ${desk.mustChanges.length} marked "Must change".`}</p>
    {desk.missingReviews.length ? <><h3>Reviews still to come</h3><p>{`${desk.missingReviews.join(', ')}. You cannot approve before they are in.`}</p></> : null}
    {desk.objections.length ? <><h3>Advice against</h3><p>{`${desk.objections.join(', ')}: not supported. To approve, say why you decide against it.`}</p></> : null}
    <BoardToKnow desk={desk} />
    <p><Link to={`/cases/${desk.case.id}/stages/${desk.stage.key}/review`}>{`Read version ${desk.version.number} again`}</Link></p>
  </div>
);

function BoardToKnow({ desk }: { desk: DecisionDesk }) {
  const { board } = desk;
  if (!board && !desk.boardToConvene) return null;
  const link = <Link to={`/cases/${desk.case.id}/stages/${desk.stage.key}/board`}>{board ? 'See the board' : 'Convene a board'}</Link>;
  if (!board) return <><h3>Board</h3><p>{desk.boardToConvene === 'required' ? 'A board must give its views before you decide. ' : 'A board often gives its views at this stage. '}{link}</p></>;
  const heard = board.given >= board.quorum;
  return (
    <>
      <h3>Board</h3>
      <p>{heard ? `${board.given} of ${board.quorum} views needed are in. ${MAJORITY[board.majority ?? 'none']} ` : `${howManyHave({ ...board, required: false, convened: true })}. `}{link}</p>
    </>
  );
}

const MAJORITY = { support: 'Most support it.', supportWithConditions: 'Most support it with conditions.', notSupport: 'Most do not support it.', none: 'No view has a majority.' } as const;
