import { describe, expect, it } from 'vitest';
import { businessCaseChecks } from '#workflows/checks/business-case.ts';
import { businessCaseComputations } from '#workflows/computed/business-case.ts';
import { checks } from '#workflows/checks/index.ts';
import { computations } from '#workflows/computed/index.ts';
import { LABELS, stageSchema } from '#workflows/definition.ts';
import { labelsIn } from '#workflows/labels.ts';
import { businessCase } from '#workflows/stages/business-case.ts';
import { pathway, questions, sections, stage, today } from './business-case-answers.ts';

const short = (full?: true) => !full;
const asked = questions.filter((q) => q.type !== 'computed');
const keysOf = (section: (typeof sections)[number]) => section.questions.filter((q) => short(section.fullFormOnly) && short(q.fullFormOnly));
const inShort = sections.flatMap(keysOf);
const textsIn = (thing: unknown): string[] =>
  typeof thing === 'string' ? [thing] : typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(textsIn) : [];

describe('the business case as data', () => {
  it('follows the schema and names everything once', () => {
    expect(stageSchema.safeParse(businessCase).success).toBe(true);
    expect(new Set(questions.map((q) => q.key)).size).toBe(questions.length);
    expect(new Set(sections.map((s) => s.key)).size).toBe(sections.length);
  });

  it('cites only checks and computations that exist, with parameters they take', () => {
    for (const question of questions) {
      for (const rule of question.rules ?? []) expect(checks[rule.check]?.params.safeParse(rule.params).success, `${question.key} ${rule.check}`).toBe(true);
      if (question.computed) expect(computations[question.computed.name], question.key).toBeTypeOf('function');
    }
  });

  it('uses every check and computation it brings', () => {
    const cited = new Set(questions.flatMap((q) => [...(q.rules ?? []).map((r) => r.check), q.computed?.name]));
    for (const name of [...Object.keys(businessCaseChecks), ...Object.keys(businessCaseComputations)]) expect(cited.has(name), name).toBe(true);
  });

  it.each([
    'bc.vision', 'bc.needs_analysis', 'bc.market', 'bc.commissioner_dependency', 'bc.diversification', 'bc.options', 'bc.services', 'bc.clin_gov',
    'bc.safeguarding', 'bc.incidents_12m', 'bc.cqc_registration_plan', 'bc.care_pathway_interfaces', 'fin.income', 'fin.pay', 'fin.nonpay',
    'fin.estates', 'fin.it', 'fin.overheads', 'fin.vat_irrecoverable', 'fin.pension_rate', 'fin.pension_cost', 'fin.insurance', 'fin.setup_costs',
    'fin.efficiency', 'fin.cashflow', 'fin.working_capital', 'fin.bond', 'fin.sensitivity', 'fin.surplus_policy', 'fin.liabilities', 'bc.eia',
    'bc.social_value', 'bc.risks', 'bc.benefits', ...Array.from({ length: 15 }, (_, i) => `fin.k${i + 1}`),
  ])('asks %s', (key) => {
    expect(questions.some((q) => q.key === key)).toBe(true);
  });

  it('has all 14 scenarios and 24 months', () => {
    const rows = (key: string) => questions.find((q) => q.key === key)?.fixedRows?.map((row) => row.key);
    expect(rows('fin.scenarios')).toEqual(Array.from({ length: 14 }, (_, i) => `s${i + 1}`));
    expect([...rows('fin.cashflow')!, ...rows('fin.cashflow_y2')!]).toEqual(Array.from({ length: 24 }, (_, i) => `m${i + 1}`));
  });

  it('gives a small team at most 40% of the questions, and the essentials among them', () => {
    expect(inShort.filter((q) => q.type !== 'computed').length / asked.length).toBeLessThanOrEqual(0.4);
    expect(inShort.length / questions.length).toBeLessThanOrEqual(0.4);
    const keys = inShort.map((q) => q.key);
    expect(keys).toEqual(expect.arrayContaining([
      'bc.summary', 'bc.services', 'bc.options', 'fin.income', 'fin.pay', 'fin.nonpay', 'fin.cash_lowest', 'fin.vat_irrecoverable', 'fin.pension_cost',
      'fin.insurance', 'bc.risks', 'fin.surplus_policy', 'bc.benefits', 'bc.commissioner_dependency',
    ]));
  });

  it('never shows a question of the short form because of one outside it', () => {
    const keys = new Set(inShort.map((q) => q.key));
    for (const question of inShort) if (question.when) expect(keys.has(question.when.question), question.key).toBe(true);
  });

  it('keeps sections small, except lists of figures we work out', () => {
    for (const section of sections) {
      const most = section.questions.every((q) => q.type === 'computed') ? 6 : 4;
      expect(section.questions.length, section.key).toBeLessThanOrEqual(most);
      expect(section.title.split(' ').length, section.title).toBeLessThanOrEqual(5);
    }
  });

  it('collects every file into an evidence kind and points criteria to its own sections', () => {
    const kinds = new Set(stage.evidence.map((kind) => kind.key));
    for (const q of questions) if (q.evidence) expect(kinds.has(q.evidence), q.key).toBe(true);
    const here = new Set(sections.map((s) => s.key));
    for (const criterion of stage.criteria) for (const key of criterion.evidenceIn ?? []) expect(here.has(key), `${criterion.key} ${key}`).toBe(true);
    expect(stage.criteria.filter((c) => c.blocking).map((c) => c.key)).toEqual(['quality', 'sustainability', 'lawful-route', 'benefits']);
    expect(stage.criteria.length).toBeLessThanOrEqual(9);
  });

  it('speaks plainly', () => {
    for (const text of textsIn(businessCase)) {
      expect(text).not.toMatch(/\bplease\b|\bsorry\b|\binvalid\b|\bvalid\b|\brequired\b|\be\.g\.|\bi\.e\.|!|[‘’“”]|\bprofit\b/i);
      for (const name of labelsIn(text)) expect(LABELS).toContain(name);
    }
    for (const q of questions) {
      if (q.hint) expect(q.hint, q.key).not.toMatch(/\.$/);
      if (q.example) expect(q.example.split(/\s+/).length, q.key).toBeLessThanOrEqual(80);
    }
  });
});

describe('checks and computations of the business case', () => {
  const odd = [undefined, '', 'x', 0, -1, 1e15, [], ['a'], {}, [{}], [{ row: 'y1', vat: 'x', y1: null }], [{ choice: 1, likelihood: 'high', amount: null }]] as never[];

  it.each(questions.filter((q) => q.rules?.length).map((q) => [q.key, q] as const))('never throw on odd answers to %s', (_, question) => {
    for (const value of odd.slice(1)) {
      for (const rule of question.rules!) {
        const named = checks[rule.check]!;
        for (const other of odd) {
          const run = () => named.run({ question, value, answer: () => other, pathway, today }, named.params.parse(rule.params));
          expect(run).not.toThrow();
        }
      }
    }
  });

  it.each(questions.filter((q) => q.computed).map((q) => [q.key, q.computed!] as const))('work out %s from anything, or say why not', (_, { name, params }) => {
    for (const other of odd) {
      const result = computations[name]!({ answer: () => other, params, pathway, today });
      expect(result.working).not.toBe('');
      expect(String(result.value) + result.working).not.toMatch(/NaN|undefined|Infinity|\[object/);
    }
  });
});
