/**
 * The HTML of a mail, made from its text so that the two say the same: paragraphs, lists, and links to Slipway alone.
 * No table, picture or colour of its own: it is read in light and dark, large and small.
 */
export function htmlOf({ subject, text, origin }: { subject: string; text: string; origin: string }): string {
  const blocks = text.trim().split(/\n{2,}/);
  const body = blocks.map((block, i) => (isHeading(block, blocks[i + 1]) ? `<h2>${escaped(block.slice(0, -1))}</h2>` : isList(block) ? list(block, origin) : paragraph(block, origin)));
  return [
    '<!doctype html>', '<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title>`,
    `<style>${STYLE}</style></head>`, '<body><main>', ...body, '</main></body></html>', '',
  ].join('\n');
}

const STYLE = ':root{color-scheme:light dark}body{margin:1.5rem;font:1.0625rem/1.5 sans-serif}main{max-width:36rem}h2{margin:1.5rem 0 .5rem;font-size:1.25rem}p{margin:0 0 1rem}ul{margin:0 0 1rem;padding:0 0 0 1.25rem}li{margin:0 0 .5rem}a{overflow-wrap:anywhere}';

const isList = (block: string) => /^- /.test(block);
const isHeading = (block: string, next = '') => /^[^\n]+:$/.test(block) && isList(next);

const paragraph = (block: string, origin: string) => `<p>${block.split('\n').map((line) => linked(line, origin)).join('<br>\n')}</p>`;

/** Each "- " begins an item; a line under it that is a link is where its words lead. */
function list(block: string, origin: string): string {
  const items = block.split(/\n(?=- )/).map((item) => item.slice(2).split(/\n\s*/));
  const links = ([words = '', to]: string[]) => (to !== undefined && isOurs(to, origin) ? `<a href="${escaped(to)}">${escaped(words)}</a>` : linked(`${words} ${to ?? ''}`.trim(), origin));
  return `<ul>\n${items.map((item) => `<li>${links(item)}</li>`).join('\n')}\n</ul>`;
}

const isOurs = (word: string, origin: string) => word === origin || word.startsWith(`${origin}/`);
const linked = (line: string, origin: string) =>
  line.split(/(\s+)/).map((word) => (isOurs(word, origin) ? `<a href="${escaped(word)}">${escaped(word)}</a>` : escaped(word))).join('');

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
