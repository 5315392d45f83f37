import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { rememberIntroduction, waysOn, type WaysOn } from '#app/domain/people/introduction.server.ts';
import { BenefitThread } from '#app/ui/benefit-thread.tsx';
import { ButtonLink, Buttons } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { TurnLine } from '#app/ui/turn-line.tsx';
import { NineStages } from '../home/nine-stages.tsx';
import classes from './how-it-works.module.css';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'How this works - Slipway' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  if (actor) await rememberIntroduction(actor.id);
  return waysOn(reader(), actor, new URL(request.url).searchParams.get('case'));
}

const PROMISE = [{ label: 'Promised', done: true }, { label: 'Measurable', done: true }, { label: 'In the contract', done: true }, { label: 'Being measured', done: false }];

const SEES = [
  ['Your team', 'Everything you write, from the first word'],
  ['Your mentor', 'The stages you share with them, and no others'],
  ['The approver and the reviewers', 'A stage once you send it, as it was when you sent it'],
  ['The support unit and the auditors', 'Every case, to help and to check'],
  ['Everybody else', 'Nothing, unless you publish it: a public statement, or a lesson for other teams'],
] as const;

export default function HowItWorks() {
  const ways = useLoaderData<typeof loader>();
  return (
    <Page title="How this works" lead={<p>Four things to know. It takes about a minute.</p>} wide>
      <section className={classes.part}>
        <h2>A case is a thread of nine stages</h2>
        <p>A case takes one team from first idea to a running enterprise. Each stage asks plain questions, and you answer them in any order. Some stages can be written side by side.</p>
        <div className={classes.stages}><NineStages /></div>
      </section>
      <section className={classes.part}>
        <h2>It always says whose turn it is</h2>
        <p>One side has the next move, and every page says which. A comment never moves the turn; sending, deciding and taking back do.</p>
        <figure className={classes.shown}>
          <TurnLine turn={{ whose: 'other', words: 'With Caroline Mayhew, to decide on the business case', since: '3 September', days: 9, agreed: 20 }} />
          <figcaption>For example, while a stage is with its approver</figcaption>
        </figure>
      </section>
      <section className={classes.part}>
        <h2>A promise is followed to its end</h2>
        <p>When you promise that something will get better, the promise gets a record of its own. It is made measurable, put in the contract or left out with a reason, and looked at again when the service runs.</p>
        <figure className={classes.shown}>
          <BenefitThread beads={PROMISE} />
          <figcaption>For example, a shorter wait that is in the contract and not measured yet</figcaption>
        </figure>
      </section>
      <section className={classes.part}>
        <h2>Who sees what</h2>
        <dl className={classes.sees}>{SEES.map(([who, what]) => <div key={who}><dt>{who}</dt><dd>{what}</dd></div>)}</dl>
      </section>
      <Onward ways={ways} />
    </Page>
  );
}

/** What to do next: never more than two ways, one of them onward. */
function Onward({ ways: { example, case: own, signedIn } }: { ways: WaysOn }) {
  if (!signedIn) return <Buttons><ButtonLink to="/sign-in">Sign in</ButtonLink><Link to="/sign-up">Open an account</Link></Buttons>;
  return (
    <section className={classes.part}>
      <h2>Where now?</h2>
      <Buttons>
        {own ? <ButtonLink to={`/cases/${own.id}`}>{`Go to your case: ${own.title}`}</ButtonLink> : <ButtonLink to="/">Go to your work</ButtonLink>}
        {example ? <Link to={`/cases/${example.id}`}>{`Look round a finished example: ${example.title}`}</Link> : <Link to="/guidance">Read the guidance first</Link>}
      </Buttons>
      <p className="quiet small">You find this page again under <Link to="/help">Help</Link>.</p>
    </section>
  );
}
