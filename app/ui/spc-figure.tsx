import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { number } from '#workflows/figure.ts';
import type { Chart } from '#workflows/spc/chart.ts';
import { assuranceInWords, chartInWords, TONES } from '#workflows/spc/chart-in-words.ts';
import { when } from '#workflows/spc/points.ts';
import { Details } from './details.tsx';
import { SpcKey } from './spc-key.tsx';
import { SpcPlot } from './spc-plot.tsx';
import { Table, type TableHead } from './table.tsx';
import classes from './spc-figure.module.css';

interface Props {
  chart: Chart;
  /** What is measured, as a sentence begins: "Waits". */
  name: string;
  unit: string | null;
  targetOn?: string | null;
  /** Said in place of the sentences that the rules write. */
  words?: ReactNode;
  /** Where the numbers can be had as CSV. */
  csv?: string;
  /** The page that has the numbers, in place of a table here: where a page has many charts, tables are most of its cost. */
  numbersAt?: string;
  /** For many side by side: the points, the target and the last value. */
  small?: boolean;
  /** What can be done, under the drawing. */
  children?: ReactNode;
}

/** One measure over time: sentence first, then the drawing, its key in words, what happened, and the numbers. */
export function SpcFigure({ chart, name, unit, targetOn, words, csv, numbersAt, small, children }: Props) {
  const plot = <SpcPlot chart={chart} name={name} unit={unit} small={small} />;
  if (small) return <figure className={classes.figure}><figcaption className={classes.name}>{words ?? name}</figcaption>{plot}</figure>;
  const assurance = assuranceInWords(chart);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.words}>{words ?? chartInWords(chart, { name, unit, targetOn: targetOn ?? null }).join(' ')}</figcaption>
      {chart.points.length ? (
        <div className={classes.body}>
          {plot}
          <div className={classes.side}>
            <SpcKey chart={chart} />
            {assurance ? <p>{assurance}.</p> : null}
          </div>
        </div>
      ) : null}
      {chart.marks.length ? <ol className={classes.marks}>{chart.marks.map((mark) => <li key={mark.number}>{`${mark.words}, ${when(mark.on, chart.byDay)}`}</li>)}</ol> : null}
      {!chart.points.length ? null : numbersAt ? <p><Link to={numbersAt}>See the numbers<span className="visually-hidden">{`: ${name}`}</span></Link></p> : <Numbers chart={chart} name={name} unit={unit} csv={csv} />}
      {children}
    </figure>
  );
}

/** The same in a table: what each point is, out of how many, and what its shape says. */
function Numbers({ chart: { points, marks, byDay }, name, unit, csv }: Pick<Props, 'chart' | 'name' | 'unit' | 'csv'>) {
  const counted = points.some(({ n }) => n);
  const noteAt = (on: string) => marks.find((mark) => mark.kind === 'note' && mark.on === on);
  const head: TableHead[] = [
    { label: byDay ? 'Day' : 'Month' }, { label: unit ? `Value (${unit})` : 'Value', numeric: true }, ...(counted ? [{ label: 'Out of', numeric: true }] : []),
    { label: 'Compared with chance' },
  ];
  const rows = points.map(({ on, value, n, tone }, i) => {
    const note = noteAt(on);
    return { key: `${on} ${i}`, cells: [when(on, byDay) + (note ? `, note ${note.number}` : ''), number(value), ...(counted ? [n ? number(n) : 'Not provided'] : []), TONES[tone]] };
  });
  return (
    <Details summary="See the numbers">
      <Table caption={name} captionHidden compact head={head} rows={rows} />
      {csv ? <p><a href={csv} download>Download these numbers (CSV)</a></p> : null}
    </Details>
  );
}
