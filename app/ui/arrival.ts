import { useEffect, useRef } from 'react';

/**
 * For a block that must be met first: an error summary, a success banner. Without script the attribute moves the
 * focus when the page loads; with it the effect does, each time `what` is new.
 */
export function useArrival(what: unknown) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [what]);
  return { ref, tabIndex: -1, autoFocus: true } as const;
}
