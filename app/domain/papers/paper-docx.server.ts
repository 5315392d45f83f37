import { AlignmentType, Document, Footer, Header, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions, type IRunOptions } from 'docx';
import { proseBlocks } from '#workflows/prose.ts';
import { seriesInWords } from './chart-words.ts';
import type { Block, Item, Paper } from './paper.ts';
import { wordsOnly } from './plain-words.ts';

type Drawn = Paragraph | Table;
const QUIET = '444444';
const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
const BULLET = 'bullets';

/** A paper as a Word file: real heading styles, lists and tables with header rows, so that it can be gone through by its parts. */
export async function paperDocx(paper: Paper): Promise<Buffer> {
  let ordered = 0;
  const children = paper.parts.flatMap((part, i) => [
    ...(part.title ? [head(2, part.title, part.fresh && i > 0)] : []),
    ...part.blocks.flatMap((block) => draw(block, () => `order-${(ordered += 1)}`)),
  ]);
  const document = new Document({
    title: `${paper.title}: ${paper.caption}`, subject: wordsOnly(paper.head), creator: 'Slipway', lastModifiedBy: 'Slipway',
    styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 120 } } }, ...HEADS } },
    numbering: { config: [levels(BULLET, LevelFormat.BULLET, '•'), ...Array.from({ length: ordered }, (_, i) => levels(`order-${i + 1}`, LevelFormat.DECIMAL, '%1.'))] },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, bottom: 1300, left: 1020, right: 1020 } } },
      headers: { default: new Header({ children: [words(`${paper.caption}. ${paper.head}`, {}, SMALL)] }) },
      footers: { default: new Footer({ children: [...paper.foot.map((line) => words(line, {}, SMALL)), new Paragraph({ children: [new TextRun({ ...SMALL, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })] })] }) },
      children: [words(paper.caption, {}, { color: QUIET, size: 24 }), words(paper.title, { heading: HeadingLevel.HEADING_1 }), ...children],
    }],
  });
  return Packer.toBuffer(document);
}

const SMALL: IRunOptions = { size: 16, color: QUIET };
const style = (size: number, before: number) => ({ run: { font: 'Arial', size, bold: true, color: '000000' }, paragraph: { spacing: { before, after: 80 }, keepNext: true } });
const HEADS = { heading1: style(40, 0), heading2: style(30, 320), heading3: style(25, 260), heading4: style(22, 180) };
const levels = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({ reference, levels: [{ level: 0, format, text, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 360, hanging: 300 } } } }] });

/** Letters that are read from right to left stand in runs that say so. */
const RIGHT = /([\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}][\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M}\s]*)/u;

function runs(text: string, options: IRunOptions = {}): TextRun[] {
  return wordsOnly(text).split('\n').flatMap((line, n) =>
    line.split(RIGHT).filter(Boolean).map((piece, i) => new TextRun({ ...options, text: piece, ...(n > 0 && i === 0 && { break: 1 }), ...(RIGHT.test(piece) && { rightToLeft: true }) })),
  );
}

const words = (text: string, paragraph: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph => new Paragraph({ ...paragraph, children: runs(text, run) });
const head = (level: 2 | 3 | 4, text: string, fresh = false): Paragraph => words(text, { heading: HEADINGS[level], pageBreakBefore: fresh });

function draw(block: Block, order: () => string): Drawn[] {
  switch (block.kind) {
    case 'heading':
      return [head(block.level, block.text)];
    case 'say':
      return [words(block.text, {}, block.tone === 'quiet' ? { color: QUIET, size: 19 } : { bold: block.tone === 'strong' })];
    case 'prose':
      return proseBlocks(block.text).flatMap((one) => (one.kind === 'list' ? one.lines.map((text) => item({ lead: '', text }, BULLET)) : [words(one.lines.join('\n'))]));
    case 'list': {
      const reference = block.ordered ? order() : BULLET;
      return block.items.map((one) => item(one, reference));
    }
    case 'rows':
      return [grid({ head: null, rows: block.rows.map(({ key, value }) => [key, typeof value === 'string' ? value : value.join('\n')]), foot: null, numeric: [], widths: [28, 72] }), gap()];
    case 'table':
      return [grid({ head: block.head.map((h) => h.title), rows: block.rows, foot: block.foot, numeric: block.head.map((h) => h.numeric) }), gap()];
    case 'chart':
      return [words(block.words), words(seriesInWords(block.chart, block.unit), {}, { color: QUIET, size: 19 })];
  }
}

const gap = () => new Paragraph({ children: [], spacing: { after: 60 } });
const item = ({ lead, text }: Item, reference: string): Paragraph =>
  new Paragraph({ numbering: { reference, level: 0 }, children: [...runs(lead, { bold: true }), ...(lead && text ? [new TextRun({ break: 1 })] : []), ...runs(text)] });

interface Grid {
  head: string[] | null;
  rows: string[][];
  foot: string[] | null;
  numeric: boolean[];
  /** In parts of a hundred. */
  widths?: number[];
}

/** A table across the sheet. Its header row is said again on each page, and no row is cut by one. */
function grid({ head, rows, foot, numeric, widths }: Grid): Table {
  const cell = (text: string, i: number, strong: boolean) =>
    new TableCell({
      ...(widths && { width: { size: widths[i] ?? 50, type: WidthType.PERCENTAGE } }), margins: { top: 50, bottom: 50, left: 80, right: 80 },
      children: [words(text, { spacing: { after: 0 }, ...(numeric[i] && { alignment: AlignmentType.END }) }, { size: 20, bold: strong })],
    });
  const row = (cells: string[], isHead = false) => new TableRow({ tableHeader: isHead, cantSplit: cells.every((text) => text.length < 900), children: cells.map((text, i) => cell(text, i, isHead || i === 0)) });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells)), ...(foot ? [row(foot)] : [])] });
}
