import { Link } from '@remix-run/react';
import { Page } from '#app/ui/page.tsx';

interface Props {
  what: string;
  /** How long the link works. */
  hours: number;
  /** The address our mail comes from. */
  from: string;
  demo: boolean;
  /** Where to ask again. */
  again: string;
}

/** The same words whether or not there is an account: only the mailbox tells. */
export const LetterSent = ({ what, hours, from, demo, again }: Props) => (
  <Page title="Check your email">
    <p>{what} It works once, for {hours === 1 ? 'an hour' : `${hours} hours`}.</p>
    <h2>If it does not come</h2>
    <ul>
      <li>wait 10 minutes: some mail systems are slow</li>
      <li>look in your junk folder for mail from {from}</li>
      <li>ask your mail team to let this address through</li>
      <li>check that you typed your address as your mail system knows it, then <Link to={again}>ask again</Link></li>
    </ul>
    {demo ? <p>This is a demonstration. Mail stays here: <Link to="/demo/outbox">open the outbox</Link>.</p> : null}
  </Page>
);
