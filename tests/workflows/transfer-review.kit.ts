import type { AnswerValue, CheckInput } from '#workflows/checks/check.ts';
import { findings } from '#workflows/checks/index.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type Question, type Stage } from '#workflows/definition.ts';
import { review as writtenReview } from '#workflows/stages/review.ts';
import { transfer as writtenTransfer } from '#workflows/stages/transfer.ts';
import { TASK_TABLES } from '#workflows/stages/transfer/mobilisation.ts';

export const transfer = stageSchema.parse(writtenTransfer);
export const review = stageSchema.parse(writtenReview);
export const labels: Pathway['labels'] = {
  team: 'team', parent: 'trust', commissioner: 'integrated care board', approver: 'board sponsor', approverBody: 'trust board',
  secondLine: 'regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
export const pathway = {
  key: 'public-service-mutual' as const,
  labels,
  smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } },
};
export const today = '2026-11-23';
export type Answers = Record<string, AnswerValue>;
export const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
export const sectionsOf = (stage: Stage) => stage.groups.flatMap((group) => group.sections);
export const questionsOf = (stage: Stage): Question[] => sectionsOf(stage).flatMap((section) => section.questions);
export const everyQuestion = [...questionsOf(transfer), ...questionsOf(review)];
export const ask = (key: string) => everyQuestion.find((q) => q.key === key)!;

/** What the rules of a question, as written in the stage, find in an answer: "severity: message". */
export const found = (key: string, value: AnswerValue, answers: Answers = {}) => {
  const input: CheckInput = { question: ask(key), value, answer: reader({ [key]: value, ...answers }), pathway, today };
  return findings(ask(key).rules ?? [], input).map((f) => `${f.severity}: ${f.message}`);
};
/** A computed question, worked out as the stage cites it. */
export const work = (key: string, answers: Answers, on = today) => {
  const { name, params } = ask(key).computed!;
  return computations[name]!({ answer: reader(answers), params, pathway, today: on });
};

/** All 11 tables with every task in one state, except those named. */
export const tasksAs = (status: string, except: Record<string, string> = {}): Answers =>
  Object.fromEntries(
    TASK_TABLES.map((table) => [
      table,
      ask(table).fixedRows!.map(({ key }) => ({ row: key, status: except[key] ?? status, owner: 'Maya Shah', 'done-on': '2026-11-02', evidence: 'X1' })),
    ]),
  );
export const fixed = (key: string, cells: Record<string, string | number>, except: Record<string, Record<string, string | number>> = {}) =>
  ask(key).fixedRows!.map((row) => ({ row: row.key, ...cells, ...except[row.key] }));
