import { setImmediate as breath } from 'node:timers/promises';
import { proseBlocks } from '#workflows/prose.ts';
import type { Block, Item, Paper } from './paper.ts';
import { drawChart, TALL } from './pdf-chart.server.ts';
import { heightOf, pressFor, QUIET, SHEET, WIDE, type Element, type Press, type Style } from './pdf-press.server.ts';
import { drawTable } from './pdf-tables.server.ts';
import { MISSING_NOTE } from './plain-words.ts';

const TITLE: Style = { size: 22, weight: 700 };
const CAPTION: Style = { size: 12, weight: 400, ink: QUIET };
const BODY: Style = { size: 10.5, weight: 400 };
const QUIETLY: Style = { size: 9, weight: 400, ink: QUIET };
const HEADS: Record<2 | 3 | 4, Style> = { 2: { size: 15, weight: 700 }, 3: { size: 12, weight: 700 }, 4: { size: 10.5, weight: 700 } };
const MARGIN: Style = { size: 8, weight: 400, ink: QUIET };

/** A paper as a tagged PDF that aims at PDF/UA: its tree has every heading, list and table. Others are served between its blocks. */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  const press = pressFor(paper);
  words(press, press.root, 'P', paper.caption, CAPTION);
  words(press, press.root, 'H1', paper.title, TITLE);
  press.down(10);
  for (const [i, part] of paper.parts.entries()) {
    if (part.fresh && i > 0) press.turn();
    const section = press.element(press.root, 'Sect');
    if (part.title) {
      head(press, section, 2, part.title);
      press.doc.outline.addItem(part.title);
    }
    let rested = Date.now();
    for (const [n, block] of part.blocks.entries()) {
      if (block.kind === 'heading') head(press, section, block.level, block.text, FOLLOWED[part.blocks[n + 1]?.kind ?? 'say']);
      else draw(press, section, block);
      if (Date.now() - rested > 20) rested = (await breath(), Date.now());
    }
    press.down(8);
  }
  if (press.faces.missed()) words(press, press.root, 'P', MISSING_NOTE, QUIETLY);
  margins(press, paper);
  return press.end();
}

function words(press: Press, parent: Element, type: string, text: string, style: Style, x = 0): void {
  const lines = press.faces.wrap(text, style.weight, style.size, WIDE - x);
  if (!lines.length) return;
  if (lines.length < 4) press.need(lines.length * heightOf(style));
  press.lines(press.element(parent, type), lines, style, SHEET.left + x);
}

/** The least of what follows a heading that must stand on its page, in points. */
const FOLLOWED: Record<Block['kind'], number> = { heading: 120, table: 96, rows: 60, chart: 170, list: 46, say: 46, prose: 46 };

function head(press: Press, parent: Element, level: 2 | 3 | 4, text: string, followed = 60): void {
  const style = HEADS[level];
  press.need(press.faces.wrap(text, 700, style.size, WIDE).length * heightOf(style) + followed);
  if (press.y() > SHEET.top) press.down(level === 2 ? 10 : 7);
  words(press, parent, `H${level}`, text, style);
  press.down(3);
}

function draw(press: Press, parent: Element, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return head(press, parent, block.level, block.text);
    case 'say':
      words(press, parent, 'P', block.text, block.tone === 'quiet' ? QUIETLY : { ...BODY, weight: block.tone === 'strong' ? 700 : 400 });
      return press.down(5);
    case 'prose':
      return proseBlocks(block.text).forEach((one) => (one.kind === 'list' ? list(press, parent, one.lines.map((text) => ({ lead: '', text })), false) : draw(press, parent, { kind: 'say', text: one.lines.join('\n') })));
    case 'list':
      return list(press, parent, block.items, block.ordered);
    case 'rows':
      return drawTable(press, parent, { head: null, foot: null, parts: [0.28, 0.72], rows: block.rows.map(({ key, value }) => [{ text: key, header: true }, { text: typeof value === 'string' ? value : value.map((line) => `- ${line}`).join('\n') }]) });
    case 'table':
      return drawTable(press, parent, {
        head: block.head.map((h) => ({ text: h.title, numeric: h.numeric, header: true })),
        rows: block.rows.map((row) => row.map((text, i) => ({ text, numeric: block.head[i]?.numeric ?? false, header: i === 0 }))),
        foot: block.foot && block.foot.map((text, i) => ({ text, numeric: block.head[i]?.numeric ?? false, header: i === 0 })),
      });
    case 'chart':
      press.need(press.faces.wrap(block.words, 400, BODY.size, WIDE).length * heightOf(BODY) + TALL);
      words(press, parent, 'P', block.words, BODY);
      return drawChart(press, parent, block.chart);
  }
}

function list(press: Press, parent: Element, items: readonly Item[], ordered: boolean): void {
  const all = press.element(parent, 'L');
  for (const [i, item] of items.entries()) {
    const one = press.element(all, 'LI');
    press.need(heightOf(BODY) * 2);
    const top = press.y();
    press.mark(press.element(one, 'Lbl'), () => press.line(press.faces.wrap(ordered ? `${i + 1}.` : '•', 400, BODY.size, 30)[0] ?? [], BODY, SHEET.left + 4, top));
    const body = press.element(one, 'LBody');
    if (item.lead) words(press, body, 'P', item.lead, { ...BODY, weight: 700 }, 20);
    if (item.text) words(press, body, 'P', item.text, BODY, 20);
    press.down(2);
  }
  press.down(5);
}

/** Running heads and page numbers, once it is known how many there are. They are not content. */
function margins({ doc, faces, line, beside }: Press, paper: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  const one = (text: string, width: number) => faces.wrap(text, 400, MARGIN.size, width)[0] ?? [];
  const right = (text: string, y: number) => {
    const words = one(text, WIDE / 2);
    line(words, MARGIN, SHEET.width - SHEET.right - words.reduce((sum, run) => sum + run.width, 0), y);
  };
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    beside(() => {
      line(one(paper.caption, WIDE * 0.55), MARGIN, SHEET.left, 32);
      right(paper.head, 32);
    }, { type: 'Pagination', attached: ['Top'] });
    beside(() => {
      paper.foot.forEach((text, i) => line(one(text, WIDE * 0.85), MARGIN, SHEET.left, SHEET.height - 54 + i * 11));
      right(`Page ${page - start + 1} of ${count}`, SHEET.height - 54);
    }, { type: 'Pagination', attached: ['Bottom'] });
  }
}
