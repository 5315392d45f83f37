import { addDays, addMonths } from '#workflows/dates.ts';

/** Values as month after month, each on the last day of its month. */
export const monthly = (values: readonly number[], first = '2026-04') =>
  values.map((value, i) => ({ on: addDays(addMonths(`${first}-01`, i + 1), -1), value }));
