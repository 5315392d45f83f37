import type { Line } from './pdf-faces.server.ts';
import { heightOf, SHEET, WIDE, type Element, type Press, type Style } from './pdf-press.server.ts';

export interface Cell {
  text: string;
  /** A header of its row or column. */
  header?: boolean;
  numeric?: boolean;
}
export interface Drawn {
  head: Cell[] | null;
  rows: Cell[][];
  foot: Cell[] | null;
  /** Widths as parts of the whole; worked out from the words when they are not given. */
  parts?: readonly number[];
}

const GAP = 9;
const ABOVE = 3.5;

/** A table with its header row again on every page it goes on to. Rows are kept whole unless one is longer than a page. */
export function drawTable(press: Press, parent: Element, { head, rows, foot, parts }: Drawn): void {
  const columns = Math.max(1, ...[head ?? [], ...rows, foot ?? []].map((row) => row.length));
  const size = columns > 7 ? 7 : columns > 4 ? 8.5 : 10;
  const widths = parts ? parts.map((p) => p * WIDE) : widthsFor(press, [...(head ? [head] : []), ...rows, ...(foot ? [foot] : [])], columns, size);
  const table = press.element(parent, 'Table');
  const place = { widths, size };
  const headLines = head && linesOf(press, head, place);
  const again = () => {
    if (head && headLines) press.beside(() => drawCells(press, head, headLines, place, press.y()), { type: 'Pagination' });
    if (headLines) closeRow(press, headLines, size, 1);
  };
  if (head && headLines) {
    press.need(rowHeight(headLines, size) + heightOf({ size, weight: 400 }) * 2 + ABOVE * 3);
    drawRow(press, press.element(table, 'THead'), head, place, () => undefined);
  }
  const body = press.element(table, 'TBody');
  for (const row of rows) drawRow(press, body, row, place, again);
  if (foot) drawRow(press, press.element(table, 'TFoot'), foot, place, again);
  press.down(6);
}

interface Place {
  widths: readonly number[];
  size: number;
}
const styleOf = (cell: Cell, size: number): Style => ({ size, weight: cell.header ? 700 : 400 });
const linesOf = (press: Press, row: readonly Cell[], { widths, size }: Place): Line[][] =>
  row.map((cell, i) => press.faces.wrap(cell.text, styleOf(cell, size).weight, size, Math.max(12, (widths[i] ?? 12) - GAP)));
const tallest = (lines: readonly Line[][]) => Math.max(1, ...lines.map((cell) => cell.length));
const rowHeight = (lines: readonly Line[][], size: number) => tallest(lines) * heightOf({ size, weight: 400 }) + ABOVE * 2;

function drawRow(press: Press, section: Element, row: readonly Cell[], place: Place, again: () => void): void {
  const whole = linesOf(press, row, place);
  const isHead = row.every((cell) => cell.header);
  const element = press.element(section, 'TR');
  const cells = row.map((cell, i) => press.element(element, cell.header ? 'TH' : 'TD', cell.header ? { scope: isHead || i > 0 ? 'Column' : 'Row' } as never : undefined));
  const height = heightOf({ size: place.size, weight: 400 });
  const page = SHEET.height - SHEET.top - SHEET.bottom;
  const turned = () => {
    press.turn();
    again();
  };
  if (rowHeight(whole, place.size) > press.left() && (rowHeight(whole, place.size) < page * 0.6 || press.left() < page * 0.2)) turned();
  for (let from = 0, of = tallest(whole); from < of;) {
    const room = Math.max(1, Math.floor((press.left() - ABOVE * 2) / height));
    const these = whole.map((lines) => lines.slice(from, from + room));
    drawCells(press, row, these, place, press.y(), cells);
    closeRow(press, these, place.size, isHead ? 1 : 0.4);
    from += room;
    if (from < of) turned();
  }
}

function closeRow(press: Press, lines: readonly Line[][], size: number, weight: number): void {
  press.down(rowHeight(lines, size));
  press.rule(press.y(), weight);
}

/** The cells of a row side by side; as content of their elements, or bare where they are said again on a new page. */
function drawCells(press: Press, row: readonly Cell[], lines: readonly Line[][], { widths, size }: Place, top: number, elements?: readonly Element[]): void {
  let x: number = SHEET.left;
  for (const [i, cell] of row.entries()) {
    const [own, at] = [lines[i] ?? [], x];
    const width = widths[i] ?? 12;
    const draw = () => own.forEach((one, n) => press.line(one, styleOf(cell, size), cell.numeric ? at + width - GAP - one.reduce((sum, run) => sum + run.width, 0) : at, top + ABOVE + n * heightOf({ size, weight: 400 })));
    if (elements && own.length) press.mark(elements[i]!, draw);
    else draw();
    x += width;
  }
}

/** What each column would like and must have, shared out over the sheet. */
function widthsFor(press: Press, rows: readonly Cell[][], columns: number, size: number): number[] {
  const want = Array.from({ length: columns }, (_, i) => {
    const cells = rows.flatMap((row) => row[i] ?? []).map((cell) => press.faces.widths(cell.text.slice(0, 400), styleOf(cell, size).weight, size));
    return { least: Math.min(130, Math.max(16, ...cells.map((c) => c.word))) + GAP, most: Math.min(330, Math.max(16, ...cells.map((c) => c.whole))) + GAP };
  });
  const total = (of: 'least' | 'most') => want.reduce((all, one) => all + one[of], 0);
  if (total('most') <= WIDE) return want.map((one) => one.most * (WIDE / total('most')));
  if (total('least') >= WIDE) return want.map((one) => one.least * (WIDE / total('least')));
  const spare = (WIDE - total('least')) / (total('most') - total('least'));
  return want.map((one) => one.least + (one.most - one.least) * spare);
}
