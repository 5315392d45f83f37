import { useLayoutEffect, useState, type ReactNode } from 'react';

/**
 * Around a page that the script takes over. React 18 then puts every long text box back to what the server sent: what
 * somebody has typed by that time stays, and is told to the page as if it were typed now.
 */
export function KeepTyped({ children }: { children: ReactNode }) {
  const [typed] = useState(typedEarly); // read before any box is taken over
  useLayoutEffect(() => {
    for (const [box, text] of typed) {
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, [typed]);
  return children;
}

const typedEarly = () => [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type="text"]')].filter((box) => box.value !== box.defaultValue).map((box) => [box, box.value] as const);
