import { Link } from '@remix-run/react';
import type { LessonShown } from '#app/domain/lessons/lesson-shown.ts';
import { Prose } from '#app/ui/prose.tsx';

/** What happened, and what the team would do differently. */
export const LessonWords = ({ happened, differently, level }: { happened: string; differently: string; level: 2 | 3 | 4 }) => {
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading>What happened</Heading>
      <Prose text={happened} />
      <Heading>What we would do differently</Heading>
      <Prose text={differently} />
    </>
  );
};

/** Which team tells it, when, and where the public reads what came of its promises. */
export const LessonSource = ({ lesson }: { lesson: LessonShown }) => (
  <p className="quiet small">
    {`${lesson.team}, ${lesson.given}. ${lesson.kind ? `${lesson.kind}. ` : ''}`}
    {lesson.isPublic ? null : `${lesson.readers}. `}
    {lesson.statement ? <Link to={`/statements/${lesson.statement}`}>{`Public statement of ${lesson.team}`}</Link> : null}
  </p>
);
