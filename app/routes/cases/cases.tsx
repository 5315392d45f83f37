import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { casesListedFor, type CaseRow, type CaseSearch } from '#app/domain/cases/case-list.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { viewsFor } from '#app/domain/views/saved-views.server.ts';
import { counted } from '#app/lib/money.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Pages } from '#app/ui/pages.tsx';
import { Question } from '#app/ui/question.tsx';
import { SavedViews } from '#app/ui/saved-views.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Table } from '#app/ui/table.tsx';
import { TextField } from '#app/ui/text-field.tsx';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Cases - Slipway' }];

const FILTERS = ['text', 'state', 'route', 'commissioner'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const asked = new URL(request.url).searchParams;
  const said = (name: string) => (asked.get(name) ?? '').trim().slice(0, 200);
  const search: CaseSearch = { text: said('text'), state: said('state'), route: said('route'), commissioner: said('commissioner'), after: said('after') };
  return { ...(await casesListedFor(reader(), actor, search)), search, views: await viewsFor(reader(), actor, 'cases', asked) };
}

export default function Cases() {
  const { rows, total, next, all, options, search, views } = useLoaderData<typeof loader>();
  const chosen = FILTERS.filter((name) => search[name]).map((name) => ({ label: labelOf(name, search[name], options), removeTo: address({ ...search, [name]: '', after: '' }) }));
  return (
    <Page title="Cases" lead={<p>{all ? 'Every case, newest first.' : 'The cases you have a part in, newest first.'}</p>} wide>
      <p><ButtonLink to="/cases/new" kind="secondary">Start a case</ButtonLink></p>
      <SavedViews views={views} />
      <FilterForm action="/cases" chosen={chosen} count={search.after ? `${counted(total, 'case')}, continued` : counted(total, 'case')}>
        <Question id="text" as="field" size="s" title="Title or reference"><TextField name="text" width={20} defaultValue={search.text} /></Question>
        <Question id="state" as="field" size="s" title="State"><SelectField name="state" empty="All" options={options.state} defaultValue={search.state} /></Question>
        <Question id="route" as="field" size="s" title="Route"><SelectField name="route" empty="All" options={options.route} defaultValue={search.route} /></Question>
        <Question id="commissioner" as="field" size="s" title="Commissioner"><SelectField name="commissioner" empty="All" options={options.commissioner} defaultValue={search.commissioner} /></Question>
      </FilterForm>
      {rows.length ? <Table caption="Cases" captionHidden head={HEAD} rows={rows.map(rowOf)} /> : <None filtered={chosen.length > 0} />}
      <Pages
        {...(search.after && { previous: { to: address({ ...search, after: '' }), label: 'Back to the newest' } })}
        {...(next && { next: { to: address({ ...search, after: next }), label: 'Older cases' } })}
      />
    </Page>
  );
}

const HEAD = [{ label: 'Case' }, { label: 'State' }, { label: 'Whose turn' }, { label: 'Route' }, { label: 'Commissioner' }];

const rowOf = (row: CaseRow) => ({
  key: row.id,
  cells: [
    <span key="case"><Link to={`/cases/${row.id}`}>{row.title}</Link> <span className="quiet small unbroken">{row.reference}</span></span>,
    <StatusTag key="state" tone={row.state.tone}>{row.state.title}</StatusTag>,
    <span key="turn">{row.turn.words}{row.turn.late ? <strong> Late.</strong> : null}</span>,
    row.route,
    row.commissioner,
  ],
});

const None = ({ filtered }: { filtered: boolean }) =>
  filtered ? <p>No cases match these filters. <Link to="/cases">Clear filters</Link></p> : <p>No cases yet. When you start a case or accept an invitation to one, it is listed here.</p>;

function labelOf(name: (typeof FILTERS)[number], value: string, options: Record<string, { value: string; label: string }[]>): string {
  if (name === 'text') return `"${value}"`;
  return options[name]?.find((option) => option.value === value)?.label ?? value;
}

function address(search: CaseSearch): string {
  const asked = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''));
  return `/cases${asked.size ? `?${asked}` : ''}`;
}
