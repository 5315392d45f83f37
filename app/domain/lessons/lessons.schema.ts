import { z } from 'zod';
import { STAGES } from '#workflows/definition.ts';
import { LESSON_READERS, LESSON_WORDS, TITLE_LENGTH } from '#workflows/lessons.ts';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';
import { wordCount } from '#workflows/scalars.ts';

const words = (what: string, empty: string) =>
  z.string().trim().max(4000, `${what} must be 4,000 characters or fewer`).min(1, empty).refine((text) => wordCount(text) <= LESSON_WORDS, `${what} must be ${LESSON_WORDS} words or fewer`);

const fields = {
  title: z.string().trim().min(1, 'Enter the lesson in one line').max(TITLE_LENGTH, `The lesson in one line must be ${TITLE_LENGTH} characters or fewer`),
  happened: words('What happened', 'Enter what happened'),
  differently: words('What you would do differently', 'Enter what you would do differently'),
  stage: z.enum(STAGES, { error: 'Select the stage it is about' }),
  topic: z.enum(MENTOR_TOPICS.map(({ key }) => key), { error: 'Select what it is about' }),
  readers: z.enum(LESSON_READERS.map(({ key }) => key), { error: 'Select who may read it' }),
};

/** A new lesson, with the key of its form. */
export const lessonForm = z.strictObject({ key: z.string().min(1).max(64), ...fields });
/** Other words for one that stands, by the revision they were typed over. */
export const changedLessonForm = z.strictObject({ revision: z.string().regex(/^\d{1,9}$/).transform(Number), ...fields });
export const lessonWithdrawalForm = z.strictObject({ reason: z.string().trim().min(1, 'Enter the reason you withdraw it').max(1000, 'The reason must be 1,000 characters or fewer') });

export type NewLesson = z.output<typeof lessonForm>;
export type ChangedLesson = z.output<typeof changedLessonForm>;
