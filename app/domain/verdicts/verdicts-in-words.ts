import { plain } from '#workflows/results.ts';
import type { Grade } from '#workflows/spc/assessment.ts';
import { figure } from '#workflows/figure.ts';
import { countsInWords } from '#workflows/verdicts.ts';
import { day } from '../../lib/dates.ts';
import type { RestsOn } from './rests-on.ts';
import { STORY_KINDS, VERDICTS, type Word } from './verdicts.schema.ts';

/** How a verdict is tagged: word, colour and shape say the same. */
export interface VerdictWords {
  title: string;
  tone: 'green' | 'amber' | 'red' | 'grey';
  shape: 'tick' | 'doubleTick' | 'triangle' | 'cross' | 'dots';
}
const TAGS: Readonly<Record<Word, Omit<VerdictWords, 'title'>>> = {
  met: { tone: 'green', shape: 'doubleTick' },
  onTrack: { tone: 'green', shape: 'tick' },
  atRisk: { tone: 'amber', shape: 'triangle' },
  missed: { tone: 'red', shape: 'cross' },
  notProven: { tone: 'grey', shape: 'dots' },
  tooEarly: { tone: 'grey', shape: 'dots' },
};
export const verdictWords = (word: Word): VerdictWords => ({ title: VERDICTS.find(([key]) => key === word)![1], ...TAGS[word] });

export const GRADES: Readonly<Record<Grade, string>> = { full: 'Full', provisional: 'Provisional', early: 'Early' };
export const storyKindInWords = (kind: string): string => STORY_KINDS.find(([key]) => key === kind)?.[1] ?? 'Evidence';

/** "72.1% (the last 3 results, n = 470 to 502)": never a percentage without what it is out of. */
export function resultInWords({ actual, results, definition }: Pick<RestsOn, 'actual' | 'results' | 'definition'>): string {
  const value = actual ?? results.at(-1)?.value;
  if (value === undefined) return 'No result yet';
  const of = actual === null ? results.slice(-1) : results;
  return `${figure(value, definition.unit)} (${actual === null || results.length === 1 ? 'the last result' : `the last ${results.length} results`}, ${countsInWords(of)})`;
}

/** "49% (31 January 2024, n not recorded)". */
export function startInWords({ baseline, definition }: Pick<RestsOn, 'baseline' | 'definition'>): string {
  if (baseline.value === null) return 'None';
  const of = [baseline.on ? day(baseline.on) : '', baseline.n !== null || plain(definition.unit).startsWith('%') ? countsInWords([baseline]) : ''].filter(Boolean);
  return `${figure(baseline.value, definition.unit)}${of.length ? ` (${of.join(', ')})` : ''}`;
}

/** "8 weeks or less by 31 March 2027". */
export function targetInWords({ target, baseline, definition }: Pick<RestsOn, 'target' | 'baseline' | 'definition'>): string {
  const { unit, direction } = definition;
  const by = target.on ? ` by ${day(target.on)}` : '';
  if (direction === 'band' && target.low !== null && target.high !== null) return `From ${figure(target.low, unit)} to ${figure(target.high, unit)}${by}`;
  if (direction === 'maintain' && baseline.value !== null) return `Stay at ${figure(baseline.value, unit)}${by}`;
  if (target.value === null) return 'None';
  return `${figure(target.value, unit)}${direction === 'down' ? ' or less' : direction === 'up' ? ' or more' : ''}${by}`;
}
