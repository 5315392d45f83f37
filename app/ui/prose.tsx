import classes from './prose.module.css';

/** Plain text as people typed it: blank lines part paragraphs, lines that begin "- " are a list. */
export const Prose = ({ text }: { text: string }) => (
  <div className={classes.prose}>
    {blocksOf(text).map((block, i) =>
      block.kind === 'list'
        ? <ul key={i}>{block.lines.map((line, j) => <li key={j}>{line}</li>)}</ul>
        : <p key={i}>{block.lines.map((line, j) => <span key={j}>{j > 0 ? <br /> : null}{line}</span>)}</p>,
    )}
  </div>
);

interface Block {
  kind: 'list' | 'paragraph';
  lines: string[];
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
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
