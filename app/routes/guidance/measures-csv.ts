import { searchMeasures, type Measure } from '#workflows/measures.ts';
import { toCsv } from '#app/lib/csv.ts';
import { suggestedOf } from './measure-words.ts';

/** The whole library, newest versions, for a spreadsheet or another tool. */
export const loader = () =>
  new Response(toCsv([HEADER, ...searchMeasures({}).map(lineOf)]), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="slipway-measures.csv"' },
  });

const HEADER = ['measure_code', 'name', 'num_def', 'den_def', 'unit', 'direction', 'freq', 'source', 'national_anchor', 'anchor_date', 'notes'];

const lineOf = (m: Measure) => [
  m.code, m.title, m.numerator ?? m.workedOut ?? null, m.denominator ?? null, m.unit, m.direction, m.frequency, m.dataSource, m.anchor?.text ?? null, m.anchor?.on ?? null,
  [`Version ${m.version}`, `Definition from: ${m.source.title}`, m.suggested && `Slipway default: ${suggestedOf(m)}`, m.caution?.replace(/\.$/, '')].filter(Boolean).join('. '),
];
