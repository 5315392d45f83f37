import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { supportPage, type SupportPage } from '#app/domain/support/support-page.server.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, QuietButton } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { Table } from '#app/ui/table.tsx';
import { titled } from '../stages/titled.ts';
import { supportAsked } from './door.server.ts';

export const handle = { script: false };

const DONE: Record<string, string> = { package: 'The package is given, and the team lead is told', help: 'The help is recorded', back: 'The entry is taken back and no longer counts' };

export async function loader(args: LoaderFunctionArgs) {
  const { file } = await supportAsked(args);
  return { page: await supportPage(reader(), file), done: DONE[new URL(args.request.url).searchParams.get('done') ?? ''] };
}

const TITLE = 'Support given';
export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && TITLE, data?.page.case.title);

export default function Support() {
  const { page, done } = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}`;
  const { sums } = page;
  return (
    <Page
      title={TITLE} caption={page.case.title} back={{ to: `${path}/mentoring`, label: 'Mentoring' }} nav={<CaseNav of={page.case} current="people" />} wide
      {...(done && { banner: <Banner kind="success" title={done} /> })} lead={<p>Hours of help from mentors and others, and what was paid for it. The team lead and the support unit see this.</p>}
    >
      {sums.over ? <Inset><p><strong>Over the package.</strong>{` ${sums.sentence}`}</p></Inset> : <p>{sums.sentence}</p>}
      <SummaryList rows={[{ key: 'Package', value: sums.package }, { key: 'Hours given', value: sums.given }, ...page.parts, { key: 'Used in all', value: sums.used }, { key: 'Left', value: sums.left }, { key: 'Spent', value: sums.spent }]} />
      {page.mayGive ? <p><ButtonLink to={`${path}/support/package`}>{page.packages.length ? 'Give another package' : 'Give a package'}</ButtonLink></p> : null}
      <section className="flow">
        <h2>Help that was bought</h2>
        <Bought page={page} path={path} />
        {page.mayGive ? <p><Link to={`${path}/support/help/new`}>Record help that was bought</Link></p> : null}
      </section>
      {page.packages.length ? (
        <section>
          <h2>Packages</h2>
          <Table caption="Packages given, the newest first" captionHidden head={[{ label: 'Package' }, { label: 'Why' }, { label: 'Given by' }, { label: 'On' }]} rows={page.packages.map((row) => ({ key: row.id, cells: [row.title, row.reason, row.by, row.on] }))} />
        </section>
      ) : null}
    </Page>
  );
}

function Bought({ page, path }: { page: SupportPage; path: string }) {
  if (page.bought.length === 0) return <p>Nothing was bought yet. Time with mentors is free to the team, and comes from the sessions that are written down.</p>;
  const head = [{ label: 'What' }, { label: 'On' }, { label: 'From' }, { label: 'Time' }, { label: 'Cost', numeric: true }, { label: 'Paid by' }, ...(page.mayGive ? [{ label: 'Made in error' }] : [])];
  return (
    <Table
      caption="Help that was bought, the newest first" captionHidden head={head}
      rows={page.bought.map((row) => ({
        key: row.id,
        cells: [row.what, row.on, row.supplier, row.hours, row.cost, row.fund, ...(page.mayGive ? [<Form key="back" method="post" action={`${path}/support/help/${row.id}/withdrawal`}><QuietButton hidden={`the entry ${row.what}`}>Take back</QuietButton></Form>] : [])],
      }))}
    />
  );
}
