import { useFetcher, useLocation } from '@remix-run/react';
import { useEffect, useState, type FormEvent } from 'react';
import type { SectionPage } from '#app/domain/answers/section-page.server.ts';
import { useAutosave } from './autosave.ts';
import { belongsTo } from './belongs-to.ts';
import { useCaseNews } from './case-news.ts';
import { latestViews, type DrawnView } from './latest-views.ts';
import { usePresence } from './presence.ts';

interface Drawn<Page> {
  /** The page as it was last loaded whole. */
  loaded: Page;
  /** As it is now. */
  page: Page;
  views: DrawnView[];
}
const drawnOf = <Page extends SectionPage>(loaded: Page): Drawn<Page> => ({ loaded, page: loaded, views: loaded.questions });

/**
 * A section that several people may have open: saves while one writes, shows who else writes where, and takes in what
 * others change without touching what is being written. Without script the page is what it was when it was loaded, and
 * two versions of an answer are kept and offered when it is sent.
 */
export function useLiveSection<Page extends SectionPage>(loaded: Page, saved: Record<string, number> = {}) {
  const [drawn, setDrawn] = useState(() => drawnOf(loaded));
  if (drawn.loaded !== loaded) setDrawn(drawnOf(loaded));
  const [said, say] = useState('');
  const { pathname } = useLocation();
  const fresh = useFetcher<Page>();
  const autosave = useAutosave(drawn.page.editable);
  const onType = usePresence(loaded.case.id);
  const revisions = { ...saved, ...autosave.revisions };
  const editing = useCaseNews(loaded.case.id, loaded.news, ({ title, at, stage }) => {
    if (stage !== null && stage !== loaded.stage.key) return;
    say(`${title}, ${at}`);
    fresh.load(pathname);
  });
  useEffect(() => {
    if (autosave.saved && loaded.opens.some((key) => key in autosave.saved!.revisions)) fresh.load(pathname); // other questions may be asked now
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each save
  }, [autosave.saved]);
  useEffect(() => {
    const page = fresh.data as Page | undefined;
    if (page) setDrawn((now) => ({ ...now, page, views: latestViews(now.views, page.questions, revisions, isWriting) }));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what was read is taken in once, with what is known then
  }, [fresh.data]);

  const isWriting = (question: string) => autosave.isUnsaved(question) || belongsTo(nameInFocus(), question);
  const onInput = (event: FormEvent) => {
    autosave.onInput(event);
    const { name } = event.target as HTMLInputElement;
    const at = drawn.views.find(({ question }) => belongsTo(name, question.key));
    if (at) onType(at.question.key);
  };
  return { page: drawn.page, views: drawn.views, autosave, revisions, editing, said, onInput };
}

const nameInFocus = () => (document.activeElement as HTMLInputElement | null)?.name ?? '';
