import { useCallback, useEffect, useRef } from 'react';

/** While somebody types, others are told of it this often at most, in ms. */
const AGAIN = 20_000;

/** Tells the case at which question this person types, and when they leave it. Answers with what to call at every key. */
export function usePresence(caseId: string) {
  const told = useRef({ question: '', at: 0 });
  const tell = useCallback((question: string) => {
    told.current = { question, at: Date.now() };
    navigator.sendBeacon(`/cases/${caseId}/presence`, new URLSearchParams({ question }));
  }, [caseId]);
  useEffect(() => {
    const leave = () => void (told.current.question && tell(''));
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [tell]);
  return (question: string) => {
    if (told.current.question !== question || Date.now() - told.current.at > AGAIN) tell(question);
  };
}
