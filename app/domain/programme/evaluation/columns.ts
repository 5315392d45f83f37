/** One column of a file of the workbook: its line in the data dictionary, and what stands in it. */
export interface Column<T> {
  name: string;
  meaning: string;
  unit?: string;
  allowed?: string;
  of: (row: T) => string | number | null;
}

export const YES_NO = 'yes, no';
export const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
export const INSTANT = 'date and time, UTC';
export const DAY = 'date, YYYY-MM-DD';
/** The words of a closed set of key and words, for the dictionary: "real: Real cases". */
export const words = (pairs: readonly (readonly [string, string, ...unknown[]])[]): string => pairs.map(([key, word]) => `${key}: ${word}`).join('; ');
/** Whole pence as pounds. */
export const inPounds = (pence: number | null): number | null => (pence === null ? null : pence / 100);
