import type { Column, Question } from '../../definition.ts';

type FixedRow = NonNullable<Question['fixedRows']>[number];

/** Five years of money, each with its sum below. A small team may stop after year 3. */
export const yearColumns: Column[] = [1, 2, 3, 4, 5].map((year) => ({
  key: `y${year}`, title: `Year ${year}`, type: 'money', optional: true, total: true,
}));

/** The same five years for lines that cannot be added to each other. */
export const yearColumnsWithoutTotal: Column[] = yearColumns.map(({ total: _, ...column }) => column);

/** A line of a financial table, under its code. */
export const line = (key: string, title: string, hint?: string): FixedRow => (hint ? { key, title, hint } : { key, title });

/** Lines in order: their keys and titles. */
export const lines = (titles: Readonly<Record<string, string>>): FixedRow[] =>
  Object.entries(titles).map(([key, title]) => ({ key, title }));

/** Months of the cash flow, counted from go-live. */
export const monthLines = (from: number, to: number): FixedRow[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ key: `m${from + i}`, title: `Month ${from + i}` }));

export const slipwayDefault = { title: 'Slipway default', assumed: true } as const;
