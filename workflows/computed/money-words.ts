/** Whole pounds in words a person reads aloud: "£1,250", "minus £300". */
export const pounds = (pence: number): string => {
  const whole = Math.round(pence / 100);
  return `${whole < 0 ? 'minus ' : ''}£${Math.abs(whole).toLocaleString('en-GB')}`;
};

/** One decimal at most. Never minus zero. */
export const round1 = (value: number): number => Math.round(value * 10) / 10 || 0;

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
