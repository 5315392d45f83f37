import { useEffect, useRef } from 'react';
import { useNonce } from '#app/lib/nonce.ts';
import classes from './news-line.module.css';
import script from './news-line-script.js?url';

/** Where a page that is only read says that something happened in its case since it was opened. Empty until then, and without script. */
export function NewsLine({ caseId, after }: { caseId: string; after: number }) {
  const nonce = useNonce();
  const line = useRef<HTMLParagraphElement>(null);
  // Come to from a page with script, React has drawn the tag, which does not run, and the page goes without being left.
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void (import(/* @vite-ignore */ script) as Promise<{ listen(line: HTMLElement): () => void }>).then(({ listen }) => {
      if (!gone && line.current) stop = listen(line.current);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, []);
  return (
    <>
      <p className={classes.news} role="status" ref={line} data-stream={`/cases/${caseId}/stream`} data-after={after} />
      <script type="module" src={script} nonce={nonce} />
    </>
  );
}
