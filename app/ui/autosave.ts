import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

const PAUSE_MS = 2000;

/** What the server answers to a save made while typing. */
export interface Autosaved {
  at: string;
  revisions: Record<string, number>;
  collided: string[];
}

/** Saves a form two seconds after typing stops and when a control is left. Without script nothing happens, and the Save buttons do the work. */
export function useAutosave(enabled: boolean) {
  const fetcher = useFetcher<Autosaved | null>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (!form.current || !enabled) return;
    const data = new FormData(form.current);
    data.set('intent', 'autosave');
    data.delete('complete');
    fetcher.submit(data, { method: 'post' });
  }, [enabled, fetcher]);
  const onInput = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(save, PAUSE_MS);
  }, [save]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const failed = fetcher.state === 'idle' && fetcher.data === null;
  const state = fetcher.state !== 'idle' ? 'saving' : failed ? 'failed' : fetcher.data ? 'saved' : 'idle';
  return { form, onInput, state, saved: fetcher.data ?? undefined } as const;
}
