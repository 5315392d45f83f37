import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { caseResultsPage, type CaseResultsPage, type DueRow } from '#app/domain/results/case-results-page.server.ts';
import { counted } from '#app/lib/money.ts';
import { notFound } from '#app/lib/responses.ts';
import { Banner } from '#app/ui/banner.tsx';
import { ButtonLink, Buttons } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import { Due } from './due.tsx';
import { Standing } from './result-list.tsx';
import classes from './results.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  const page = (await caseResultsPage(reader(), file)) ?? notFound();
  const saved = Number(new URL(asked.request.url).searchParams.get('saved'));
  return { page, saved: Number.isInteger(saved) && saved > 0 ? saved : 0 };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && 'Results due', data?.page.case.title);

export default function CaseResults() {
  const { page, saved } = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}`;
  return (
    <Page
      title="Results due" caption={page.case.title} back={{ to: `${path}/benefits`, label: 'Benefits' }} nav={<CaseNav of={page.case} current="benefits" />} wide
      {...(saved && { banner: <Banner kind="success" title={`${counted(saved, 'result')} saved`} /> })} lead={<Lead page={page} path={path} />}
    >
      {page.rows.length === 0 ? <p>No benefits yet. Once there are, this page says when the results of each are due.</p> : (
        <Table
          caption="Results due, late ones first" captionHidden head={[{ label: 'Benefit' }, { label: 'What is due' }, { label: 'Last result' }, { label: 'How it stands' }]}
          rows={page.rows.map((row) => ({ key: row.id, cells: cellsOf(row, path) }))}
        />
      )}
    </Page>
  );
}

const Lead = ({ page, path }: { page: CaseResultsPage; path: string }) => (
  <>
    <p>{page.overdue ? `${counted(page.overdue, 'result')} ${page.overdue === 1 ? 'is' : 'are'} overdue.` : 'Nothing is overdue.'}{page.unconfirmed ? ` ${counted(page.unconfirmed, 'result is', 'results are')} not confirmed by the other side.` : ''}</p>
    {page.maySample ? <p><Link to={`${path}/results/sample`}>See which results are to show their source</Link></p> : null}
    {page.mayImport ? <Buttons><ButtonLink to={`${path}/results/import`}>Add many results</ButtonLink><Link reloadDocument to={`${path}/results/template.csv`}>Template (CSV)</Link></Buttons> : null}
  </>
);

const cellsOf = (row: DueRow, path: string) => [
  <Link key="b" to={`${path}/benefits/${row.id}/results`}>{row.title}</Link>,
  <div key="d" className={classes.lines}><Due due={row.due} /></div>,
  row.last ? `${row.last.value}, ${row.last.period}` : 'None yet',
  row.last ? (
    <div key="s" className={classes.lines}>
      <Standing result={{ standing: row.last.standing, silence: '' }} />
      {row.unconfirmed > 1 ? <p>{`${row.unconfirmed} not confirmed in all`}</p> : null}
    </div>
  ) : 'Nothing to confirm',
];
