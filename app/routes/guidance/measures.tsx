import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { measures, searchMeasures, type Measure } from '#workflows/measures.ts';
import { MEASURE_GROUPS } from '#workflows/measures/measure.ts';
import { DIRECTIONS, FREQUENCIES } from '#app/domain/benefits/benefits.schema.ts';
import { counted } from '#app/lib/money.ts';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { Table } from '#app/ui/table.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import classes from './guidance.module.css';
import { directionOf, frequencyOf, groupOf } from './measure-words.ts';

export const handle = { script: false };
export const meta: MetaFunction = () => [{ title: 'Measure library - Guidance - Slipway' }];

const FILTERS = ['words', 'group', 'unit', 'direction', 'frequency'] as const;
type Search = Record<(typeof FILTERS)[number], string>;

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const search = Object.fromEntries(FILTERS.map((name) => [name, (asked.get(name) ?? '').trim().slice(0, 100)])) as Search;
  return { search, rows: searchMeasures(search).map(rowOf), all: searchMeasures({}).length, options: OPTIONS };
}

const rowOf = (m: Measure) => ({
  code: m.code, title: m.title, definition: m.definition, unit: m.unit, direction: directionOf(m.direction), frequency: frequencyOf(m.frequency), dataSource: m.dataSource, group: groupOf(m.group),
});

const choices = (pairs: readonly (readonly [string, string])[]) => pairs.map(([value, label]) => ({ value, label }));
const OPTIONS = {
  group: choices(MEASURE_GROUPS),
  unit: [...new Set(measures.map((m) => m.unit))].map((unit) => ({ value: unit, label: unit })),
  direction: choices(DIRECTIONS),
  frequency: choices(FREQUENCIES),
};

export default function Measures() {
  const { search, rows, all, options } = useLoaderData<typeof loader>();
  const chosen = FILTERS.filter((name) => search[name]).map((name) => ({ label: labelOf(name, search[name], options), removeTo: address({ ...search, [name]: '' }) }));
  return (
    <Page
      title="Measure library" crumbs={[{ to: '/guidance', label: 'Guidance' }]} wide
      lead={<p>Measures that NHS and community services use, each with its definition. Choose one that fits what you promise, or describe your own. <a href="/guidance/measures.csv">Download all {all} as a spreadsheet (CSV)</a></p>}
    >
      <FilterForm action="/guidance/measures" chosen={chosen} count={counted(rows.length, 'measure')}>
        <Question id="words" as="field" size="s" title="Words to find"><TextField name="words" type="search" width={20} defaultValue={search.words} /></Question>
        <Question id="group" as="field" size="s" title="About"><SelectField name="group" empty="All" options={options.group} defaultValue={search.group} /></Question>
        <Question id="unit" as="field" size="s" title="Unit"><SelectField name="unit" empty="All" options={options.unit} defaultValue={search.unit} /></Question>
        <Question id="direction" as="field" size="s" title="Which way is better"><SelectField name="direction" empty="All" options={options.direction} defaultValue={search.direction} /></Question>
        <Question id="frequency" as="field" size="s" title="How often"><SelectField name="frequency" empty="All" options={options.frequency} defaultValue={search.frequency} /></Question>
      </FilterForm>
      {rows.length ? <Table caption="Measures" captionHidden head={HEAD} rows={rows.map(cellsOf)} /> : <p>No measure matches. <Link to="/guidance/measures">Clear filters</Link></p>}
    </Page>
  );
}

const HEAD = [{ label: 'Measure' }, { label: 'About' }, { label: 'Unit' }, { label: 'Which way is better' }, { label: 'How often' }, { label: 'Usual source' }];

const cellsOf = (row: ReturnType<typeof rowOf>) => ({
  key: row.code,
  cells: [
    <span key="measure" className={classes.measure}>
      <Link to={`/guidance/measures/${row.code}`}>{row.title}</Link> <span className="quiet small">{row.code}</span>
      <span className={classes.definition}>{row.definition}</span>
    </span>,
    row.group, row.unit, row.direction, row.frequency, row.dataSource,
  ],
});

const labelOf = (name: keyof Search, value: string, options: typeof OPTIONS): string =>
  name === 'words' ? `"${value}"` : (options[name].find((option) => option.value === value)?.label ?? value);

function address(search: Search): string {
  const asked = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''));
  return `/guidance/measures${asked.size ? `?${asked}` : ''}`;
}
