import { Link } from '@remix-run/react';
import { ButtonLink, Buttons } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import classes from './front.module.css';
import { NineStages } from './nine-stages.tsx';

/** The page for somebody who has not signed in: what Slipway is for, and the two ways in. */
export const Front = ({ demo }: { demo: boolean }) => (
  <Page
    title="Take your NHS team from first idea to a running social enterprise"
    lead={
      <>
        <p className={classes.lead}>Slipway leads a staff team through every step of leaving the NHS to run its own service: the proposal, the business case, the staff, the contract, and what happens if it goes wrong. It always says whose turn it is, and it shows whether what was promised came true.</p>
        <Buttons><ButtonLink to="/sign-in">Sign in</ButtonLink><Link to="/sign-up">Open an account</Link></Buttons>
      </>
    }
    wide
  >
    <div className={classes.three}>
      <section>
        <h2>For teams</h2>
        <p>Nine stages with plain questions, one at a time. Several people can write at once, and nothing you type is lost. Every section says what the approver will look for.</p>
      </section>
      <section>
        <h2>For approvers</h2>
        <p>A one-page summary first, then what changed since you last read it. Decide, set conditions and sign, with a record of exactly what you signed.</p>
      </section>
      <section>
        <h2>For everybody</h2>
        <p>Each promised benefit becomes a record: measured, put in the contract or left out with a reason, and followed up after the service has moved.</p>
      </section>
    </div>
    <h2>Nine stages</h2>
    <NineStages />
    <h2>Before you sign in</h2>
    <ul>
      <li><Link to="/guidance">Read how it works, stage by stage</Link></li>
      <li><Link to="/how-it-works">How Slipway works, in a minute</Link></li>
      <li><Link to="/lessons">What teams would do differently</Link></li>
      <li><Link to="/statements">See what enterprises promised, and what came of it</Link></li>
      {demo ? <li><Link to="/demo">Look round with the people of the example</Link></li> : null}
      <li><Link to="/help">Get help</Link></li>
    </ul>
  </Page>
);
