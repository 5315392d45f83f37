const WITH_PENCE = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const WHOLE = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });
const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** Whole pence as "£1,250,000", or "£12.50" when there are pence to show. */
export const pounds = (pence: number): string => (pence % 100 === 0 ? WHOLE : WITH_PENCE).format(pence / 100);

/** A number as people read it: "1,250". */
export const count = (n: number): string => COUNT.format(n);

/** "1 change", "2 changes". `many` when adding an s is wrong. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;
