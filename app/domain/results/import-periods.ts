/** A period in a file or on the record: `line` null for one that is recorded. `from` null: only its last day is known. */
export interface Spanned {
  line: number | null;
  from: string | null;
  to: string;
}
export interface Clash {
  row: Spanned;
  /** The one it runs into; two rows of the file tell of each other. */
  with: Spanned;
  kind: 'same' | 'overlap';
}

/**
 * The periods of one benefit that end on the same day or overlap; those of the record are not held against each other. Of rows
 * with only a last day nothing but that day is asked. One pass over the sorted periods, so that a long file costs no more than sorting.
 */
export function periodClashes(periods: readonly Spanned[]): Clash[] {
  return [...sameEnds(periods), ...overlaps(periods)].filter(({ row }) => row.line !== null);
}

function sameEnds(periods: readonly Spanned[]): Clash[] {
  const first = new Map<string, Spanned>();
  return periods.flatMap((period) => {
    const other = first.get(period.to);
    if (!other) first.set(period.to, period);
    return other ? both(period, other, 'same') : [];
  });
}

function overlaps(periods: readonly Spanned[]): Clash[] {
  const start = (p: Spanned) => p.from ?? p.to;
  let furthest: Spanned | undefined;
  return [...periods].sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0)).flatMap((period) => {
    const other = furthest;
    if (!other || period.to > other.to) furthest = period;
    return other && start(period) <= other.to && period.to !== other.to ? both(period, other, 'overlap') : [];
  });
}

const both = (a: Spanned, b: Spanned, kind: Clash['kind']): Clash[] => [{ row: a, with: b, kind }, { row: b, with: a, kind }];
