/** Characters that XML and a page of paper cannot hold: controls but line ends, halves of pairs, and marks that turn the order of letters round. */
const UNSAID = /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;
/** What joins or varies the letters beside it and has no shape itself. */
const SHAPELESS = /[\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}]/gu;

/** Text as typed, without what no paper can hold. Tabs are spaces. */
export const wordsOnly = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNSAID, '');

/** What is written where a file has no letter for what was typed. */
export const MISSING = { symbol: '[symbol]', script: '[words in another script]' } as const;
export const MISSING_NOTE = 'Words in square brackets stand for characters that this file has no letters for. The page on Slipway shows them.';

/** The text with every run of characters that cannot be drawn named for what it is. `draws` is asked of one character. */
export function drawable(text: string, draws: (character: string) => boolean): string {
  const plain = wordsOnly(text).replace(SHAPELESS, '');
  let [drawn, missing] = ['', ''];
  const close = () => {
    if (!missing) return;
    const spaces = /\s+$/.exec(missing)?.[0] ?? '';
    drawn += (/\p{L}/u.test(missing) ? MISSING.script : MISSING.symbol) + spaces;
    missing = '';
  };
  for (const character of plain) {
    if (character === '\n' || (missing === '' && /\s/.test(character))) {
      close();
      drawn += character;
    } else if (!/\s/.test(character) && draws(character)) {
      close();
      drawn += character;
    } else missing += character;
  }
  close();
  return drawn;
}
