import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { isExample } from '#app/domain/cases/case-file.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { caseMentoringPage, type CaseMentoringPage, type MentoringShown } from '#app/domain/mentoring/case-mentoring-page.server.ts';
import { maySeeMentoring } from '#app/domain/mentoring/mentoring.policy.ts';
import { notFound } from '#app/lib/responses.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { file } = await caseAsked(args);
  return maySeeMentoring(file.roles) || isExample(file) ? caseMentoringPage(reader(), file) : notFound();
}

const TITLE = 'Mentoring';
export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && TITLE, page?.case.title);

export default function CaseMentoring() {
  const page = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}`;
  return (
    <Page title={TITLE} caption={page.case.title} back={{ to: path, label: page.case.title }} nav={<CaseNav of={page.case} current="people" />} lead={<p>{page.turn}</p>}>
      {page.invited.map((one) => <Card key={one.name} title={one.name} level={2}><p>{one.words}.</p></Card>)}
      <Next page={page} path={path} />
      {page.current.map((one) => <Mentoring key={one.id} one={one} level={2} />)}
      {page.line.length ? <section className="flow"><h2>Asked, in this order</h2>{page.line.map((one) => <Mentoring key={one.id} one={one} />)}</section> : null}
      {page.need ? (
        <section className="flow">
          <h2>What the team asks for</h2>
          <SummaryList rows={page.need} />
          {page.maySeek ? <p><Link to={`${path}/mentoring/needs`}>Change what you ask for</Link></p> : null}
        </section>
      ) : null}
      {page.seesSupport ? <p><Link to={`${path}/support`}>Hours of support, and what was spent</Link></p> : null}
      {page.past.length ? <section className="flow"><h2>Earlier</h2>{page.past.map((one) => <Mentoring key={one.id} one={one} />)}</section> : null}
    </Page>
  );
}

/** The one thing to do next, and what happens when nobody was found. */
function Next({ page, path }: { page: CaseMentoringPage; path: string }) {
  const waits = page.line.length > 0;
  const has = page.current.length + page.invited.length > 0;
  if (!page.need) {
    return (
      <>
        <p>A mentor has left the public sector with a team, or knows one part of it well. They advise you, see only the stages you share, and never judge your case.</p>
        {page.maySeek ? <p><ButtonLink to={`${path}/mentoring/needs`} kind={has ? 'secondary' : 'primary'}>{has ? 'Look for another mentor' : 'Say what you need help with'}</ButtonLink></p> : null}
      </>
    );
  }
  if (waits || !page.maySeek) return null;
  return <p><ButtonLink to={`${path}/mentoring/choices`} kind={has ? 'secondary' : 'primary'}>{has ? 'Ask another mentor' : 'Choose who to ask'}</ButtonLink></p>;
}

const Mentoring = ({ one, level = 3 }: { one: MentoringShown; level?: 2 | 3 }) => (
  <Card level={level} title={`${one.name}, ${one.organisation}`} tag={<StatusTag tone={one.state.tone}>{one.state.title}</StatusTag>}>
    {one.words ? <p>{one.words}</p> : null}
    {one.feedback.map((words) => <p key={words} className="small">{words}</p>)}
    {one.open ? <p><Link to={`/mentoring/${one.id}`}>Open<span className="visually-hidden">{` the mentoring by ${one.name}`}</span></Link></p> : null}
  </Card>
);
