/** A piece of a text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

const MOST_TERMS = 8;
const AROUND = 90;

/** The words of what was typed, in small letters without accents, each once. Signs are no words. */
export const termsIn = (typed: string): string[] => [...new Set(plain(typed.normalize('NFKC')).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_TERMS);

/** Each letter without its accent, in its place. */
const plain = (text: string): string => text.replace(/[\u00c0-\u017f]/g, (letter) => letter.normalize('NFD').charAt(0));

/**
 * The part of a text where the words stand, in pieces; its beginning when they stand elsewhere. Engines find "measured"
 * for "measuring": so a word counts when it begins as the term does, but for its ending.
 */
export function inContext(text: string, terms: readonly string[]): Piece[] {
  const stems = terms.map((term) => escaped(term.length > 5 ? term.replace(/(?:ing|ed|es|s|ies|y|e)$/, '') : term));
  const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})[\\p{L}\\p{N}]*`, 'giu');
  const flat = text.replace(/\s+/g, ' ').trim();
  const first = stems.length ? plain(flat).search(words) : -1;
  const from = first <= AROUND ? 0 : flat.indexOf(' ', first - AROUND) + 1;
  const until = from + 2 * AROUND >= flat.length ? flat.length : flat.lastIndexOf(' ', from + 2 * AROUND);
  const part = `${from ? '… ' : ''}${flat.slice(from, until <= from ? flat.length : until)}${until < flat.length && until > from ? ' …' : ''}`;
  return stems.length ? pieces(part, words) : [{ text: part, hit: false }];
}

function pieces(text: string, words: RegExp): Piece[] {
  const found: Piece[] = [];
  let last = 0;
  for (const { index, 0: { length } } of plain(text).matchAll(words)) {
    found.push({ text: text.slice(last, index), hit: false }, { text: text.slice(index, index + length), hit: true });
    last = index + length;
  }
  return [...found, { text: text.slice(last), hit: false }].filter(({ text: piece }) => piece !== '');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
