import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeWords } from '#app/domain/answers/merge-words.ts';

const BASE = 'We will hold 3 open meetings, one at each clinic.';

describe('mergeWords', () => {
  it.each([
    ['changes in two places are both made', 'We will hold 4 open meetings, one at each clinic.', 'We will hold 3 open meetings, one at each depot.', 'We will hold 4 open meetings, one at each depot.', 0],
    ['the same change is made once', 'We will hold 4 open meetings, one at each clinic.', 'We will hold 4 open meetings, one at each clinic.', 'We will hold 4 open meetings, one at each clinic.', 0],
    ['words added at the two ends', `In May: ${BASE}`, `${BASE} Tea is served.`, `In May: ${BASE} Tea is served.`, 0],
    ['two wordings of one place stand one after the other', 'We will hold 4 open meetings, one at each clinic.', 'We will hold 5 open meetings, one at each clinic.', 'We will hold 4 5 open meetings, one at each clinic.', 1],
    ['a place one took out and the other changed keeps the words', 'We will hold open meetings, one at each clinic.', 'We will hold five open meetings, one at each clinic.', expect.stringContaining('five') as string, 1],
  ])('%s', (_, first, second, text, clashes) => {
    expect(mergeWords(BASE, first, second)).toEqual({ text, clashes });
  });

  it('puts both whole texts in the box when there was nothing before them', () => {
    expect(mergeWords('', 'They ring one number.', 'They are seen in a week.')).toEqual({ text: 'They ring one number. They are seen in a week.', clashes: 1 });
  });

  const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'dd'), { maxLength: 12 }).map((parts) => parts.join(''));
  it('is the other text where one changed nothing, and never loses a word that somebody wrote', () => {
    fc.assert(fc.property(text, text, text, (base, first, second) => {
      expect(mergeWords(base, base, second).text).toBe(second);
      expect(mergeWords(base, first, base).text).toBe(first);
      expect(mergeWords(base, first, first)).toEqual({ text: first, clashes: 0 });
      const words = (of: string): string[] => of.match(/\S+/g) ?? [];
      const added = [...words(first), ...words(second)].filter((word) => !words(base).includes(word));
      const joined = mergeWords(base, first, second).text.replace(/\s+/g, ' ');
      for (const word of added) expect(joined).toContain(word);
    }), { numRuns: 500 });
  });
});
