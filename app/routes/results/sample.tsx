import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { samplePage, type SampledQuarter } from '#app/domain/results/sample-page.server.ts';
import { counted } from '#app/lib/money.ts';
import { forbidden, notFound } from '#app/lib/responses.ts';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { Standing } from './result-list.tsx';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await samplePage(reader(), file)) ?? notFound();
  return page.maySee ? page : forbidden("Only the commissioner's side and those who oversee the case see which results are sampled.");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => titled(page && 'Results to check', page?.case.title);

export default function Sample() {
  const page = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}`;
  const open = page.quarters.reduce((sum, quarter) => sum + quarter.open.length, 0);
  return (
    <Page
      title="Results to check" caption={page.case.title} back={{ to: `${path}/results`, label: 'Results due' }} nav={<CaseNav of={page.case} current="benefits" />} wide
      lead={<p>{`Of each quarter's results, 5 in 100 are asked to show their source, and at least 1. ${open === 0 ? 'None waits for you now.' : `${counted(open, 'result')} ${open === 1 ? 'is' : 'are'} still to be confirmed or asked.`}`}</p>}
    >
      {page.quarters.length === 0 ? <p>No results yet. Once some are recorded, the ones to check are listed here.</p> : null}
      {page.quarters.map((quarter) => <Quarter key={quarter.quarter} of={quarter} path={path} />)}
      <Details summary="How they are chosen">
        <p>Nobody chooses. For each result recorded in the quarter, take the SHA-256 of the quarter (such as 2027 Q2), a space and the id of the result as it was first recorded. Put them in order and take the lowest 5 in 100, rounded up. The id stands in the address of the result.</p>
      </Details>
    </Page>
  );
}

const Quarter = ({ of, path }: { of: SampledQuarter; path: string }) => (
  <section>
    <h2>{of.quarter}</h2>
    <p>{`${counted(of.recorded, 'result')} recorded, ${of.sampled} in the sample, ${of.open.length} still to be confirmed or asked.`}</p>
    {of.open.length ? (
      <Table
        caption={`Still to check, ${of.quarter}`} captionHidden head={[{ label: 'Benefit' }, { label: 'Period' }, { label: 'Result', numeric: true }, { label: 'How it stands' }, { label: 'What you can do' }]}
        rows={of.open.map((r) => ({
          key: r.id,
          cells: [
            <Link key="b" to={`${path}/benefits/${r.benefit.id}/results`}>{r.benefit.title}</Link>, <Link key="p" to={`${path}/benefits/${r.benefit.id}/results/${r.id}/check`}>{r.period}</Link>, r.value, <Standing key="s" result={{ standing: r.standing, silence: '' }} />,
            r.mayAsk ? <Link key="a" to={`${path}/benefits/${r.benefit.id}/results/${r.id}/check?ask=sourceAsked`}>Ask to see the source<span className="visually-hidden">{` of ${r.benefit.title}, ${r.period}`}</span></Link> : 'Somebody else checks this one',
          ],
        }))}
      />
    ) : null}
  </section>
);
