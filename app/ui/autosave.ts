import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { belongsTo } from './belongs-to.ts';

const PAUSE_MS = 2000;

/** What the server answers to a save made while typing. */
export interface Autosaved {
  at: string;
  revisions: Record<string, number>;
  collided: string[];
}

/** Saves a form two seconds after typing stops. `revisions`: of every answer saved so since the page was opened. Without script nothing happens, and the Save buttons do the work. */
export function useAutosave(enabled: boolean) {
  const fetcher = useFetcher<Autosaved | null>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const typed = useRef({ since: new Set<string>(), sent: new Set<string>() });
  const [revisions, setRevisions] = useState<Record<string, number>>({});
  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (!form.current || !enabled) return;
    const data = new FormData(form.current);
    data.set('intent', 'autosave');
    data.delete('complete');
    typed.current = { since: new Set(), sent: new Set([...typed.current.sent, ...typed.current.since]) };
    fetcher.submit(data, { method: 'post' });
  }, [enabled, fetcher]);
  const onInput = useCallback((event: FormEvent) => {
    typed.current.since.add((event.target as HTMLInputElement).name);
    clearTimeout(timer.current);
    timer.current = setTimeout(save, PAUSE_MS);
  }, [save]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { data } = fetcher;
  useEffect(() => {
    if (!data) return;
    typed.current.sent.clear();
    setRevisions((known) => ({ ...known, ...data.revisions }));
  }, [data]);
  /** Whether something in the controls of this question is typed and not saved yet. */
  const isUnsaved = (question: string) => [...typed.current.since, ...typed.current.sent].some((name) => belongsTo(name, question));
  const failed = fetcher.state === 'idle' && fetcher.data === null;
  const state = fetcher.state !== 'idle' ? 'saving' : failed ? 'failed' : fetcher.data ? 'saved' : 'idle';
  return { form, onInput, isUnsaved, state, saved: fetcher.data ?? undefined, revisions } as const;
}
