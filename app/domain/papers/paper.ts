import type { Shown } from '#workflows/show.ts';
import type { Chart } from '#workflows/spc/chart.ts';

/**
 * What is handed to a board, sent to a team or kept with a decision, as a plain value. The page, the PDF and the Word
 * file are three drawings of it, so none can say what another does not.
 */
export interface Paper {
  /** The name of its file without the ending: small letters, digits and dashes. */
  name: string;
  title: string;
  /** Above the title and at the head of every page: the case. */
  caption: string;
  /** At the head of every page beside the case: "RCT-0042, business case version 3". */
  head: string;
  /** At the foot of every page, one line each: when it was made, and the hash of what it rests on. */
  foot: string[];
  /** When it was made: an instant. */
  at: string;
  parts: Part[];
}
export interface Part {
  key: string;
  /** '' for what stands right under the title. */
  title: string;
  /** Begins a page of its own. */
  fresh: boolean;
  blocks: Block[];
}
export type Block =
  | { kind: 'heading'; level: 3 | 4; text: string }
  | { kind: 'say'; text: string; tone?: 'strong' | 'quiet' }
  /** As people typed it: paragraphs and lists. */
  | { kind: 'prose'; text: string }
  | { kind: 'list'; ordered: boolean; items: Item[] }
  /** Words and values; a value of several lines is a list. */
  | { kind: 'rows'; caption: string; rows: { key: string; value: string | string[] }[] }
  | { kind: 'table'; caption: string; head: { title: string; numeric: boolean }[]; rows: string[][]; foot: string[] | null }
  /** One measure over time: the sentence carries it, the drawing helps. */
  | { kind: 'chart'; name: string; unit: string | null; words: string; chart: Chart };
export interface Item {
  /** Said first and strongly; '' when nothing is. */
  lead: string;
  text: string;
}

export const heading = (level: 3 | 4, text: string): Block => ({ kind: 'heading', level, text });
export const say = (text: string, tone?: 'strong' | 'quiet'): Block => ({ kind: 'say', text, ...(tone && { tone }) });
export const prose = (text: string): Block => ({ kind: 'prose', text });
export const list = (items: readonly (Item | string)[], ordered = false): Block => ({ kind: 'list', ordered, items: items.map((item) => (typeof item === 'string' ? { lead: '', text: item } : item)) });
/** A table whose columns are words. */
export const table = (caption: string, head: readonly string[], rows: string[][]): Block => ({ kind: 'table', caption, head: head.map((title) => ({ title, numeric: false })), rows, foot: null });
/** A part, or none when there is nothing in it. */
export const part = (key: string, title: string, blocks: readonly Block[], fresh = false): Part[] => (blocks.length ? [{ key, title, fresh, blocks: [...blocks] }] : []);

/** An answer as its page shows it. */
export function shownBlock(title: string, shown: Shown): Block {
  if (shown.kind === 'list') return list(shown.items);
  if (shown.kind === 'text') return shown.long ? prose(shown.text) : say(shown.text);
  return {
    kind: 'table', caption: title, head: shown.head.map((h, i) => ({ ...h, title: h.title || (i === 0 ? 'For' : '') })),
    rows: shown.rows.map((row) => row.map((cell) => cell || 'Not provided')), foot: shown.totals && shown.totals.map((total, i) => total || (i === 0 ? 'Total' : '')),
  };
}

/** "rct-0042-business-case-version-3": what is left of some words in the name of a file. */
export const fileNameOf = (...words: string[]): string =>
  words.join('-').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 100) || 'paper';
