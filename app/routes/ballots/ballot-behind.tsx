import { Link } from '@remix-run/react';
import { Inset } from '#app/ui/inset.tsx';

interface Props {
  page: { case: { id: string }; ballot: { closed: string; agrees: boolean } | null; mayBallot: boolean };
}

/** Says of answers about the vote that a ballot held here gave them, and whether they still say so. */
export function BallotBehind({ page: { case: { id }, ballot, mayBallot } }: Props) {
  const link = <Link to={`/cases/${id}/ballot`}>{ballot ? 'See the ballot' : 'Hold a secret ballot here'}</Link>;
  if (!ballot) return mayBallot ? <p>Slipway can ask staff for you, count the votes and fill in these figures. {link}</p> : null;
  const said = ballot.agrees ? 'These figures were worked out from the secret ballot' : 'Figures of the secret ballot stood here and were changed by hand since. It is the ballot';
  return <Inset><p>{`${said} that closed on ${ballot.closed}. `}{mayBallot ? link : null}</p></Inset>;
}
