/** One row as it stands in the text: `line` is the number a spreadsheet shows beside it. */
export interface CsvRow {
  line: number;
  cells: string[];
}
export type ReadCsv = { ok: true; rows: CsvRow[] } | { ok: false; message: string };

/**
 * Reads text by RFC 4180: quotes around a cell, doubled inside it, line breaks within quotes; lines end in CRLF, LF or CR.
 * The first line says what parts the cells: a tab, a comma or a semicolon. Blank lines are left out but counted. A quote in
 * the middle of a cell is a letter like any other. Refuses more than `most` rows below the first, and a quote that is never closed.
 */
export function readCsv(text: string, most = Infinity): ReadCsv {
  const mark = markOf(text);
  const rows: CsvRow[] = [];
  for (let [at, line] = [0, 1]; at < text.length; line++) {
    const row = readRow(text, at, mark);
    if (!row) return { ok: false, message: `A quotation mark opens in row ${line} and is never closed. Put the closing mark in, or take it out` };
    if (row.cells.length > 1 || row.cells[0]!.trim() !== '') rows.push({ line, cells: row.cells });
    if (rows.length - 1 > most) return { ok: false, message: `That is more than ${most.toLocaleString('en-GB')} rows. Send fewer at a time. Nothing was saved` };
    at = row.next;
  }
  return { ok: true, rows };
}

/** A tab in the first line, quotes apart; else whichever of the two stands there more often. */
function markOf(text: string): string {
  const times = { '\t': 0, ',': 0, ';': 0 };
  let inside = false;
  for (const letter of text.replace(/^[\r\n]+/, '')) {
    if (letter === '"') inside = !inside;
    else if (!inside && (letter === '\n' || letter === '\r')) break;
    else if (!inside && letter in times) times[letter as keyof typeof times] += 1;
  }
  return times['\t'] > 0 ? '\t' : times[';'] > times[','] ? ';' : ',';
}

/** One row from `at` on, and where the next begins; undefined when a quote stays open. */
function readRow(text: string, at: number, mark: string): { cells: string[]; next: number } | undefined {
  const cells: string[] = [];
  for (let from = at; ; ) {
    const cell = text[from] === '"' ? quoted(text, from, mark) : plain(text, from, mark);
    if (!cell) return undefined;
    cells.push(cell.value);
    if (text[cell.end] !== mark) return { cells, next: cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1) };
    from = cell.end + 1;
  }
}

const UP_TO: Readonly<Record<string, RegExp>> = { '\t': /[^\t\r\n]*/y, ',': /[^,\r\n]*/y, ';': /[^;\r\n]*/y };

function plain(text: string, from: number, mark: string): { value: string; end: number } {
  const upTo = UP_TO[mark]!;
  upTo.lastIndex = from;
  const [value] = upTo.exec(text)!;
  return { value, end: from + value.length };
}

/** A quoted cell; what stands between its closing quote and the next mark belongs to it. */
function quoted(text: string, from: number, mark: string): { value: string; end: number } | undefined {
  let value = '';
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    value += text.slice(at, close);
    if (text[close + 1] === '"') {
      value += '"';
      at = close + 2;
    } else {
      const rest = plain(text, close + 1, mark);
      return { value: value + rest.value, end: rest.end };
    }
  }
}
