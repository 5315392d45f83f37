import { RemixBrowser } from '@remix-run/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Answer } from './lib/nonce.ts';
import { KeepTyped } from './ui/keep-typed.tsx';

const answer = { refused: document.title.startsWith('Error: ') };

// At one go, not as a transition: nobody can type into a page that is half taken over.
hydrateRoot(
  document,
  <StrictMode>
    <KeepTyped>
      <Answer.Provider value={answer}>
        <RemixBrowser />
      </Answer.Provider>
    </KeepTyped>
  </StrictMode>,
);
