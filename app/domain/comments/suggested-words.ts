import type { Question } from '#workflows/definition.ts';
import { isText } from '../answers/text-questions.ts';
import { readControls, type NewAnswer } from '../answers/read-controls.ts';

/** Words offered for an answer as the answer they would become; or why they cannot be one. */
export function asAnswerOf(question: Question, words: string): NewAnswer | string {
  if (!isText(question)) return 'Only a text can be given other words. Say in your comment what should change';
  const { answer, errors } = readControls(question, { '': [words] });
  return errors[0]?.message ?? answer;
}
