import type { ReactNode } from 'react';
import type { ComparedAnswer as Compared } from '#app/domain/stages/version-differences.ts';
import { Details } from '#app/ui/details.tsx';
import { Diff } from '#app/ui/diff.tsx';
import { ShownAnswer } from '#app/ui/shown-answer.tsx';
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx';
import classes from './reviews.module.css';

const WORDS: Record<Exclude<Compared['difference'], 'same'>, { words: string; tone: Tone }> = {
  changed: { words: 'Changed', tone: 'amber' },
  added: { words: 'Added', tone: 'blue' },
  removed: { words: 'Removed', tone: 'grey' },
};

interface Props {
  answer: Compared;
  caseId: string;
  /** Shows what differs from the earlier version; otherwise the answer as it reads. */
  comparing: boolean;
  /** Above the answer: what was asked and what was changed. */
  change?: ReactNode;
  /** Below it: comments. */
  children?: ReactNode;
}

/** One answer of a version, alone or beside what it was before. */
export function ComparedAnswer({ answer, caseId, comparing, change, children }: Props) {
  const differs = comparing && answer.difference !== 'same' ? WORDS[answer.difference] : null;
  return (
    <article className={classes.answer} id={answer.key} data-differs={differs ? true : undefined}>
      <div className={classes.question}>
        <h3>{answer.title}</h3>
        {differs ? <StatusTag tone={differs.tone}>{differs.words}</StatusTag> : null}
      </div>
      {change}
      {differs && answer.difference === 'changed' ? (
        <>
          <Diff before={answer.before} after={answer.text} />
          <Details summary="Show new version only"><ShownAnswer answer={answer} caseId={caseId} /></Details>
        </>
      ) : differs && answer.difference === 'removed' ? <Diff before={answer.before} after="" /> : <ShownAnswer answer={answer} caseId={caseId} />}
      {children}
    </article>
  );
}
