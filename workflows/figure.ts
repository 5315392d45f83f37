import { plain } from './results.ts';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const SMALL = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
/** Units that are not said after the number. */
const BARE: readonly string[] = ['count', 'score', 'rating', 'ratio'];

/** A number as people read it: "1,250", "3.55", "0.0042". */
export const number = (value: number): string => (value !== 0 && Math.abs(value) < 0.1 ? SMALL : NUMBER).format(value);

/** A figure with its unit: "16 weeks", "1 week", "82%", "£12,000 a year". */
export function figure(value: number, unit: string | null): string {
  const shown = number(value);
  if (!unit || BARE.includes(plain(unit))) return shown;
  if (plain(unit).startsWith('%')) return shown + plain(unit);
  if (unit.startsWith('£')) return `${value < 0 ? '-' : ''}£${shown.replace('-', '')}${unit.slice(1)}`;
  return `${shown} ${shown === '1' ? unit.replace(/^(week|day|month|year|hour|minute|point)s\b/, '$1') : unit}`;
}
