import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packQuery, partsAsked, versionAsked } from '#app/domain/papers/pack-parts.ts';
import { fileNameOf } from '#app/domain/papers/paper.ts';
import { drawable, MISSING, wordsOnly } from '#app/domain/papers/plain-words.ts';

const latin = (character: string) => /[\u0021-\u017F]/.test(character);

describe('words for paper', () => {
  it.each([
    ['plain', 'plain'],
    ['two\r\nlines\tand a tab', 'two\nlines and a tab'],
    ['a \u202Eturned\u202C b', 'a turned b'],
    ['smile 😀 now', `smile ${MISSING.symbol} now`],
    ['👩‍⚕️👍🏽', MISSING.symbol],
    ['said שלום עולם today', `said ${MISSING.script} today`],
    ['日本語', MISSING.script],
    ['soft\u00ADhyphen', 'softhyphen'],
  ])('%j is drawn as %j', (typed, drawn) => {
    expect(drawable(typed, latin)).toBe(drawn);
  });

  it('holds nothing that XML or a page cannot, whatever was typed, and loses no letter that can be drawn', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      expect(wordsOnly(typed)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u);
      const drawn = drawable(typed, latin);
      for (const letter of wordsOnly(typed).match(/[A-Za-z0-9]/g) ?? []) expect(drawn).toContain(letter);
    }));
  });

  it('names files with letters that every system keeps', () => {
    expect(fileNameOf('SW-0011', 'Éire & "Łódź"/..\\', 'version 2')).toBe('sw-0011-eire-odz-version-2');
    expect(fileNameOf('日本')).toBe('paper');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => { expect(fileNameOf(words)).toMatch(/^[a-z0-9][a-z0-9-]{0,99}$/); }));
  });
});

describe('the address of a pack', () => {
  const asked = (search: string) => partsAsked(new URLSearchParams(search));
  it('reads parts in one word or in many, in their own order, and drops what is none', () => {
    expect(asked('parts=decisions,cover,nothing')).toEqual(['cover', 'decisions']);
    expect(asked('parts=reviews&parts=answers&parts=answers')).toEqual(['answers', 'reviews']);
    expect([asked(''), asked('parts='), asked('parts=%00')]).toEqual([['cover'], ['cover'], ['cover']]);
    const again = new URLSearchParams(packQuery(['answers', 'changes'], 3));
    expect([partsAsked(again), versionAsked(again)]).toEqual([['answers', 'changes'], 3]);
  });

  it('reads a version, the last when none is named, and none for anything else', () => {
    const version = (search: string) => versionAsked(new URLSearchParams(search));
    expect([version('version=2'), version(''), version('version='), version('version=x'), version('version=-1'), version('version=99999')]).toEqual([2, null, null, NaN, NaN, NaN]);
  });
});
