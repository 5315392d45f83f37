import { asNumber, asRows, columnSum } from '../checks/check.ts';
import type { Computation, Computed } from './computation.ts';

const missing = (unit: Computed['unit'], working: string): Computed => ({ value: null, unit, working });

/** Computations any question may cite. */
export const coreComputations: Record<string, Computation> = {
  /** { question, column, unit }: the sum of one column of a table answer. */
  columnTotal: ({ answer, params }) => {
    const unit = params.unit as Computed['unit'];
    const rows = asRows(answer(String(params.question)));
    if (rows.length === 0) return missing(unit, 'Shown when the table has rows');
    return { value: columnSum(rows, String(params.column)), unit, working: `The sum of ${rows.length} rows` };
  },
  /** { part, whole, label }: one number as a percentage of another, with both printed. */
  share: ({ answer, params }) => {
    const part = asNumber(answer(String(params.part)));
    const whole = asNumber(answer(String(params.whole)));
    if (part === undefined || !whole) return missing('percent', 'Shown when both numbers are answered');
    return {
      value: Math.round((part / whole) * 1000) / 10,
      unit: 'percent',
      working: `${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')} ${String(params.label ?? '')}`.trim(),
    };
  },
};
