import { z } from 'zod';

/** The groups of the library, in its order. */
export const MEASURE_GROUPS = [
  ['staff', 'Staff'],
  ['access', 'Waiting and access'],
  ['children', 'Children and families'],
  ['quality', 'Quality and safety'],
  ['experience', 'Experience'],
  ['flow', 'Hospital and home'],
  ['productivity', 'Productivity'],
  ['finance', 'Money'],
  ['social-value', 'Social value'],
  ['governance', 'Running the organisation'],
] as const;
export type MeasureGroup = (typeof MEASURE_GROUPS)[number][0];

/** The kinds of benefit a measure may be filed under. */
export const MEASURE_CATEGORIES = [
  'patient-outcome', 'access', 'safety', 'experience', 'staff', 'productivity', 'cash-saving', 'cost-avoidance', 'integration', 'inequality', 'social-value',
] as const;

/** Units that divide one count by another, and what the result is multiplied by: value = numerator / denominator x perUnits. */
export const RATE_UNITS = {
  '%': 100, ratio: 1, 'days per person': 1, 'contacts a day': 1, '£ per contact': 1, 'kg per contact': 1,
  'per 100 staff': 100, 'per 1,000': 1_000, 'per 10,000': 10_000, 'per 100,000': 100_000,
} as const;
/** Units of what is counted, timed or scored without a denominator. */
export const PLAIN_UNITS = ['days', 'weeks', 'hours', 'count', 'score', 'rating', '£ a year'] as const;
const isRate = (unit: string): unit is keyof typeof RATE_UNITS => Object.hasOwn(RATE_UNITS, unit);
export const MEASURE_UNITS = [...(Object.keys(RATE_UNITS) as (keyof typeof RATE_UNITS)[]), ...PLAIN_UNITS];

const text = (max: number) => z.string().min(1).max(max).refine((t) => t.trim() === t, 'No spaces at either end');
const Yes = z.literal(true).optional();

/**
 * A measure as its group file writes it. A released version is never changed: a better definition is another entry with
 * the same code and the next version, and what was copied from the old one still finds it.
 */
const Written = z
  .strictObject({
    code: z.string().regex(/^[A-Z]{2}\d{2}$/, 'A code is two capitals and two figures, like ST01'),
    version: z.int().positive(),
    title: text(60),
    category: z.enum(MEASURE_CATEGORIES),
    /** One sentence of our own. */
    definition: text(170),
    /** What is divided by what. Absent for what is counted, timed or scored: `workedOut` says how. */
    numerator: text(150).optional(),
    denominator: text(150).optional(),
    workedOut: text(220).optional(),
    unit: z.enum(MEASURE_UNITS),
    direction: z.enum(['up', 'down', 'band', 'maintain']),
    frequency: z.enum(['monthly', 'quarterly', 'yearly']),
    /** Where the figures usually come from. */
    dataSource: text(110),
    /** Where the definition comes from. */
    source: z.strictObject({ title: text(110), address: z.url({ protocol: /^https$/ }).optional(), checkedOn: z.iso.date() }),
    /** A national figure or expectation that `source` states, and of when. */
    anchor: z.strictObject({ text: text(120), on: text(40) }).optional(),
    /** A range or limit of ours, to be agreed locally. */
    suggested: z.strictObject({ low: z.number().optional(), high: z.number().optional() }).optional(),
    caution: text(260).optional(),
    /** Counts people, or what happens to them: numbers under 5 are not shown outside the case. */
    aboutPeople: Yes,
    /** Depends on what people do or report: a very large change is checked before it is believed. */
    behavioural: Yes,
    /** A percentage that may pass 100 or fall below 0. */
    unbounded: Yes,
    /** What the contract looks for: a benefit of quality, one of value, and a guard beside each saving. */
    quality: Yes,
    value: Yes,
    balancing: Yes,
  })
  .superRefine((m, context) => {
    const needs = (kept: boolean, words: string) => {
      if (!kept) context.addIssue({ code: 'custom', message: `${m.code} ${words}` });
    };
    needs((m.numerator === undefined) === (m.denominator === undefined), 'needs both a numerator and a denominator, or neither');
    needs((m.denominator === undefined) !== (m.workedOut === undefined), 'needs a denominator, or how it is worked out');
    needs(isRate(m.unit) === (m.denominator !== undefined), `is measured in ${m.unit}, which ${isRate(m.unit) ? 'needs a' : 'has no'} denominator`);
  });

export const measuresSchema = z.array(Written);
export type MeasureWritten = z.infer<typeof Written>;

/** A measure of the library. `perUnits` stands where there is a denominator. */
export interface Measure extends MeasureWritten {
  group: MeasureGroup;
  perUnits?: number;
}

/** A written measure in its group. */
export const inGroup = (group: MeasureGroup) => (m: MeasureWritten): Measure => ({ ...m, group, ...(isRate(m.unit) && { perUnits: RATE_UNITS[m.unit] }) });
