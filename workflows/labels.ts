/**
 * Puts the pathway's own words into a text: "{commissioner}" becomes "primary care trust", with a capital where a
 * sentence starts. Unknown names are left as they are.
 */
export const fillLabels = (text: string, labels: Readonly<Record<string, string>>): string =>
  text.replace(/([.?] +|\n)?\{([a-zA-Z]+)\}/g, (whole, before: string | undefined, name: string, offset: number) => {
    if (!Object.hasOwn(labels, name)) return whole;
    const word = labels[name]!;
    if (before === undefined && offset > 0) return word;
    return `${before ?? ''}${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  });

/** The names between braces in a text, in order. */
export const labelsIn = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
