import { diffArrays } from 'diff';

/** Two wordings made one: `clashes` counts the places where both changed the same words, and both stand one after the other. */
export interface Merged {
  text: string;
  clashes: number;
}
interface Edit {
  /** From this word of the base, up to that one. */
  from: number;
  to: number;
  words: string[];
}

/** Texts further apart than this are taken as wholly rewritten. */
const MOST = 4000;

/** Joins what each of two people changed in one text, word by word. */
export function mergeWords(base: string, first: string, second: string): Merged {
  const words = wordsOf(base);
  const waiting = [editsOf(words, wordsOf(first)), editsOf(words, wordsOf(second))] as const;
  const out: string[] = [];
  let [at, clashes] = [0, 0];
  while (waiting[0].length || waiting[1].length) {
    const from = Math.min(...waiting.map((edits) => edits[0]?.from ?? Infinity));
    const [ours, theirs] = taken(waiting, from);
    const to = Math.max(...[...ours, ...theirs].map((edit) => edit.to));
    const [one, other] = [ours, theirs].map((edits) => rewritten(words, edits, from, to)) as [string, string];
    out.push(...words.slice(at, from));
    if (ours.length === 0 || theirs.length === 0 || one === other) out.push(ours.length ? one : other);
    else {
      out.push(beside(one, other));
      clashes += 1;
    }
    at = to;
  }
  return { text: [...out, ...words.slice(at)].join(''), clashes };
}

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/gu) ?? [];

function editsOf(base: string[], changed: string[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  const parts = diffArrays(base, changed, { maxEditLength: MOST });
  if (!parts) return [{ from: 0, to: base.length, words: changed }];
  for (const part of parts) {
    if (!part.added && !part.removed) {
      at += part.value.length;
      continue;
    }
    const last = edits.at(-1);
    const edit = last && last.to === at ? last : { from: at, to: at, words: [] };
    if (edit !== last) edits.push(edit);
    if (part.added) edit.words.push(...part.value);
    else edit.to = at += part.value.length;
  }
  return edits;
}

/** Takes from both lists the edits that touch each other, beginning at `from`. */
function taken(waiting: readonly [Edit[], Edit[]], from: number): [Edit[], Edit[]] {
  const mine: [Edit[], Edit[]] = [[], []];
  let to = from;
  for (let more = true; more; ) {
    more = false;
    for (const side of [0, 1] as const) {
      const next = waiting[side][0];
      if (!next || next.from > to || (next.from === to && to > from && next.to > next.from)) continue;
      mine[side].push(waiting[side].shift()!);
      to = Math.max(to, next.to);
      more = true;
    }
  }
  return mine;
}

/** The base from one word to another with these edits made. */
function rewritten(base: string[], edits: Edit[], from: number, to: number): string {
  let at = from;
  const out: string[] = [];
  for (const edit of edits) {
    out.push(...base.slice(at, edit.from), ...edit.words);
    at = edit.to;
  }
  return [...out, ...base.slice(at, to)].join('');
}

const beside = (one: string, other: string) => (one === '' || other === '' || /\s$/.test(one) || /^\s/.test(other) ? one + other : `${one} ${other}`);
