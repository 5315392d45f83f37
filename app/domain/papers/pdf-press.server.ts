import PDFDocument from 'pdfkit';
import { facesOf, type Faces, type Line, type Weight } from './pdf-faces.server.ts';
import type { Paper } from './paper.ts';

type Doc = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;
export interface Style {
  size: number;
  weight: Weight;
  /** Grey, where it is not black: everything can be read on a copy of a copy. */
  ink?: string;
}

/** A4 in points, with the margins of the print style sheet. */
export const SHEET = { width: 595.28, height: 841.89, left: 48, right: 48, top: 66, bottom: 74 } as const;
export const WIDE = SHEET.width - SHEET.left - SHEET.right;
const FLOOR = SHEET.height - SHEET.bottom;
const LEADING = 1.34;
export const QUIET = '#444444';
const RULE = '#777777';

/** A sheet being filled from the top: where the next line goes, and the tree that says what each line is. */
export interface Press {
  doc: Doc;
  faces: Faces;
  root: Element;
  y: () => number;
  left: () => number;
  down: (points: number) => void;
  turn: () => void;
  /** Turns the page unless this many points are left. */
  need: (points: number) => void;
  /** A new element of the tree. */
  element: (parent: Element, type: string, options?: Parameters<Doc['struct']>[1]) => Element;
  /** Draws under an element; everything in `draw` is on one page. */
  mark: (element: Element, draw: () => void) => void;
  /** Lines from here down, over as many pages as they take. */
  lines: (element: Element, lines: readonly Line[], style: Style, x?: number) => void;
  /** One line at a place. */
  line: (line: Line, style: Style, x: number, y: number) => void;
  /** What is not content: rules, running heads. */
  beside: (draw: () => void, options?: Parameters<Doc['markContent']>[1]) => void;
  rule: (y: number, weight?: number) => void;
  end: () => Promise<Buffer>;
}

export const heightOf = (style: Style): number => style.size * LEADING;

/** An empty document with its marks, and the bytes it will be once it is ended. */
function blank(paper: Paper): { doc: Doc; whole: Promise<Buffer> } {
  const doc = new PDFDocument({
    size: 'A4', margin: 0, bufferPages: true, tagged: true, pdfVersion: '1.7', subset: 'PDF/UA' as never, lang: 'en-GB', displayTitle: true, font: null as never, // no face of its own: each is opened when it is first used
    info: { Title: `${paper.title}: ${paper.caption}`, Subject: paper.head, Creator: 'Slipway', CreationDate: new Date(paper.at), ModDate: new Date(paper.at) },
  });
  const pieces: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => resolve(Buffer.concat(pieces))).on('error', reject);
  });
  return { doc, whole };
}

export function pressFor(paper: Paper): Press {
  const { doc, whole } = blank(paper);
  const faces = facesOf(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  let y: number = SHEET.top;
  const turn = () => {
    doc.addPage();
    y = SHEET.top;
  };
  const line: Press['line'] = (runs, { size, ink }, x, at) => {
    for (const run of runs) {
      doc.font(run.face).fontSize(size).fillColor(ink ?? '#000000').text(run.text, x, at, { lineBreak: false });
      x += run.width;
    }
  };
  const mark: Press['mark'] = (element, draw) => {
    element.add(doc.markStructureContent((element as unknown as { dictionary: { data: { S: string } } }).dictionary.data.S));
    draw();
    doc.endMarkedContent();
  };
  const beside: Press['beside'] = (draw, options = { type: 'Layout' }) => {
    doc.markContent('Artifact', options);
    draw();
    doc.endMarkedContent();
  };
  return {
    doc, faces, root, turn, line, mark, beside,
    y: () => y,
    left: () => FLOOR - y,
    down: (points) => { y += points; },
    need: (points) => { if (y + points > FLOOR && y > SHEET.top) turn(); },
    element: (parent, type, options) => {
      const made = doc.struct(type, options);
      parent.add(made);
      return made;
    },
    lines: (element, all, style, x = SHEET.left) => {
      const height = heightOf(style);
      for (let from = 0; from < all.length;) {
        if (y + height > FLOOR) turn();
        const room = Math.max(1, Math.floor((FLOOR - y) / height));
        const these = all.slice(from, from + room);
        mark(element, () => these.forEach((one, i) => line(one, style, x, y + i * height)));
        y += these.length * height;
        from += these.length;
      }
    },
    rule: (at, weight = 0.5) => beside(() => { doc.moveTo(SHEET.left, at).lineTo(SHEET.width - SHEET.right, at).lineWidth(weight).strokeColor(RULE).stroke(); }),
    end: () => {
      doc.end();
      return whole;
    },
  };
}
