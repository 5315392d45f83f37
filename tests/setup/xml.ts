const TOKEN = /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;

/** Throws a sentence where XML is not well formed: elements that do not close in order, bare signs, characters that XML cannot hold. Answers with its text. */
export function textOfXml(xml: string): string {
  const open: string[] = [];
  let [at, words] = [0, ''];
  while (at < xml.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(xml) ?? fail(`not XML at ${at}: ${xml.slice(at, at + 80)}`);
    const [whole, closes, name, attributes, empty, text] = found;
    if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test((text ?? '') + (attributes ?? ''))) fail(`a bare & near ${whole.slice(0, 80)}`);
    if (/(?![\n\r\t])[\p{Cc}\uFFFE\uFFFF]|\p{Cs}/u.test(whole)) fail(`a character that XML cannot hold near ${whole.slice(0, 80)}`);
    if (name && closes) { if (open.pop() !== name) fail(`</${name}> closes what is not open`); }
    else if (name && !empty) open.push(name);
    if (name === 'w:p' && closes) words += '\n';
    words += text ?? '';
    at += whole.length;
  }
  if (open.length) fail(`${open.join(', ')} is never closed`);
  return words.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
