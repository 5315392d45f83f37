import { readScalar } from '#workflows/scalars.ts';
import type { ReadingForm } from '../benefits/readings.schema.ts';
import { COLUMNS, headingOf, type Column, type Texts } from './import-columns.ts';
import { splitFigure } from './units.ts';

/** What is wrong with the cells of one row, by column. */
export type Wrong = Partial<Record<Column, string>>;
export interface ReadRow {
  wrong: Wrong;
  /** Null until its last day can be read. */
  period: { from: string | null; to: string } | null;
  /** Null while any cell cannot be read. */
  form: ReadingForm | null;
}

/** Reads one row's cells: dates, figures, quality and note. What the record says to them is asked afterwards. */
export function readCells(texts: Texts): ReadRow {
  const wrong: Wrong = {};
  for (const [column] of COLUMNS) if (isFormula(texts[column])) wrong[column] = `This cell looks like a formula, because it begins with ${texts[column][0]}. Paste its value instead`;
  const take = <T extends string | number>(column: Column, read: (text: string) => T | Fault | null): T | null => {
    const got = wrong[column] ? null : read(texts[column]);
    if (!isFault(got)) return got;
    wrong[column] = got.fault;
    return null;
  };
  const figureIn = (column: Column, whole = false) => take(column, (text) => (text === '' ? null : readFigure(text, headingOf(column), whole)));
  const [periodFrom, periodOn] = [take('periodFrom', readDay), take('periodOn', readDay)];
  const [value, numerator, denominator, n] = [figureIn('value'), figureIn('numerator'), figureIn('denominator'), figureIn('n', true)];
  const quality = take('quality', readQuality);
  if (texts.periodOn === '') wrong.periodOn = 'Enter the last day of the period';
  if (texts.value === '') wrong.value = 'Enter the result';
  if (texts.note.length > 1000) wrong.note = 'Use 1,000 characters or fewer';
  const period = periodOn && !wrong.periodFrom ? { from: periodFrom, to: periodOn } : null;
  const whole = Object.keys(wrong).length === 0;
  return { wrong, period, form: whole ? { periodFrom, periodOn: periodOn!, value: value!, numerator, denominator, n, quality: quality!, note: texts.note, wrote: texts.value } : null };
}

interface Fault {
  fault: string;
}
const isFault = (got: unknown): got is Fault => typeof got === 'object' && got !== null;

/** A spreadsheet runs what begins so; a plain negative number is a number. */
const isFormula = (text: string) => /^[=+\-@＝＋－＠]/.test(text) && !/^-[\d.,\s]*\d\s*%?$/.test(text);

const days = new Map<string, string | null | Fault>();

/** Most rows of a file share their days, so each is read once. */
function readDay(text: string): string | null | Fault {
  const known = days.get(text);
  if (known !== undefined) return known;
  const read = readScalar({ title: 'This', type: 'date' }, { whole: text });
  const day = read.ok ? (read.value as string | null) : { fault: read.message };
  if (days.size > 5000) days.clear();
  days.set(text, day);
  return day;
}

function readFigure(text: string, heading: string, whole: boolean): number | Fault {
  const split = splitFigure(text);
  if (!split || (heading !== headingOf('value') && split.unit !== '')) return { fault: `${heading} must be a number, like ${whole ? '42' : '38.5'}` };
  const plain = split.figure.replace(/\s/g, '');
  if (/,/.test(plain) && !/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return { fault: 'Write decimals with a point, like 38.5, and thousands without a sign' };
  const figure = plain.replaceAll(',', '');
  if (!/^-?\d{1,12}(\.\d+)?$/.test(figure)) return { fault: `${heading} must be a number, like ${whole ? '42' : '38.5'}` };
  return whole && !Number.isInteger(Number(figure)) ? { fault: `${heading} must be a whole number, like 42` } : Number(figure);
}

function readQuality(text: string): ReadingForm['quality'] | Fault {
  const letter = /^([A-D])(?![a-z])/i.exec(text)?.[1]?.toUpperCase();
  return letter ? (letter as ReadingForm['quality']) : { fault: text === '' ? 'Enter how good the data is: A, B, C or D' : 'Quality must be A, B, C or D' };
}
