/** The parts of a board pack in their order, with what each holds. */
export const PARTS = [
  ['cover', 'Cover', 'Two pages: what is asked, figures, staff, benefits, main risks, criteria, reviews and what changed'],
  ['answers', 'Answers', 'Every answer of the stage, as it was sent'],
  ['reviews', 'Reviews', 'What each reviewer said'],
  ['benefits', 'Promised benefits', 'Each promise, its figures, its place in the contract and its results so far'],
  ['documents', 'Documents', 'A list of the files that were sent with it'],
  ['changes', 'What changed', 'Each answer that differs from the version before'],
  ['decisions', 'Decisions', 'Every decision on this stage, with reasons and conditions'],
] as const;
export type PackPart = (typeof PARTS)[number][0];

/** The parts an address asks for, in order: "?parts=cover,answers", or one for each tick. The cover when it names none. */
export function partsAsked(search: URLSearchParams): PackPart[] {
  const named = search.getAll('parts').flatMap((value) => value.split(','));
  const known = PARTS.map(([key]) => key).filter((key) => named.includes(key));
  return known.length ? known : ['cover'];
}

/** The version an address asks for; null: the last that was sent. NaN finds none. */
export const versionAsked = (search: URLSearchParams): number | null => {
  const asked = search.get('version');
  return asked === null || asked === '' ? null : /^\d{1,4}$/.test(asked) ? Number(asked) : NaN;
};

/** The same pack at another address: what its files are asked with. */
export const packQuery = (parts: readonly PackPart[], version: number): string => `?version=${version}&parts=${parts.join(',')}`;
