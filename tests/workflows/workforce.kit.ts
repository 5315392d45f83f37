import { expect } from 'vitest';
import type { AnswerValue, CheckInput } from '#workflows/checks/check.ts';
import { findings } from '#workflows/checks/index.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type Question } from '#workflows/definition.ts';
import { workforce as written } from '#workflows/stages/workforce.ts';

export const workforce = stageSchema.parse(written);
export const labels: Pathway['labels'] = {
  team: 'team', parent: 'parent organisation', commissioner: 'commissioner', approver: 'board sponsor', approverBody: 'parent board',
  secondLine: 'NHS England regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
export const pathway = { key: 'public-service-mutual' as const, labels, smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } } };
export const today = '2026-11-23';
export type Answers = Record<string, AnswerValue>;
export const questions: Question[] = workforce.groups.flatMap((group) => group.sections.flatMap((section) => section.questions));
export const ask = (key: string) => questions.find((q) => q.key === key)!;
export const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
export const found = (key: string, value: AnswerValue, answers: Answers = {}, day = today) => {
  const question = ask(key);
  const input: CheckInput = { question, value, answer: reader({ ...answers, [key]: value }), pathway, today: day };
  return findings(question.rules ?? [], input).map((f) => `${f.severity}${f.row === undefined ? '' : ` ${f.row}`}: ${f.message}`);
};
/** What a computed question of the stage shows. */
export const shown = (key: string, answers: Answers, day = today) => {
  const { name, params } = ask(key).computed!;
  return computations[name]!({ answer: reader(answers), params, pathway, today: day });
};
export const like = (texts: string[]) => texts.map((text) => expect.stringContaining(text) as string);
export const T = '2027-04-01';
