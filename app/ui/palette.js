// @ts-check
// Plain script, fetched when somebody first asks for it: most pages bring no script of ours, and none of React.

/** @typedef {{ to: string, title: string, kind: string, where: string }} Place */

const PAUSE = 150;
/** @type {HTMLDialogElement | undefined} */
let dialog;

/** Opens the palette. `button` is what asks for it, and knows its style sheet. @param {HTMLElement} button */
export async function open(button) {
  if (dialog?.open) return;
  dialog ??= build(await styled(button));
  dialog.showModal();
  const box = /** @type {HTMLInputElement} */ (dialog.querySelector('input'));
  box.value = '';
  box.focus();
  box.dispatchEvent(new Event('input'));
}

/** Waits for the style sheet, so that nothing is shown bare. @param {HTMLElement} button @returns {Promise<HTMLElement>} */
function styled(button) {
  return new Promise((done) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = button.dataset.sheet ?? '';
    sheet.onload = sheet.onerror = () => done(document.body);
    document.head.append(sheet);
  });
}

/** @param {string} tag @param {Record<string, string>} attributes @param {(string | Node)[]} inside */
function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

/** @param {HTMLElement} body */
function build(body) {
  const box = /** @type {HTMLInputElement} */ (element('input', {
    id: 'palette-box', type: 'text', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list', 'aria-describedby': 'palette-help', autocomplete: 'off', spellcheck: 'false', maxlength: '200',
  }));
  const list = element('ul', { id: 'palette-list', role: 'listbox', 'aria-label': 'Places' });
  const status = element('p', { role: 'status', class: 'palette-status' });
  const close = element('button', { type: 'button', class: 'palette-close' }, 'Close');
  const made = /** @type {HTMLDialogElement} */ (element('dialog', { class: 'palette', 'aria-labelledby': 'palette-title' },
    element('div', { class: 'palette-head' }, element('h2', { id: 'palette-title' }, 'Go to'), close),
    element('label', { for: 'palette-box' }, 'A case, something that waits for you, guidance, or any words'),
    box,
    element('p', { id: 'palette-help', class: 'palette-help' }, 'Up and down arrows move, Enter goes there, Escape closes.'),
    status, list,
  ));
  close.addEventListener('click', () => made.close());
  made.addEventListener('click', (event) => { if (event.target === made) made.close(); });
  listen(box, list, status);
  body.append(made);
  return made;
}

/** @param {HTMLInputElement} box @param {HTMLElement} list @param {HTMLElement} status */
function listen(box, list, status) {
  let at = -1;
  /** @type {Place[]} */
  let places = [];
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {number} to */
  const move = (to) => {
    const options = [...list.children];
    at = options.length ? (to + options.length) % options.length : -1;
    options.forEach((option, n) => option.setAttribute('aria-selected', String(n === at)));
    if (at < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `palette-${at}`);
    options[at]?.scrollIntoView({ block: 'nearest' });
  };
  /** @param {Place[]} found @param {string} words */
  const show = (found, words) => {
    places = found;
    list.replaceChildren(...found.map(optionOf));
    box.setAttribute('aria-expanded', String(found.length > 0));
    status.textContent = words;
    move(found.length ? 0 : -1);
  };
  const look = async () => {
    const mine = ++asked;
    const typed = box.value.trim();
    const answer = await placesFor(typed);
    if (mine !== asked) return; // something else was typed meanwhile
    if (typeof answer === 'string') show([], answer);
    else show(answer, answer.length ? `${answer.length} ${answer.length === 1 ? 'place' : 'places'}` : typed ? `Nothing found for "${typed}"` : 'Type to find something');
  };
  const go = () => { const place = places[at]; if (place) location.assign(place.to); };

  box.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(look, box.value ? PAUSE : 0); });
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); move(at < 0 && step < 0 ? -1 : at + step); }
    if (event.key === 'Enter') { event.preventDefault(); go(); }
  });
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option) { move([...list.children].indexOf(option)); go(); }
  });
}

/** What can be gone to, or a sentence that says why nothing is listed. @param {string} typed @returns {Promise<Place[] | string>} */
async function placesFor(typed) {
  try {
    const answer = await fetch(`/go-to?${new URLSearchParams({ q: typed })}`, { headers: { Accept: 'application/json' } });
    if (answer.redirected) return 'You are signed out. Sign in again to go on';
    return answer.ok ? (await answer.json()).places : 'This could not be looked up. The search page may still work';
  } catch {
    return 'There is no connection. Try again when you are online';
  }
}

/** @param {Place} place @param {number} n */
function optionOf({ title, kind, where }, n) {
  return element('li', { id: `palette-${n}`, role: 'option', 'aria-selected': 'false' }, element('span', { class: 'palette-name' }, title), ' ', element('span', { class: 'palette-about' }, [kind, where].filter(Boolean).join(', ')));
}
