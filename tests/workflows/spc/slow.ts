/**
 * The statistics written a second time, straight from their definitions: every window looked at, every sum done anew,
 * nothing shared with workflows/spc. Slow, and meant to be.
 */
export interface SlowLevel {
  mean: number;
  lower: number;
  upper: number;
  nearLower: number;
  nearUpper: number;
  hasLimits: boolean;
}

export function level(base: number[], screened: boolean): SlowLevel {
  let sum = 0;
  for (const value of base) sum += value;
  const mean = sum / base.length;
  let ranges: number[] = [];
  for (let i = 1; i < base.length; i += 1) ranges.push(Math.abs(base[i]! - base[i - 1]!));
  const average = (list: number[]) => {
    let all = 0;
    for (const one of list) all += one;
    return list.length === 0 ? 0 : all / list.length;
  };
  if (screened) {
    const cut = 3.267 * average(ranges);
    const kept = ranges.filter((range) => !(range >= cut));
    if (kept.length > 0) ranges = kept;
  }
  const three = average(ranges) * 2.66;
  return { mean, lower: mean - three, upper: mean + three, nearLower: mean - (three * 2) / 3, nearUpper: mean + (three * 2) / 3, hasLimits: base.length >= 5 };
}

/** Whether two numbers are so close that binary arithmetic may tell them apart either way. */
const same = (a: number, b: number, values: number[]) => Math.abs(a - b) <= 1e-9 * Math.max(...values.map((value) => Math.abs(value)));
const above = (a: number, b: number, values: number[]) => a > b && !same(a, b, values);
const below = (a: number, b: number, values: number[]) => a < b && !same(a, b, values);

export type Found = 'outside high' | 'outside low' | 'shift high' | 'shift low' | 'near high' | 'near low' | 'trend high' | 'trend low';

/** What each rule says of each point of one stretch. */
export function rules(values: number[], line: SlowLevel, run: number): Set<Found>[] {
  return values.map((value, at) => {
    const found = new Set<Found>();
    if (line.hasLimits && above(value, line.upper, values)) found.add('outside high');
    if (line.hasLimits && below(value, line.lower, values)) found.add('outside low');
    for (let start = at - run + 1; start <= at; start += 1) {
      const window = values.slice(Math.max(start, 0), start + run);
      if (start < 0 || window.length < run) continue;
      if (window.every((one) => above(one, line.mean, values))) found.add('shift high');
      if (window.every((one) => below(one, line.mean, values))) found.add('shift low');
    }
    trend(values, at, run, found);
    if (line.hasLimits) near(values, at, line, found);
    return found;
  });
}

/** A point at the top or foot of two trends belongs to the one that led to it. */
function trend(values: number[], at: number, run: number, found: Set<Found>): void {
  const windows: { start: number; way: 'high' | 'low' }[] = [];
  for (let start = at - run + 1; start <= at; start += 1) {
    if (start < 0 || start + run > values.length) continue;
    let rising = true;
    let falling = true;
    for (let i = start + 1; i < start + run; i += 1) {
      if (!(values[i]! > values[i - 1]!)) rising = false;
      if (!(values[i]! < values[i - 1]!)) falling = false;
    }
    if (rising) windows.push({ start, way: 'high' });
    if (falling) windows.push({ start, way: 'low' });
  }
  const led = windows.find(({ start }) => start < at) ?? windows[0];
  if (led) found.add(`trend ${led.way}`);
}

function near(values: number[], at: number, line: SlowLevel, found: Set<Found>): void {
  const closeHigh = (i: number) => above(values[i]!, line.nearUpper, values) && !above(values[i]!, line.upper, values);
  const closeLow = (i: number) => below(values[i]!, line.nearLower, values) && !below(values[i]!, line.lower, values);
  for (const start of [at - 2, at - 1, at]) {
    const three = [start, start + 1, start + 2];
    if (three.some((i) => i < 0 || i >= values.length)) continue;
    if (closeHigh(at) && three.every((i) => above(values[i]!, line.mean, values)) && three.filter(closeHigh).length >= 2) found.add('near high');
    if (closeLow(at) && three.every((i) => below(values[i]!, line.mean, values)) && three.filter(closeLow).length >= 2) found.add('near low');
  }
}

