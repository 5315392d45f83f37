import { Form, Link } from '@remix-run/react';
import type { BallotPage, BallotView } from '#app/domain/ballots/ballot-page.server.ts';
import type { FormError } from '#app/lib/forms.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { Agreed, Result, Tag } from './ballot-pieces.tsx';

interface Props {
  page: BallotPage;
  done: string | null;
  errors: FormError[];
}

export const TITLE = 'Ballot of staff';

/** The newest ballot of a case, what may be done about it, and those before it. */
export function OneBallot({ page, done, errors }: Props) {
  const { ballot, may } = page;
  const path = `/cases/${page.case.id}`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: path, label: page.case.title }} nav={<CaseNav of={page.case} />} tag={ballot ? <Tag ballot={ballot} /> : null}
      {...(done && { banner: <Banner kind="success" title={done} /> })} errors={errors} lead={<p>{leadOf(ballot)}</p>}
    >
      {ballot?.result ? <Result ballot={ballot} result={ballot.result} /> : null}
      {ballot ? <Use page={page} ballot={ballot} path={path} /> : null}
      {ballot ? <section><h2>What was agreed</h2><Agreed ballot={ballot} /></section> : null}
      <section>
        <h2>How it stays secret</h2>
        <p>Everybody who may vote gets a link of their own by email, and votes once without an account. We mark that they voted. Their vote is added to three sums, and nothing else is kept of it: no paper, no time and no order.</p>
        <p>Nobody can read the sums, or how many have voted, before the ballot closes. With fewer than 10 votes the counts are never shown, since results of few people can reveal how each of them voted.</p>
      </section>
      {may.setUp ? <Buttons><ButtonLink to={`${path}/ballot/new`}>Set up a ballot</ButtonLink></Buttons> : null}
      {ballot && may.cancel ? <p><Link to={`${path}/ballot/${ballot.id}/cancellation`}>Cancel this ballot</Link></p> : null}
      {page.earlier.length ? <section><h2>Earlier ballots</h2>{page.earlier.map((one) => <Details key={one.id} summary={`${one.question} (${one.closes})`}>{one.result ? <Result ballot={one} result={one.result} earlier /> : null}<Agreed ballot={one} /></Details>)}</section> : null}
    </Page>
  );
}

function leadOf(ballot: BallotView | null): string {
  if (!ballot) return 'There is no ballot yet. No law we found makes you hold one; the approver will ask how you know that staff want this.';
  const words: Record<BallotView['state'], string> = {
    planned: `It opens on ${ballot.opens}. Everybody who may vote is written to then.`,
    open: `Staff can vote until the end of ${ballot.closes}. It closes and is counted by itself.`,
    closed: `It closed on ${ballot.closes}. The team and staff side read this result.`,
    cancelled: 'It was cancelled. Its votes were not counted.',
  };
  return words[ballot.state];
}

function Use({ page, ballot, path }: { page: BallotPage; ballot: BallotView; path: string }) {
  const answer = <Link to={`${path}/stages/workforce/vote`}>Vote on the proposal</Link>;
  return (
    <>
      {ballot.used ? <p>{`${ballot.used.by} used these figures in the answer on ${ballot.used.on}. ${ballot.used.agrees ? 'The answer still says the same' : 'The answer was changed since, and now says something else'}: `}{answer}.</p> : null}
      {page.may.use ? <Form method="post" action={`${path}/ballot/${ballot.id}/use`}><Buttons><PrimaryButton>Use these figures in the answer</PrimaryButton></Buttons></Form> : null}
    </>
  );
}
