import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { benefitVerdicts } from '#app/domain/verdicts/verdict-pages.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { ButtonLink, Buttons } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { Given, OpenAction, Story } from './verdict-pieces.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return (await benefitVerdicts(reader(), file, asked.params.benefit!)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && `Verdicts and evidence - ${page.benefit.title}`, page?.case.title);

export default function OneBenefitsVerdicts() {
  const { case: head, benefit, verdicts, action, stories, ...may } = useLoaderData<typeof loader>();
  const path = `/cases/${head.id}/benefits/${benefit.id}`;
  return (
    <Page title="Verdicts and evidence" caption={`${benefit.title} - benefit ${benefit.number}`} back={{ to: path, label: benefit.title }} nav={<CaseNav of={head} current="benefits" />}>
      {action ? <section><h2>What is being done</h2><OpenAction action={action} caseId={head.id} /></section> : null}
      <section>
        <h2>Verdicts</h2>
        {verdicts.length ? (
          <Table caption="Verdicts, newest review first" captionHidden head={[{ label: 'Review' }, { label: 'Verdict' }]} rows={verdicts.map((v) => ({ key: v.id, cells: [v.review, <Given key="v" verdict={v} to={`${path}/verdicts/${v.id}`} />] }))} />
        ) : <p>Nobody has judged this yet.</p>}
        {may.mayJudge ? <Buttons><ButtonLink to={`${path}/verdicts/new`}>Judge this benefit</ButtonLink></Buttons> : null}
        <p><Link to={`/cases/${head.id}/verdicts`}>See the verdicts on every promise of this case</Link></p>
      </section>
      <section>
        <h2>Evidence in words</h2>
        {stories.length ? stories.map((story) => <Story key={story.id} story={story} withdraw={story.mayWithdraw ? `${path}/stories/${story.id}/withdrawal` : undefined} />) : <p>No stories, surveys, audits or observations yet. Numbers miss things that people can tell you.</p>}
        {may.mayTell ? <p><Link to={`${path}/stories/new`}>Add evidence in words</Link></p> : null}
      </section>
    </Page>
  );
}
