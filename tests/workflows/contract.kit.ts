import type { AnswerValue, CheckInput } from '#workflows/checks/check.ts';
import { findings } from '#workflows/checks/index.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type PathwayKey, type Question } from '#workflows/definition.ts';
import { contract as written } from '#workflows/stages/contract.ts';

export const contract = stageSchema.parse(written);
export const questions: Question[] = contract.groups.flatMap((group) => group.sections.flatMap((section) => section.questions));
export const labels: Pathway['labels'] = {
  team: 'team', parent: 'parent organisation', commissioner: 'commissioner', approver: 'board sponsor', approverBody: 'parent board',
  secondLine: 'regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
export const pathwayOf = (key: PathwayKey) => ({ key, labels, smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } } });
export const today = '2026-11-23';
export type Answers = Record<string, AnswerValue>;
export const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
export const found = (key: string, value: AnswerValue, answers: Answers = {}, pathway: PathwayKey = 'public-service-mutual') => {
  const question = questions.find((q) => q.key === key)!;
  const input: CheckInput = { question, value, answer: reader({ [key]: value, ...answers }), pathway: pathwayOf(pathway), today };
  return findings(question.rules ?? [], input).map((f) => `${f.severity}: ${f.message}`);
};
export const work = (name: string, answers: Answers, params: Record<string, unknown> = {}) =>
  computations[name]!({ answer: reader(answers), params, pathway: pathwayOf('public-service-mutual'), today });

export const contracted = (title: string, category: string, extra: object = {}) => ({ title, category, treatment: 'contracted', clause: '4C.1', ...extra });
export const balanced = [contracted('Shorter waits', 'access'), contracted('Time saved', 'productivity')];
export const intention = (published: string) => ({ type: 'intention-to-award', ref: 'N1', published });
export const msp = { 'con.route': 'most-suitable-provider' };
