import { useEffect, useRef, useState } from 'react';
import type { News } from '#app/domain/live/case-news.server.ts';
import type { Editing } from '#app/domain/live/presence.server.ts';

/**
 * Listens to what others do in the case while the page is looked at: a page in the background gives its connection
 * back, since a browser has six for each site, and asks later from where it left off. Answers with who is writing where.
 */
export function useCaseNews(caseId: string, after: number, onNews: (news: Omit<News, 'number'>) => void): Editing[] {
  const [editing, setEditing] = useState<Editing[]>([]);
  const [heard, tell] = [useRef(after), useRef(onNews)];
  useEffect(() => {
    tell.current = onNews;
  });
  useEffect(() => {
    let source: EventSource | undefined;
    const listen = () => {
      source?.close();
      source = document.hidden ? undefined : new EventSource(`/cases/${caseId}/stream?after=${heard.current}`);
      source?.addEventListener('news', ({ data, lastEventId }) => {
        heard.current = Number(lastEventId);
        tell.current(JSON.parse(data as string) as News);
      });
      source?.addEventListener('editing', ({ data }) => setEditing(JSON.parse(data as string) as Editing[]));
      source?.addEventListener('over', () => source?.close());
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      source?.close();
      document.removeEventListener('visibilitychange', listen);
    };
  }, [caseId, heard, tell]);
  return editing;
}
