import { isWithin, sideOf, slackOf, type Aim, type Side, type Tone } from './points.ts';
import { runsOf, trendsOf } from './runs.ts';

/** Natural limits of a measure, and two thirds of the way to them. */
export interface Limits {
  lower: number;
  nearLower: number;
  nearUpper: number;
  upper: number;
}
/** The level points are held against. Limits are missing where too few points stand behind them. */
export interface Level {
  centre: number;
  limits: Limits | null;
}

/** The four rules of "Making data count", and nothing else. */
export type Rule = 'outside' | 'shift' | 'near' | 'trend';
export interface Signal {
  rule: Rule;
  side: Side;
  /** Against the level of its own stretch, or against the level before go-live carried on. */
  against: 'own' | 'before';
}

/**
 * What the rules say of each value against one level: outside the limits; part of `run` in a row on one side of the
 * centre; between near limit and limit, as are 2 of 3 in a row all on that side; part of `run` rising or falling.
 */
export function signalsOf(values: readonly number[], level: Level, run: number, against: Signal['against']): Signal[][] {
  const slack = slackOf(values);
  const sides = values.map((value) => sideOf(value, level.centre, slack));
  const outside = values.map((value) => beyond(value, level.limits?.lower, level.limits?.upper, slack));
  const near = values.map((value, i) => (outside[i] ? 0 : beyond(value, level.limits?.nearLower, level.limits?.nearUpper, slack)));
  const found = values.map((): Signal[] => []);
  const tell = (rule: Rule, signs: readonly number[]) => signs.forEach((sign, i) => sign && found[i]!.push({ rule, side: sign > 0 ? 'high' : 'low', against }));
  tell('outside', outside);
  tell('shift', runsOf(sides, run));
  tell('near', twoOfThree(near, sides));
  tell('trend', trendsOf(values, run));
  return found;
}

const beyond = (value: number, lower: number | undefined, upper: number | undefined, slack: number): number =>
  upper !== undefined && sideOf(value, upper, slack) > 0 ? 1 : lower !== undefined && sideOf(value, lower, slack) < 0 ? -1 : 0;

function twoOfThree(near: readonly number[], sides: readonly number[]): number[] {
  const found = near.map(() => 0);
  for (let i = 2; i < near.length; i += 1) {
    const three = [i - 2, i - 1, i];
    if (sides[i] === 0 || three.some((at) => sides[at] !== sides[i])) continue;
    const close = three.filter((at) => near[at]);
    if (close.length >= 2) for (const at of close) found[at] = near[at]!;
  }
  return found;
}

/**
 * What the signals of one point mean. Where a level and a trend differ the level counts, and its own stretch before
 * that of go-live. For a band, or a thing to maintain, a signal outside the edges is a concern; without edges, only a
 * point outside the limits is. The rest is neutral, and so is all of it without a direction.
 */
export function toneOf(signals: readonly Signal[], value: number, aim: Aim): Tone {
  const [first] = signals;
  if (!first || aim.direction === null) return 'neutral';
  if (aim.direction === 'up' || aim.direction === 'down') return (first.side === 'high') === (aim.direction === 'up') ? 'improvement' : 'concern';
  return !(isWithin(value, aim) ?? first.rule !== 'outside') ? 'concern' : 'neutral';
}
