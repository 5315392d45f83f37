import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Answer } from './lib/nonce.ts';

const answer = { refused: document.title.startsWith('Error: ') };

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Answer.Provider value={answer}>
        <RemixBrowser />
      </Answer.Provider>
    </StrictMode>,
  );
});
