import { piecesOf } from './diff-pieces.ts';
import classes from './diff.module.css';

/** What changed in an answer. Printed and hidden words say what the strike and the underline show. */
export const Diff = ({ before, after }: { before: string; after: string }) => (
  <div className={classes.diff}>
    {piecesOf(before, after).map((piece, i) =>
      piece.kind === 'same' ? <span key={i}>{piece.text}</span> : <Change key={i} removed={piece.removed} added={piece.added} />,
    )}
  </div>
);

const Change = ({ removed, added }: { removed: string; added: string }) => (
  <>
    {/^\s*/.exec(added.trim() ? added : removed)?.[0]}
    {removed.trim() ? <del><Marked word="Removed" text={removed.trim()} /></del> : null}
    {removed.trim() && added.trim() ? ' ' : null}
    {added.trim() ? <ins><Marked word="Added" text={added.trim()} /></ins> : null}
    {/\s*$/.exec(added.trim() ? added : removed)?.[0]}
  </>
);

const Marked = ({ word, text }: { word: string; text: string }) => (
  <>
    <b className={classes.word}><span className="visually-hidden">start of </span>{word}:</b>{' '}
    <span className={classes.text}>{text}</span>
    <span className="visually-hidden">{` end of ${word.toLowerCase()} text. `}</span>
  </>
);
