import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts: the same in both, or what stood there before and what stands there now. */
export type Piece = { kind: 'same'; text: string } | { kind: 'changed'; removed: string; added: string };

/**
 * Word by word, joined so that it reads: a few unchanged words between two changes belong to the change, and a
 * text of which little is left is shown whole, first as it was and then as it is.
 */
export function piecesOf(before: string, after: string): Piece[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }];
  const whole: Piece[] = [{ kind: 'changed', removed: before, added: after }];
  const parts = diffWordsWithSpace(before, after, { maxEditLength: 4000 });
  if (!parts) return whole;
  const pieces = joined(parts.map((part) => ({ ...part, kept: !part.added && !part.removed })));
  const kept = pieces.reduce((sum, piece) => sum + (piece.kind === 'same' ? piece.text.length : 0), 0);
  return kept < Math.min(before.length, after.length) * 0.3 ? whole : pieces;
}

interface Part {
  value: string;
  added: boolean;
  removed: boolean;
  kept: boolean;
}

function joined(parts: Part[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [i, part] of parts.entries()) {
    const last = pieces.at(-1);
    if (part.kept && !(last?.kind === 'changed' && i < parts.length - 1 && isShort(part.value))) {
      pieces.push({ kind: 'same', text: part.value });
    } else {
      const change = last?.kind === 'changed' ? last : { kind: 'changed' as const, removed: '', added: '' };
      if (change !== last) pieces.push(change);
      if (!part.added) change.removed += part.value;
      if (!part.removed) change.added += part.value;
    }
  }
  return pieces;
}

const isShort = (text: string) => !text.includes('\n') && text.trim().split(/\s+/).length <= 3;
