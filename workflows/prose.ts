/** A run of lines that belong together. */
export interface ProseBlock {
  kind: 'list' | 'paragraph';
  lines: string[];
}

/** Plain text as people typed it: blank lines part paragraphs, lines that begin "- " are a list. */
export function proseBlocks(text: string): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let open = false;
  for (const raw of text.replaceAll('\r\n', '\n').split('\n')) {
    const line = raw.trim();
    const kind = /^[-*•]\s+/.test(line) ? 'list' : 'paragraph';
    const last = blocks.at(-1);
    if (line && open && last?.kind === kind) last.lines.push(bare(line));
    else if (line) blocks.push({ kind, lines: [bare(line)] });
    open = line !== '';
  }
  return blocks;
}

const bare = (line: string) => line.replace(/^[-*•]\s+/, '');
