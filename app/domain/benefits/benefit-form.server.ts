import type { Row } from '#db/schema.ts';
import { detailsOf } from './benefit-columns.server.ts';
import type { Milestone } from './benefit-details.schema.ts';

/** The record as its forms show it: text by field. Days are one box, "27 3 2027"; money is in pounds. */
export function formOf(row: Row<'benefits'>): Record<string, string> {
  const { milestones, valuePerYear, ...details } = detailsOf(row);
  return {
    ...Object.fromEntries(Object.entries(details).map(([key, value]) => [key, typed(value)])),
    ...milestoneBoxes(milestones), valuePerYear: valuePerYear === null ? '' : String(valuePerYear / 100),
    treatment: row.treatment ?? '', clause: row.clause ?? '', consequence: row.consequence ?? '', reason: row.treatment_reason ?? '', revision: String(row.revision),
  };
}

/** Milestones by day in the boxes of the form, so that what is wrong with the first stands at the first. */
export const milestoneBoxes = (milestones: readonly Milestone[]): Record<string, string> =>
  Object.fromEntries(BOXES.flatMap((box, i) => [[`milestone${box}On`, typed(milestones[i]?.on)], [`milestone${box}`, typed(milestones[i]?.value)]]));

const BOXES = [1, 2, 3, 4];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const typed = (value: string | number | null | undefined) => {
  const text = value == null ? '' : String(value);
  return DAY.test(text) ? text.split('-').map(Number).reverse().join(' ') : text;
};
