export { pounds } from '#workflows/money.ts';

const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** A number as people read it: "1,250". */
export const count = (n: number): string => COUNT.format(n);

/** "1 change", "2 changes". `many` when adding an s is wrong. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;