/** A run chart's two rules: 6 in a row off the median on one side of it, 5 rising or falling with repeats dropped. */
export function runRules(values: number[], middle: number): Set<Found>[] {
  const found = values.map(() => new Set<Found>());
  const mark = (kept: number[], length: number, holds: (list: number[]) => boolean, name: Found) => {
    for (let start = 0; start + length <= kept.length; start += 1) {
      const window = kept.slice(start, start + length);
      if (holds(window.map((i) => values[i]!))) for (const i of window) found[i]!.add(name);
    }
  };
  const off: number[] = [];
  const fresh: number[] = [];
  values.forEach((value, i) => {
    if (value !== middle) off.push(i);
    if (i === 0 || value !== values[i - 1]) fresh.push(i);
  });
  mark(off, 6, (list) => list.every((value) => value > middle), 'shift high');
  mark(off, 6, (list) => list.every((value) => value < middle), 'shift low');
  mark(fresh, 5, (list) => list.every((value, i) => i === 0 || value > list[i - 1]!), 'trend high');
  mark(fresh, 5, (list) => list.every((value, i) => i === 0 || value < list[i - 1]!), 'trend low');
  // The turn of two trends belongs to the one that led to it.
  found.forEach((each, i) => {
    if (each.has('trend high') && each.has('trend low')) each.delete(values[i]! > values[fresh[fresh.indexOf(i) - 1]!]! ? 'trend low' : 'trend high');
  });
  return found;
}

/** Where each stretch begins: at the first point, and at the first point on or after each step that is not it. */
export function cuts(days: string[], steps: string[]): number[] {
  const found = new Set<number>([0]);
  days.forEach((day, i) => {
    for (const step of steps) if (i > 0 && day >= step && days[i - 1]! < step) found.add(i);
  });
  return [...found].sort((a, b) => a - b);
}

/** The value with as many values at or under it as at or over it, or midway between the two such. */
export function median(values: number[]): number {
  const atOrUnder = (x: number) => values.filter((value) => value <= x).length;
  const atOrOver = (x: number) => values.filter((value) => value >= x).length;
  const middles = values.filter((x) => atOrUnder(x) * 2 >= values.length && atOrOver(x) * 2 >= values.length);
  return (Math.min(...middles) + Math.max(...middles)) / 2;
}

/** Wilson's interval as its definition has it: the shares whose score test the counts would just pass, found by halving. */
export function wilson(part: number, whole: number): [number, number] {
  const z = 1.959963984540054;
  const seen = part / whole;
  const distance = (share: number) => Math.abs(seen - share) - z * Math.sqrt((share * (1 - share)) / whole);
  const edge = (inside: number, outside: number) => {
    let [a, b] = [inside, outside];
    for (let i = 0; i < 200; i += 1) {
      const middle = (a + b) / 2;
      if (distance(middle) <= 0) a = middle;
      else b = middle;
    }
    return (a + b) / 2;
  };
  return [edge(seen, 0), edge(seen, 1)];
}

/** Byar's approximation by cube roots of a chi-squared variable: Wilson and Hilferty's, with 2n and 2n + 2 degrees of freedom. */
export function byar(count: number): [number, number] {
  const z = 1.959963984540054;
  const chi = (degrees: number, deviate: number) => {
    const root = 1 - 2 / (9 * degrees) + deviate * Math.sqrt(2 / (9 * degrees));
    return degrees * root * root * root;
  };
  return [count === 0 ? 0 : Math.max(0, chi(2 * count, -z) / 2), chi(2 * count + 2, z) / 2];
}
