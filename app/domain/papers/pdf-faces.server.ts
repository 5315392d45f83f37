import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { drawable, MISSING } from './plain-words.ts';
import { openTypeOf } from './woff.server.ts';

export type Weight = 400 | 700;
/** Letters of one face that stand side by side. `width` in points. */
export interface Run {
  face: string;
  text: string;
  width: number;
}
export type Line = Run[];

/** The scripts that Source Sans 3 is cut into, the commonest first: a file carries only what it uses. */
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'greek-ext', 'cyrillic-ext'] as const;
const require = createRequire(import.meta.url);

/** A face as the PDF library has read it. Reading takes longer than a short paper does to draw, so each is read once in the life of the process. */
interface Opened {
  hasGlyphForCodePoint: (code: number) => boolean;
}
const opened = new Map<string, Opened>();

const fileOf = (face: string): Buffer => openTypeOf(readFileSync(require.resolve(`@fontsource/source-sans-3/files/source-sans-3-${face}-normal.woff`)));

/** Which script has a character, asked once in the life of the process; null: none has. */
const scripts = new Map<string, (typeof SCRIPTS)[number] | null>();

export interface Faces {
  /** Lines of at most `width` points. */
  wrap: (text: string, weight: Weight, size: number, width: number) => Line[];
  /** The width of the longest word and of the whole on one line. */
  widths: (text: string, weight: Weight, size: number) => { word: number; whole: number };
  /** Whether anything was met that no face has. */
  missed: () => boolean;
}

/** Measures and breaks text in the faces of one document. */
export function facesOf(doc: PDFKit.PDFDocument): Faces {
  let missed = false;
  const registered = new Set<string>();
  const use = (face: string): Opened => {
    if (!registered.has(face)) doc.registerFont(face, (opened.get(face) ?? fileOf(face)) as never);
    registered.add(face);
    const { font } = (doc.font(face) as unknown as { _font: { font: Opened } })._font;
    opened.set(face, font);
    return font;
  };
  const scriptOf = (character: string) => {
    if (!scripts.has(character)) scripts.set(character, SCRIPTS.find((script) => use(`${script}-400`).hasGlyphForCodePoint(character.codePointAt(0)!)) ?? null);
    return scripts.get(character)!;
  };
  const measured = new Map<string, Run[]>();
  const word = (text: string, weight: Weight): Run[] => {
    const known = measured.get(weight + text);
    if (known) return known;
    const runs: Run[] = [];
    for (const character of text) {
      const face = `${scriptOf(character) ?? 'latin'}-${weight}`;
      const last = runs.at(-1);
      if (last?.face === face) last.text += character;
      else runs.push({ face, text: character, width: 0 });
    }
    for (const run of runs) {
      use(run.face);
      run.width = doc.fontSize(1000).widthOfString(run.text) / 1000;
    }
    measured.set(weight + text, runs);
    return runs;
  };
  const legible = (text: string) => {
    const drawn = drawable(text, (character) => scriptOf(character) !== null);
    missed ||= Object.values(MISSING).some((mark) => drawn.includes(mark) && !text.includes(mark));
    return drawn;
  };
  return { missed: () => missed, wrap: (text, weight, size, width) => wrapped(legible(text), (one) => word(one, weight), size, width), widths: (text, weight, size) => widthsOf(legible(text), (one) => word(one, weight), size) };
}

const sum = (runs: readonly Run[]) => runs.reduce((width, run) => width + run.width, 0);

function widthsOf(text: string, word: (text: string) => Run[], size: number): { word: number; whole: number } {
  const lines = text.split('\n').map((line) => line.split(' ').filter(Boolean).map((one) => sum(word(one)) * size));
  const space = sum(word(' ')) * size;
  return { word: Math.max(0, ...lines.flat()), whole: Math.max(0, ...lines.map((widths) => widths.reduce((all, one) => all + one + space, -space))) };
}

function wrapped(text: string, word: (text: string) => Run[], size: number, width: number): Line[] {
  const space = word(' ')[0]!;
  const lines: Line[] = [];
  for (const given of text.split('\n')) {
    let [line, used]: [Line, number] = [[], 0];
    for (const one of given.split(' ').filter(Boolean).flatMap((long) => pieces(long, word, size, width))) {
      const runs = word(one.text);
      const needed = sum(runs) * size;
      if (line.length && used + space.width * size + needed > width) {
        if (!one.inside) line.at(-1)!.text += ' '; // unseen at the end of a line, and what parts the words for who listens or copies
        lines.push(line);
        [line, used] = [[], 0];
      }
      const before = line.length > 0;
      for (const [i, run] of runs.entries()) join(line, run, size, before && i === 0 ? space.width : 0);
      used += needed + (before ? space.width * size : 0);
    }
    if (line.length) lines.push(line);
    if (line.length) line.at(-1)!.text += ' ';
  }
  return lines;
}

/** Adds a run to a line, with a space before it where there is one, as part of the last run when the face is the same. */
function join(line: Line, run: Run, size: number, space: number): void {
  const last = line.at(-1);
  const width = (run.width + space) * size;
  if (last?.face === run.face) {
    last.text += (space ? ' ' : '') + run.text;
    last.width += width;
  } else {
    if (space && last) {
      last.text += ' ';
      last.width += space * size;
    }
    line.push({ face: run.face, text: run.text, width: last ? run.width * size : width });
  }
}

/** A word that is wider than the line, cut where it must be. `inside`: it goes on from the piece before. */
function pieces(long: string, word: (text: string) => Run[], size: number, width: number): { text: string; inside: boolean }[] {
  if (sum(word(long)) * size <= width) return [{ text: long, inside: false }];
  const found: { text: string; inside: boolean }[] = [];
  let [piece, used] = ['', 0];
  const close = () => found.push({ text: piece, inside: found.length > 0 });
  for (const character of long) {
    const needed = sum(word(character)) * size;
    if (piece && used + needed > width) {
      close();
      [piece, used] = ['', 0];
    }
    piece += character;
    used += needed;
  }
  if (piece) close();
  return found;
}
