import { number } from '../figure.ts';
import type { Chart } from './chart.ts';
import { TONES } from './chart-in-words.ts';
import { when, type Tone } from './points.ts';

/** The drawing in words, for those who do not see it: what is where, and nothing that must be concluded. */
export function chartDescribed(chart: Chart): string {
  const { points, stretches, target, low, high, byDay } = chart;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const at = (value: number) => points.find((point) => point.value === value)!;
  const values = points.map(({ value }) => value);
  const [lowest, highest] = [at(Math.min(...values)), at(Math.max(...values))];
  const level = stretches.at(-1);
  const edges = chart.direction === 'band' || chart.direction === 'maintain' ? [low, high].filter((edge) => edge !== null) : [];
  return [
    `${points.length === 1 ? '1 point' : `${points.length} points`}.`,
    `First ${number(first.value)}, last ${number(last.value)}.`,
    `Lowest ${number(lowest.value)} in ${when(lowest.on, byDay)}, highest ${number(highest.value)} in ${when(highest.on, byDay)}.`,
    ...(level ? [`Latest ${chart.kind === 'run' ? 'middle value' : 'average'} ${number(level.centre)}${level.limits ? `, ${level.trial ? 'trial ' : ''}limits ${number(level.limits.lower)} and ${number(level.limits.upper)}` : ''}.`] : []),
    ...(target === null ? [] : [`Target ${number(target)}.`]),
    ...(edges.length ? [`Band ${edges.map((edge) => number(edge)).join(' to ')}.`] : []),
    ...counted(chart),
  ].join(' ');
}

const counted = ({ points }: Chart): string[] =>
  (['improvement', 'concern'] as Tone[]).flatMap((tone) => {
    const count = points.filter((point) => point.tone === tone).length;
    return count ? [`${TONES[tone]}: ${count} of ${points.length}.`] : [];
  });
