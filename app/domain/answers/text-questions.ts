import type { Question } from '#workflows/definition.ts';

/** Whether an answer is words: two wordings can be made one, and other words offered for it. */
export const isText = (question: Pick<Question, 'type'>): boolean => question.type === 'text' || question.type === 'longText';
