import type { QuestionView } from '#app/domain/answers/section-page.server.ts';

/** A question as it is drawn, and what somebody else made of its answer while this person was writing. */
export type DrawnView = QuestionView & { overtaken?: QuestionView['changed'] };

/**
 * What to draw when the answers have been read again under a person's hands. What others changed is drawn anew; where this
 * person is writing their words stay, and they are told. What is the same keeps its box. `known`: the revisions this page
 * has read or saved itself.
 */
export function latestViews(drawn: readonly DrawnView[], fresh: readonly QuestionView[], known: Readonly<Record<string, number>>, isWriting: (question: string) => boolean): DrawnView[] {
  const before = new Map(drawn.map((view) => [view.question.key, view]));
  const now = fresh.map((view): DrawnView => {
    const key = view.question.key;
    const old = before.get(key);
    if (!old) return view;
    const newer = view.revision > Math.max(known[key] ?? 0, old.revision);
    if (newer && !isWriting(key)) return view;
    return { ...view, typed: old.typed, revision: old.revision, carried: old.carried, ...(newer ? { overtaken: view.changed } : old.overtaken && { overtaken: old.overtaken }) };
  });
  const gone = drawn.filter((view) => isWriting(view.question.key) && !fresh.some((one) => one.question.key === view.question.key));
  return [...now, ...gone];
}
