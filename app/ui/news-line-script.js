// @ts-check
/*
 * A page that is only read says when something happened in its case meanwhile. It changes nothing by itself: the person
 * may be in the middle of a sentence. Without this the page is as it was when it was opened.
 */

/** What stops listening, by the line that listens. @type {WeakMap<Element, () => void>} */
const stops = new WeakMap();

/** Listens for the case the line names, and answers with what stops that. @param {HTMLElement} line */
export function listen(line) {
  const listening = stops.get(line);
  if (listening) return listening;
  let after = line.dataset.after ?? '';
  /** @type {EventSource | undefined} */
  let source;
  const close = () => source?.close();
  const open = () => {
    close();
    if (document.hidden) return; // a browser has six connections for each site
    source = new EventSource(`${line.dataset.stream}?after=${after}`);
    source.addEventListener('over', close);
    source.addEventListener('news', ({ data, lastEventId }) => {
      after = lastEventId;
      const { title, at } = JSON.parse(data);
      const again = Object.assign(document.createElement('a'), { href: location.href.split('#')[0], textContent: 'Show the page as it is now' });
      line.replaceChildren(`${title}, ${at}. `, again);
    });
  };
  const stop = () => {
    close();
    document.removeEventListener('visibilitychange', open);
    removeEventListener('pagehide', close);
  };
  stops.set(line, stop);
  document.addEventListener('visibilitychange', open);
  addEventListener('pagehide', close);
  open();
  return stop;
}

const line = document.querySelector('[data-stream]');
if (line instanceof HTMLElement) listen(line);
