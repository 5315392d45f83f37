/** Text on one line, without signs that mail or a database cannot hold: names, subjects, and what a mail server said. */
// eslint-disable-next-line no-control-regex
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
