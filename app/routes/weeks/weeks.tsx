import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { weeksPage } from '#app/domain/weeks/weeks.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { file } = await caseAsked(args);
  const page = (await weeksPage(reader(), file)) ?? notFound();
  return { page, done: new URL(args.request.url).searchParams.get('done') === 'written' };
}

const TITLE = 'Week by week';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.page.case.title);

export default function Weeks() {
  const { page, done } = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}`;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: `${path}/meetings`, label: 'Meetings' }} nav={<CaseNav of={page.case} current="people" />}
      {...(done && { banner: <Banner kind="success" title="Your note is saved, and the team lead is told" /> })}
      lead={<p>Once a week a mentor writes what moved, what is stuck and what comes next. The team and the support unit read it; nobody who decides does.</p>}
    >
      {page.open ? <p><ButtonLink to={`${path}/mentoring/weeks/new`}>{`Write your note of ${page.open}`}</ButtonLink></p> : null}
      {page.weeks.length === 0 ? <p>No week is written down yet.</p> : null}
      {page.weeks.map((week) => (
        <section key={week.id} className="flow">
          <h2>{week.title}</h2>
          <p className="quiet small">{`${week.by}, ${week.at}`}</p>
          <SummaryList rows={[{ key: 'What moved', value: <Prose text={week.moved} /> }, { key: 'What is stuck', value: <Prose text={week.stuck} /> }, { key: 'What comes next', value: <Prose text={week.next} /> }]} />
        </section>
      ))}
    </Page>
  );
}
