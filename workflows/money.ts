/** Whole pence as "£1,250,000", or "£99.50" when there are pence to show. */
export const pounds = (pence: number): string =>
  (pence < 0 ? '-' : '') + '£' + (Math.abs(pence) / 100).toLocaleString('en-GB', { minimumFractionDigits: pence % 100 ? 2 : 0, maximumFractionDigits: 2 });
