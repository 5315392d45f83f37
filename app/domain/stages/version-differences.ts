import type { AnswerView, SectionView } from './answer-views.server.ts';

export type Difference = 'same' | 'changed' | 'added' | 'removed';
/** An answer beside what it was: `before` is its earlier plain text, '' when there was none. */
export interface ComparedAnswer extends AnswerView {
  difference: Difference;
  before: string;
}
export interface ComparedSection {
  key: string;
  title: string;
  answers: ComparedAnswer[];
}

const had = (view: AnswerView | undefined) => view !== undefined && view.missing === 'no';

/** The sections of `after`, each answer with how it differs from `before`; answers that are gone come at the end. */
export function compareSections(after: readonly SectionView[], before: readonly SectionView[]): ComparedSection[] {
  const earlier = new Map(before.flatMap((s) => s.answers.map((a) => [a.key, a] as const)));
  const later = new Set(after.flatMap((s) => s.answers.map((a) => a.key)));
  const gone = new Map(before.map((s) => [s.key, s.answers.filter((a) => !later.has(a.key) && had(a))]));
  const kept = after.map((section) => ({
    ...section,
    answers: [...section.answers.map((a) => compare(a, earlier.get(a.key))), ...(gone.get(section.key) ?? []).map(removed)],
  }));
  const known = new Set(after.map((s) => s.key));
  const lost = before.filter((s) => !known.has(s.key) && gone.get(s.key)?.length);
  return [...kept, ...lost.map((s) => ({ key: s.key, title: s.title, answers: gone.get(s.key)!.map(removed) }))];
}

function compare(now: AnswerView, then: AnswerView | undefined): ComparedAnswer {
  if (!had(then)) return { ...now, difference: had(now) ? 'added' : 'same', before: '' };
  if (!had(now)) return { ...now, difference: 'removed', before: then!.text };
  return { ...now, difference: now.text === then!.text ? 'same' : 'changed', before: then!.text };
}

const removed = (view: AnswerView): ComparedAnswer => ({ ...view, shown: { kind: 'text', text: 'No longer asked', long: false }, text: '', documents: [], difference: 'removed', before: view.text });

export interface DifferenceCounts {
  changed: number;
  added: number;
  removed: number;
  same: number;
}
/** How many answers differ, and how. */
export function countDifferences(sections: readonly ComparedSection[]): DifferenceCounts {
  const counts: DifferenceCounts = { changed: 0, added: 0, removed: 0, same: 0 };
  for (const { difference } of sections.flatMap((s) => s.answers)) counts[difference] += 1;
  return counts;
}
