import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { verdictPage, type VerdictPage } from '#app/domain/verdicts/verdict-pages.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { VerdictTag } from './verdict-pieces.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return (await verdictPage(reader(), file, asked.params.benefit!, asked.params.verdict!)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && `Verdict - ${page.benefit.title}`, page?.case.title);

export default function OneVerdict() {
  const page = useLoaderData<typeof loader>();
  const { verdict, benefit } = page;
  const path = `/cases/${page.case.id}/benefits/${benefit.id}/verdicts`;
  return (
    <Page
      title="Verdict" caption={`${benefit.title} - benefit ${benefit.number}`} back={{ to: path, label: 'Verdicts and evidence' }} tag={<VerdictTag words={verdict.words} />}
      lead={<p>{`${page.review}. ${verdict.by}. ${verdict.grade}.`}</p>}
    >
      {page.replacedBy ? <Inset><p>{'A later verdict replaced this one: '}<Link to={`${path}/${page.replacedBy.id}`}>{page.replacedBy.by}</Link></p></Inset> : null}
      <section>
        <h2>Why</h2>
        <p>{page.proposed.title === verdict.words.title ? 'The results pointed to the same word.' : `The results pointed to "${page.proposed.title}".`}</p>
        {page.reasons ? <Prose text={page.reasons} /> : null}
        {page.missedMilestones.length ? <ul>{page.missedMilestones.map((words) => <li key={words}>{words}</li>)}</ul> : null}
        {page.replaces ? <p>{'It replaces an earlier verdict: '}<Link to={`${path}/${page.replaces.id}`}>{`${page.replaces.words.title}. ${page.replaces.by}`}</Link></p> : null}
      </section>
      {page.action || page.consequence ? <WhatFollows page={page} /> : null}
      <section>
        <h2>The figures it rests on</h2>
        <p>As they stood when it was given.</p>
        <SummaryList rows={page.figures} />
      </section>
      {page.mayReplace ? <p><Link to={`${path}/new`}>Replace this verdict</Link></p> : null}
    </Page>
  );
}

const WhatFollows = ({ page: { action, consequence } }: { page: VerdictPage }) => (
  <section>
    <h2>What follows</h2>
    <SummaryList
      rows={[
        ...(action ? [{ key: 'What will be done', value: action.text }, { key: 'Who', value: action.owner }, { key: 'When', value: action.open ? action.due : `${action.due}. Settled by a later verdict` }] : []),
        { key: 'Agreed to follow', value: consequence ?? 'Nothing was agreed' },
      ]}
    />
  </section>
);
