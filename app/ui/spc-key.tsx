import type { ReactNode } from 'react';
import type { Chart } from '#workflows/spc/chart.ts';
import { TONES } from '#workflows/spc/chart-in-words.ts';
import type { Tone } from '#workflows/spc/points.ts';
import lines from './spc-plot.module.css';
import classes from './spc-figure.module.css';

/** What the shapes and lines of a chart mean, of those it has. */
export function SpcKey({ chart: { points, stretches, kind, direction, target, low, high } }: { chart: Chart }) {
  const shown = TONE_ORDER.filter((tone) => points.some((point) => point.tone === tone));
  const edged = (direction === 'band' || direction === 'maintain') && (low !== null || high !== null);
  return (
    <ul className={classes.key}>
      {shown.map((tone) => <Entry key={tone} words={TONES[tone]}>{SHAPES[tone]}</Entry>)}
      {target !== null || edged ? <Entry words={edged ? 'Band' : 'Target'}><path className={lines.target} d="M0 8h26" /></Entry> : null}
      {stretches.length ? <Entry words={kind === 'run' ? 'Middle value' : 'Average'}><path className={lines.centre} d="M0 8h26" /></Entry> : null}
      {stretches.some(({ limits }) => limits) ? <Entry words="Limits of chance"><path className={lines.limits} d="M1 8h25" /></Entry> : null}
    </ul>
  );
}

const TONE_ORDER: readonly Tone[] = ['neutral', 'improvement', 'concern'];
const SHAPES = {
  neutral: <path className={lines.dots} d="M13 8h0" />,
  improvement: <path className={lines.diamonds} d="M13 1.5L19.5 8 13 14.5 6.5 8z" />,
  concern: <path className={lines.squares} d="M13 8h0" />,
} as const;

const Entry = ({ words, children }: { words: string; children: ReactNode }) => (
  <li><svg className={classes.glyph} viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">{children}</svg>{words}</li>
);
