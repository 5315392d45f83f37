import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { measures, searchMeasures, type Measure } from '#workflows/measures.ts';
import { MEASURE_GROUPS } from '#workflows/measures/measure.ts';
import { measureChoiceSchema } from '#app/domain/benefits/benefit-details.schema.ts';
import { chooseMeasure } from '#app/domain/benefits/choose-measure.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { parseForm } from '#app/lib/forms.ts';
import { counted } from '#app/lib/money.ts';
import { refusal, refused, type Again } from '#app/lib/responses.ts';
import { QuietButton } from '#app/ui/buttons.tsx';
import { FilterForm } from '#app/ui/filter-form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Question } from '#app/ui/question.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { Table } from '#app/ui/table.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { directionOf, frequencyOf, groupOf } from '../guidance/measure-words.ts';
import { optionsOf } from './asking.ts';
import classes from './benefits.module.css';
import { benefitToDescribe } from './door.server.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { page } = await benefitToDescribe(asked);
  const search = new URL(asked.request.url).searchParams;
  const said = (name: string) => (search.get(name) ?? '').trim().slice(0, 100);
  const [words, group] = [said('words'), said('group')];
  return { page, words, group, rows: searchMeasures({ words, group }).map(rowOf), groups: GROUPS };
}

const GROUPS = optionsOf(MEASURE_GROUPS.filter(([key]) => measures.some((m) => m.group === key)));
const rowOf = (m: Measure) => ({ code: m.code, title: m.title, definition: m.definition, unit: m.unit, direction: directionOf(m.direction), frequency: frequencyOf(m.frequency) });

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const read = parseForm(await request.formData(), measureChoiceSchema);
  if (!read.ok) return refused(read.errors);
  const chosen = await chooseMeasure(actor, params.case!, params.benefit!, read.value);
  return chosen.ok ? redirect(`/cases/${params.case}/benefits/${params.benefit}?done=library`) : refusal(chosen);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Choose a measure - ${data.page.view.title} - ${data.page.case.title} - Slipway` : 'Slipway' }];

export default function Library() {
  const { page, words, group, rows, groups } = useLoaderData<typeof loader>();
  const again = useActionData<Again>();
  const path = `/cases/${page.case.id}/benefits/${page.view.id}/measure`;
  const address = (search: Record<string, string>) => `${path}/library?${new URLSearchParams(search)}`;
  const chosen = [
    ...(words ? [{ label: `"${words}"`, removeTo: address({ group }) }] : []),
    ...(group ? [{ label: groupOf(group), removeTo: address({ words }) }] : []),
  ];
  return (
    <Page
      title="Choose a measure" caption={page.view.title} back={{ to: path, label: 'How it is measured' }} errors={again?.errors ?? []} wide
      lead={<p>The definition, unit, direction, frequency and usual source are copied into your record. Your figures stay. None fits? <Link to={path}>Describe your own</Link></p>}
    >
      <FilterForm action={`${path}/library`} chosen={chosen} count={counted(rows.length, 'measure')}>
        <Question id="words" as="field" size="s" title="Words"><TextField name="words" type="search" width={20} defaultValue={words} /></Question>
        <Question id="group" as="field" size="s" title="About"><SelectField name="group" empty="All" options={groups} defaultValue={group} /></Question>
      </FilterForm>
      {rows.length ? <Table caption="Measures" captionHidden head={HEAD} rows={rows.map((row) => ({ key: row.code, cells: cellsOf(row, page.form.revision ?? '') }))} /> : <p>No measure matches. <Link to={`${path}/library`}>Clear filters</Link></p>}
    </Page>
  );
}

const HEAD = [{ label: 'Measure' }, { label: 'Unit' }, { label: 'Which way is better' }, { label: 'How often' }, { label: 'Choose' }];

const cellsOf = (row: ReturnType<typeof rowOf>, revision: string) => [
  <span key="measure"><Link to={`/guidance/measures/${row.code}`}>{row.title}</Link> <span className="quiet small">{row.code}</span><span className={classes.definition}>{row.definition}</span></span>,
  row.unit, row.direction, row.frequency,
  <Form key="use" method="post">
    <input type="hidden" name="code" value={row.code} />
    <input type="hidden" name="revision" value={revision} />
    <QuietButton hidden={`: ${row.title}`}>Use this measure</QuietButton>
  </Form>,
];
