import { proseBlocks } from '#workflows/prose.ts';
import classes from './prose.module.css';

/** Plain text as people typed it: blank lines part paragraphs, lines that begin "- " are a list. */
export const Prose = ({ text }: { text: string }) => (
  <div className={classes.prose}>
    {proseBlocks(text).map((block, i) =>
      block.kind === 'list'
        ? <ul key={i}>{block.lines.map((line, j) => <li key={j}>{line}</li>)}</ul>
        : <p key={i}>{block.lines.map((line, j) => <span key={j}>{j > 0 ? <br /> : null}{line}</span>)}</p>,
    )}
  </div>
);
