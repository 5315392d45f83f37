import { figure } from '#workflows/figure.ts';
import type { Measure } from '#workflows/measures.ts';
import { MEASURE_GROUPS } from '#workflows/measures/measure.ts';
import { CATEGORIES, DIRECTIONS, FREQUENCIES } from '#app/domain/benefits/benefits.schema.ts';

const wordOf = (pairs: readonly (readonly [string, string])[]) => (key: string) => pairs.find(([other]) => other === key)?.[1] ?? key;
export const groupOf = wordOf(MEASURE_GROUPS);
export const directionOf = wordOf(DIRECTIONS);
export const frequencyOf = wordOf(FREQUENCIES);
export const categoryOf = wordOf(CATEGORIES);

/** "85% to 92%", "30 days or more", "15% or less"; '' when nothing is suggested. */
export function suggestedOf({ suggested, unit }: Measure): string {
  const [low, high] = [suggested?.low, suggested?.high].map((value) => value !== undefined && figure(value, unit));
  if (low && high) return `${low} to ${high}`;
  return low ? `${low} or more` : high ? `${high} or less` : '';
}
