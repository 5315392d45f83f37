import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { measureByCode, type Measure } from '#workflows/measures.ts';
import { day } from '#app/lib/dates.ts';
import { count } from '#app/lib/money.ts';
import { notFound } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { SummaryList } from '#app/ui/summary-list.tsx';
import { Source } from './source.tsx';
import { categoryOf, directionOf, frequencyOf, groupOf, suggestedOf } from './measure-words.ts';

export const handle = { script: false };
export const meta: MetaFunction<typeof loader> = ({ data: measure }) => [{ title: measure ? `${measure.title} - Measure library - Slipway` : 'Measure library - Slipway' }];

/** The newest version, or the one a benefit was copied from: `?version=1`. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const version = new URL(request.url).searchParams.get('version');
  const m = measureByCode(params.code!, version === null ? undefined : Number(version)) ?? notFound();
  return { code: m.code, version: m.version, title: m.title, definition: m.definition, rows: rowsOf(m), treated: treatedAs(m), source: m.source };
}

const rowsOf = (m: Measure) => [
  ...(m.denominator === undefined
    ? [{ key: 'How it is worked out', value: m.workedOut }]
    : [{ key: 'Numerator', value: m.numerator }, { key: 'Denominator', value: m.denominator }, { key: 'How it is worked out', value: timesOf(m.perUnits!) }]),
  { key: 'Unit', value: m.unit },
  { key: 'Which way is better', value: directionOf(m.direction) },
  { key: 'How often', value: frequencyOf(m.frequency) },
  { key: 'Usual source of the figures', value: m.dataSource },
  { key: 'National figure', value: m.anchor ? `${m.anchor.text} (${m.anchor.on})` : 'None given here. Agree the target locally' },
  ...(m.suggested ? [{ key: 'Slipway default', value: `${suggestedOf(m)}. Agree your own locally` }] : []),
  ...(m.caution ? [{ key: 'Take care', value: m.caution }] : []),
  { key: 'About', value: groupOf(m.group) },
  { key: 'Kind of benefit', value: categoryOf(m.category) },
];

const timesOf = (perUnits: number) => `Divide the numerator by the denominator${perUnits > 1 ? `, then multiply by ${count(perUnits)}` : ''}`;

/** What the product does with figures of this measure. */
const treatedAs = (m: Measure) => [
  ...(m.aboutPeople ? ['numbers from 1 to 4 are not shown outside the case'] : []),
  ...(m.behavioural ? ['a change of more than 70% is checked before it is believed'] : []),
  ...(m.quality ? ['in the contract it counts as one of quality'] : []),
  ...(m.value ? ['in the contract it counts as one of value, and needs a measure of safety beside it'] : []),
  ...(m.balancing ? ['it can stand beside a saving, to show that care did not get worse'] : []),
];

export default function OneMeasure() {
  const { code, version, title, definition, rows, treated, source } = useLoaderData<typeof loader>();
  return (
    <Page title={title} caption={`${code}, version ${version}`} crumbs={[{ to: '/guidance', label: 'Guidance' }, { to: '/guidance/measures', label: 'Measure library' }]} lead={<p>{definition}</p>}>
      <SummaryList rows={rows} />
      {treated.length ? (
        <>
          <h2>How Slipway treats it</h2>
          <p>For a benefit that uses this measure:</p>
          <ul>{treated.map((text) => <li key={text}>{text}</li>)}</ul>
        </>
      ) : null}
      <h2>Where the definition comes from</h2>
      <p><Source {...source} /></p>
      <p>Last checked on {day(source.checkedOn)}. A benefit keeps the version it was copied from, also when a newer one comes.</p>
    </Page>
  );
}
