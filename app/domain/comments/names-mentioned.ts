/** Which of these names stand in a text after an @, in any case of letters; "@Ann Lee" is not Ann, and an email address is nobody. */
export function namesMentioned(text: string, names: readonly string[]): string[] {
  const longestFirst = [...new Set(names)].filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  const low = text.toLocaleLowerCase('en-GB');
  for (let at = low.indexOf('@'); at >= 0; at = low.indexOf('@', at + 1)) {
    if (at > 0 && /[\p{L}\p{N}._-]/u.test(low[at - 1]!)) continue;
    const name = longestFirst.find((one) => stands(low, at + 1, one.toLocaleLowerCase('en-GB')));
    if (name) found.add(name);
  }
  return [...found];
}

const stands = (text: string, at: number, name: string): boolean => text.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length));
