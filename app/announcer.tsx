import { useLocation, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/**
 * After a change of page inside the browser, does what loading a page would have done: the focus goes to the title
 * of the new page, or to what is to be mended or was done, and its title is announced. On the first page it does nothing.
 */
export function Announcer() {
  const { pathname, key } = useLocation();
  const { state } = useNavigation();
  const said = useRef<HTMLParagraphElement>(null);
  const last = useRef({ pathname, key, drawn: false });

  useEffect(() => {
    if (state !== 'idle') return;
    const [before, summary] = [last.current, document.getElementById('error-summary')];
    const moved = before.drawn && before.key !== key;
    last.current = { pathname, key, drawn: true };
    markTitle(summary !== null);
    if (summary && (moved || !before.drawn)) return summary.focus();
    if (!moved || before.pathname === pathname) return;
    document.querySelector<HTMLElement>('#main h1, #banner[data-kind="success"]')?.focus({ preventScroll: true });
    if (said.current) said.current.textContent = document.title;
  }, [pathname, key, state]);

  return <p className="visually-hidden" aria-live="polite" ref={said} />;
}

function markTitle(error: boolean): void {
  const bare = document.title.replace(/^Error: /, '');
  const wanted = error ? `Error: ${bare}` : bare;
  if (document.title !== wanted) document.title = wanted;
}
