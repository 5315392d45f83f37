import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { MOVE_WORDS, moveNamed } from '#app/domain/mentoring/mentoring-words.ts';
import type { MentoringPage } from '#app/domain/mentoring/mentoring-pages.server.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { mentoringAsked } from './door.server.ts';

export const handle = { script: false };

const DONE: Record<string, string> = { accepted: 'You are their mentor now, and the team lead is told', declined: 'Your answer is sent. Thank you', feedback: 'Thank you for saying how it went' };

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await mentoringAsked(args);
  const word = new URL(args.request.url).searchParams.get('done') ?? '';
  const move = moveNamed(word);
  return { page, done: DONE[word] ?? (move ? MOVE_WORDS[move].done : null) };
}

const titleOf = (page: MentoringPage) => (page.side === 'mentor' ? `Mentoring ${page.case.title}` : `${page.name}, ${page.organisation}`);
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${titleOf(data.page)} - Slipway` : 'Slipway' }];

export default function Mentoring() {
  const { page, done } = useLoaderData<typeof loader>();
  const mine = page.side === 'mentor';
  return (
    <Page
      title={titleOf(page)} {...(!mine && { caption: page.case.title })} back={mine ? { to: '/mentoring', label: 'Your mentoring' } : { to: `/cases/${page.case.id}/mentoring`, label: 'Mentoring' }}
      tag={<StatusTag tone={page.state.tone}>{page.state.title}</StatusTag>} {...(done && { banner: <Banner kind="success" title={done} /> })}
      lead={<p>{page.answerBy ? `A team asks you to mentor them. Answer by ${page.answerBy}.` : `${page.state.description}.`}</p>}
    >
      {mine ? <p>{page.case.summary}</p> : null}
      <SummaryList rows={page.facts} />
      {page.need.length ? <section className="flow"><h2>What they ask for</h2><SummaryList rows={page.need} /></section> : null}
      {page.answerBy ? <Answer id={page.id} /> : null}
      <Next page={page} />
    </Page>
  );
}

const Answer = ({ id }: { id: string }) => (
  <section className="flow">
    <h2>Your answer</h2>
    <p>A yes is to a first meeting, and up to 3, to find out whether it works. You see a stage of the case only when the team shares it, and you never judge it. Either side can end it, and need not say why.</p>
    <Form method="post" action={`/mentoring/${id}/acceptance`}>
      <Buttons><PrimaryButton>Yes, I will mentor them</PrimaryButton><Link to={`/mentoring/${id}/refusal`}>Not this time</Link></Buttons>
    </Form>
  </section>
);

function Next({ page }: { page: MentoringPage }) {
  const to = (move: string) => `/mentoring/${page.id}/moves/${move}`;
  const [first, ...rest] = page.moves;
  const main = first && first.move !== 'end' && first.move !== 'withdraw' ? first : undefined;
  return (
    <>
      {page.mayFeedBack ? <p><ButtonLink to={`/mentoring/${page.id}/feedback`}>Say how it went</ButtonLink></p> : null}
      {main ? <p><ButtonLink to={to(main.move)}>{main.title}</ButtonLink></p> : null}
      {(main ? rest : page.moves).map((one) => <p key={one.move}><Link to={to(one.move)}>{one.title}</Link></p>)}
      {page.inCase && page.side === 'mentor' ? <p><Link to={`/cases/${page.case.id}`}>Open the case</Link></p> : null}
    </>
  );
}
