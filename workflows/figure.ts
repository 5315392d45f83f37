const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const BARE: readonly string[] = ['count', 'score', 'rating', 'ratio'];

/** A figure with its unit: "16 weeks", "82%", "£12,000 a year". */
export function figure(value: number, unit: string | null): string {
  const number = COUNT.format(value);
  if (!unit || BARE.includes(unit)) return number;
  if (unit === '%') return `${number}%`;
  return unit.startsWith('£') ? `${number.startsWith('-') ? `-£${number.slice(1)}` : `£${number}`}${unit.slice(1)}` : `${number} ${unit}`;
}
