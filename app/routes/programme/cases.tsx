import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { programmeCases, type ProgrammeCaseRow } from '#app/domain/programme/programme-cases.server.ts';
import { addressOf, searchIn } from '#app/domain/programme/programme-search.ts';
import { viewsFor } from '#app/domain/views/saved-views.server.ts';
import { counted } from '#app/lib/money.ts';
import { Page } from '#app/ui/page.tsx';
import { Pages } from '#app/ui/pages.tsx';
import { SavedViews } from '#app/ui/saved-views.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Table } from '#app/ui/table.tsx';
import { atProgramme } from './door.server.ts';
import { countedInWords, ProgrammeFilters } from './programme-filters.tsx';
import { ProgrammeNav } from './programme-nav.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Cases of the programme - Slipway' }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, scope, asked } = await atProgramme(args);
  const after = (asked.get('after') ?? '').slice(0, 60);
  return { ...(await programmeCases(reader(), scope, searchIn(asked), after)), after, views: await viewsFor(reader(), actor, 'programme-cases', asked) };
}

export default function ProgrammeCases() {
  const { search, options, kind, noneReal, total, rows, next, after, views } = useLoaderData<typeof loader>();
  return (
    <Page title="Cases" caption="Programme" nav={<ProgrammeNav current="cases" />} lead={<p>{`In the order of their references. ${countedInWords({ kind, noneReal })}`}</p>} wide>
      <SavedViews views={views} />
      <ProgrammeFilters path="/programme/cases" search={search} options={options} kind={kind} count={after ? `${counted(total, 'case')}, continued` : counted(total, 'case')} />
      {rows.length ? <Table caption="Cases" captionHidden head={HEAD} rows={rows.map(rowOf)} /> : <p>No cases match these filters.</p>}
      <Pages
        {...(after && { previous: { to: addressOf('/programme/cases', search), label: 'Back to the first' } })}
        {...(next && { next: { to: addressOf('/programme/cases', search, { after: next }), label: 'More cases' } })}
      />
    </Page>
  );
}

const HEAD = [{ label: 'Case' }, { label: 'State' }, { label: 'Live for' }, { label: 'Route' }, { label: 'Commissioner' }, { label: 'Objectives' }];
const KINDS = { real: '', illustrative: 'Illustration', example: 'Example' };

const rowOf = (row: ProgrammeCaseRow) => ({
  key: row.id,
  cells: [
    <span key="case"><Link to={`/cases/${row.id}`}>{row.title}</Link> <span className="quiet small">{[row.reference, KINDS[row.kind]].filter(Boolean).join(', ')}</span></span>,
    <StatusTag key="state" tone={row.state.tone}>{row.state.title}</StatusTag>,
    row.live, row.route, row.commissioner, row.objectives || 'None',
  ],
});
