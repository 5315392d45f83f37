import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server';
import { expect, it } from 'vitest';
import { chartOf } from '#workflows/spc/chart.ts';
import { SpcFigure } from '#app/ui/spc-figure.tsx';
import { monthly } from '#tests/workflows/spc/made.ts';

const html = (element: ReactElement) => renderToStaticMarkup(<StaticRouter location="/">{element}</StaticRouter>);
const count = (markup: string, part: RegExp) => markup.match(part)?.length ?? 0;
/** Every point that is drawn: round and square line ends, and diamonds. */
const drawn = (markup: string) => count(markup, /\dh0/g) + count(markup, /<use /g);

const waits = chartOf(
  monthly([16, 16, 15, 14, 12, 9, 8, 7, 6, 6, 5, 5]).map((point, i) => ({ ...point, note: i === 6 ? 'Moved <clinic>' : null })),
  { direction: 'down', target: 8 },
);

it('has a name, a description and a sentence, and no script', () => {
  const markup = html(<SpcFigure chart={waits} name="Waits" unit="weeks" csv="/waits.csv" />);
  const [, title, desc] = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(markup)!;
  expect(markup).toContain(`<title id="${title}">Waits, weeks, April 2026 to March 2027</title>`);
  expect(markup).toContain(`<desc id="${desc}">12 points. First 16, last 5. Lowest 5 in February 2027, highest 16 in April 2026.`);
  expect(markup).toMatch(/<figcaption[^>]*>Waits fell from 16 weeks \(April 2026\) to 5 weeks/);
  expect(markup).toMatch(/<li>Moved &lt;clinic&gt;, October 2026<\/li>/);
  expect(markup).toContain('href="/waits.csv"');
  expect(markup).not.toContain('<script');
});

it('draws every point, and says in the table what each shape says', () => {
  const markup = html(<SpcFigure chart={waits} name="Waits" unit="weeks" />);
  expect(drawn(markup) - count(markup, /M13 8h0/g)).toBe(12);
  const [table] = /<tbody[\s\S]*<\/tbody>/.exec(markup)!;
  expect(count(table, /<tr /g)).toBe(12);
  const key = /<ul[\s\S]*?<\/ul>/.exec(markup)![0];
  for (const [words, tone] of [['Better than chance', 'improvement'], ['Worse than chance', 'concern'], ['Ordinary', 'neutral']] as const) {
    const points = waits.points.filter((point) => point.tone === tone).length;
    expect([count(table, new RegExp(words, 'g')), key.includes(words)]).toEqual([points, points > 0]);
  }
});

it.each([0, 1, 2, 9, 10, 60])('of %i points keeps them all within the drawing', (length) => {
  const chart = chartOf(monthly(Array.from({ length }, (_, i) => (i * 7919) % 83), '2020-01'), { direction: 'up', target: 50, baseline: 20, goLiveOn: '2022-06-01' });
  const markup = html(<SpcFigure chart={chart} name="Visits" unit="%" small />);
  expect(drawn(markup)).toBe(length);
  const places = [...markup.matchAll(/M(-?[\d.]+) (-?[\d.]+)h0|<use [^>]*x="(-?[\d.]+)%" y="(-?[\d.]+)%"/g)].flatMap(([, ...at]) => at.filter(Boolean).map(Number));
  expect(places).toHaveLength(length * 2);
  expect(places.filter((at) => !(at >= 0 && at <= 100))).toEqual([]);
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
});

it.each([[[0, 0, 0]], [[1e90, -1e90, 1e90]], [[-5, -5.0000000001]], [[1e-300, 0, 2e-300]], [new Array<number>(12).fill(0.1)]])('of odd values %j draws them all', (values) => {
  const markup = html(<SpcFigure chart={chartOf(monthly(values), { direction: 'maintain', baseline: 0 })} name="Odd" unit={null} />);
  expect(drawn(markup) - count(markup, /M13 8h0/g)).toBe(values.length);
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
});

it('of many leads to the numbers elsewhere', () => {
  const markup = html(<SpcFigure chart={waits} name="Waits" unit="weeks" numbersAt="/waits" />);
  expect(markup).toContain('href="/waits"');
  expect(markup).not.toContain('<table');
});
