import type { AnswerValue, CheckInput, Row } from '#workflows/checks/check.ts';
import { findings } from '#workflows/checks/index.ts';
import { computations } from '#workflows/computed/index.ts';
import { stageSchema, type Pathway, type Question } from '#workflows/definition.ts';
import { businessCase as written } from '#workflows/stages/business-case.ts';

export const stage = stageSchema.parse(written);
export const sections = stage.groups.flatMap((group) => group.sections);
export const questions: Question[] = sections.flatMap((section) => section.questions);

const labels: Pathway['labels'] = {
  team: 'team', parent: 'parent organisation', commissioner: 'commissioner', approver: 'board sponsor', approverBody: 'parent board',
  secondLine: 'NHS England regional team', enterprise: 'mutual', contractRegime: 'Provider Selection Regime', support: 'support unit',
};
type Rules = CheckInput['pathway'];
export const pathway: Rules = {
  key: 'public-service-mutual', labels, smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: { title: 'Slipway default' } },
};
export const today = '2026-11-23';

export type Answers = Record<string, AnswerValue>;
export const reader = (answers: Answers) => (key: string) => (Object.hasOwn(answers, key) ? answers[key] : undefined);
export const ask = (key: string): Question => questions.find((q) => q.key === key)!;

/** What the rules of a question, as written in the stage, find in an answer: "severity: message". */
export const found = (key: string, value: AnswerValue, answers: Answers = {}, rules: Rules = pathway): string[] => {
  const input: CheckInput = { question: ask(key), value, answer: reader({ ...answers, [key]: value }), pathway: rules, today };
  return findings(ask(key).rules ?? [], input).map((f) => `${f.severity}: ${f.message}`);
};
/** A computed question as written in the stage. */
export const work = (key: string, answers: Answers) => {
  const { name, params } = ask(key).computed!;
  return computations[name]!({ answer: reader(answers), params, pathway, today });
};

/** Pounds as pence. */
export const pounds = (amount: number): number => Math.round(amount * 100);
/** A line with the same pounds in every year. */
export const line = (row: string, yearly: number, years = 5): Row =>
  Object.fromEntries([['row', row], ...Array.from({ length: years }, (_, i) => [`y${i + 1}`, pounds(yearly)])]);
export const months = (from: number, to: number, receipts: number, payments: number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ row: `m${from + i}`, receipts: pounds(receipts), payments: pounds(payments) }));

/** Harbour Lane Therapies: income £3,200,000, running costs £3,180,700, surplus £19,300 in each year. */
export const harbourLane: Answers = {
  'eoi.headcount': 42,
  'eoi.budget': pounds(3_200_000),
  'bc.contract_years': 5,
  'bc.contract_value': pounds(2_560_000),
  'bc.payers': [
    { payer: 'Northbridge ICB', kind: 'nhs', amount: pounds(2_560_000) },
    { payer: 'Harbour Council', kind: 'council', amount: pounds(640_000) },
  ],
  'fin.income': [line('inc-01', 2_560_000), line('inc-04', 640_000)],
  'fin.pay': [line('pay-01', 1_800_000), line('pay-02', 200_000), line('pay-03', 150_000), line('pay-06', 200_000)],
  'fin.pension_rate': 23.78,
  'fin.pensionable_pay': pounds(1_500_000),
  'fin.pension_cost': [line('pay-07', 356_700), line('pay-08', 0)],
  'fin.nonpay': [
    line('non-01', 100_000), line('non-02', 150_000), line('non-it', 60_000), line('non-03', 80_000),
    line('non-05', 10_000), line('non-07', 20_000), line('non-08', 32_000),
  ],
  'fin.insurance': [
    { row: 'clinical', yearly: pounds(6_000) }, { row: 'employer', cover: pounds(10_000_000), yearly: pounds(3_000) }, { row: 'public', yearly: pounds(1_000) },
  ],
  'fin.vat_irrecoverable': ['y1', 'y2', 'y3', 'y4', 'y5'].map((row) => ({ row, vatable: pounds(60_000), share: 100, vat: pounds(12_000) })),
  'fin.opening_balance': [
    { row: 'cash', amount: pounds(300_000) }, { row: 'debtors', amount: pounds(50_000) }, { row: 'stock', amount: 0 },
    { row: 'creditors', amount: pounds(60_000) }, { row: 'accruals', amount: pounds(40_000) }, { row: 'loans', amount: 0 },
  ],
  'fin.start_month': '2027-04',
  'fin.cashflow': [...months(1, 1, 216_000, 265_000), ...months(2, 12, 267_000, 265_000)],
  'fin.cashflow_y2': months(13, 24, 267_000, 265_000),
};

/** The same answers with some changed. */
export const withAnswers = (changed: Answers): Answers => ({ ...harbourLane, ...changed });
export const without = (...keys: string[]): Answers => Object.fromEntries(Object.entries(harbourLane).filter(([key]) => !keys.includes(key)));
