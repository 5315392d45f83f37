import { useNonce } from '../lib/nonce.ts';
import sheet from './palette.css?url';
import palette from './palette.js?url';

/** Fetches the palette when somebody asks for it: by the button, or Ctrl or Command and K. It runs on pages that bring no other script. */
const ASK = `(()=>{const ask=()=>{const b=document.querySelector('[data-palette]');if(b)import(b.dataset.palette).then(m=>m.open(b))};
addEventListener('keydown',e=>{if((e.ctrlKey||e.metaKey)&&!e.altKey&&!e.shiftKey&&e.key.toLowerCase()==='k'){e.preventDefault();ask()}});
addEventListener('click',e=>{if(e.target.closest&&e.target.closest('[data-palette]'))ask()})})()`;

/** A button for those who have script: the style sheet of the shell keeps it from everybody else, who has the search. */
export const GoTo = () => <button type="button" data-palette={palette} data-sheet={sheet} aria-keyshortcuts="Control+K Meta+K" aria-haspopup="dialog">Go to</button>;

/** Stands once on a page that has such a button. */
export function GoToScript() {
  const nonce = useNonce();
  return <script {...(nonce && { nonce })} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: ASK }} />;
}
