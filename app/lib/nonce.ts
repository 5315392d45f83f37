import { createContext, useContext } from 'react';

/**
 * What the page may know of the answer it is part of. `nonce`: of its content security policy, absent in the
 * browser, where nothing needs it. `refused`: it shows a form again with something to mend.
 */
export const Answer = createContext<{ nonce?: string; refused: boolean }>({ refused: false });
export const useNonce = (): string | undefined => useContext(Answer).nonce;
