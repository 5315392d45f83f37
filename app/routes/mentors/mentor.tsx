import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { mentorPage, type AdviserShown, type MentorPage } from '#app/domain/mentors/directory-page.server.ts';
import { actorOf } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Card } from '#app/ui/card.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  return { page: (await mentorPage(reader(), actor, params.organisation!)) ?? notFound(), signedIn: actor !== null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.page.name} - Mentors - Slipway` : 'Slipway' }];

export default function Mentor() {
  const { page, signedIn } = useLoaderData<typeof loader>();
  return (
    <Page title={page.name} back={{ to: '/mentors', label: 'Mentors' }} lead={<p>{page.about}</p>} {...(page.left && { tag: <StatusTag tone="grey">Not in the directory</StatusTag> })}>
      <SummaryList rows={page.facts} />
      {page.mayKeep ? <p><Link to={`/mentors/${page.id}/details`}>Change these details</Link></p> : null}
      <Results page={page} />
      <section className="flow">
        <h2>Advisers</h2>
        {page.advisers.length === 0 ? <p>Nobody at present.</p> : page.advisers.map((adviser, i) => <Adviser key={adviser.id} adviser={adviser} number={i + 1} keep={page.mayKeep ? `/mentors/${page.id}/advisers/${adviser.id}` : null} />)}
        {signedIn ? null : <p>You see who they are once you have signed in. <Link to={`/sign-in?to=/mentors/${page.id}`}>Sign in</Link></p>}
        {page.mayKeep ? <p><Link to={`/mentors/${page.id}/advisers/new`}>Add an adviser</Link></p> : null}
      </section>
    </Page>
  );
}

const Results = ({ page }: { page: MentorPage }) => (
  <section className="flow">
    <h2>Published results</h2>
    {page.results.length ? (
      <ul>{page.results.map((result) => <li key={result.id}>{result.words}{'. '}<a href={result.link} rel="noreferrer">Read where it was published<span className="visually-hidden">{`: ${result.words}`}</span></a>{`, ${result.on}`}</li>)}</ul>
    ) : <p>None is recorded here. Ask them about theirs.</p>}
    {page.mayKeep ? <p><Link to={`/mentors/${page.id}/results`}>Add or withdraw a result</Link></p> : null}
  </section>
);

const Adviser = ({ adviser, number, keep }: { adviser: AdviserShown; number: number; keep: string | null }) => (
  <Card title={adviser.name ?? `Adviser ${number}`} {...(adviser.left && { tag: <StatusTag tone="grey">Left</StatusTag> })}>
    <p>{[adviser.jobTitle, adviser.ambassador ? 'ambassador for voluntary and user-led groups' : ''].filter(Boolean).join(', ')}</p>
    {adviser.about ? <p>{adviser.about}</p> : null}
    <p>{`Helps with: ${adviser.topics.join(', ')}.`}</p>
    <p className="small">{`${adviser.places}. ${adviser.offers}.`}</p>
    {keep ? <p><Link to={keep}>Change<span className="visually-hidden">{` what is said of ${adviser.name ?? 'this adviser'}`}</span></Link></p> : null}
  </Card>
);
