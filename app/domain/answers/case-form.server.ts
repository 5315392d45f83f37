import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { documentsOf } from '#db/tables/documents.server.ts';
import type { AnswerValue, Row as TableRow } from '#workflows/checks/check.ts';
import type { Answer, CaseForm } from '#workflows/form.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';

/** A case's form with the rows it was made of, for those who show authorship. */
export interface LoadedForm extends CaseForm {
  answerRows: Map<string, Row<'answers'>>;
  documentRows: Row<'documents'>[];
  benefitRows: Row<'benefits'>[];
  conditionRows: Row<'conditions'>[];
}

/** Everything the law asks of a case's answers, in four reads. */
export async function caseForm(reader: Reader, file: CaseFile): Promise<LoadedForm> {
  const [answers, documents, benefits, conditions] = await Promise.all([
    answersOf(reader, file.case.id),
    documentsOf(reader, file.case.id),
    benefitsOf(reader, file.case.id),
    conditionsOf(reader, file.case.id),
  ]);
  const inForce = documents.filter((d) => d.replaced_at === null && d.withdrawn_at === null);
  const promised = benefits.filter((b) => b.withdrawn_at === null);
  return {
    pathway: file.pathway,
    short: file.case.short_form_at !== null,
    ...byQuestion(answers),
    records: { benefits: promised.map(asPromise), conditions: conditions.map(asCondition) },
    documents: countByKind(inForce),
    documentRows: inForce,
    benefitRows: promised,
    conditionRows: conditions,
    today: today(),
  };
}

/** The form with these answers in place of what it had. */
export const withAnswers = (form: LoadedForm, rows: readonly Row<'answers'>[]): LoadedForm => {
  const { answers, answerRows } = byQuestion(rows);
  return { ...form, answers: new Map([...form.answers, ...answers]), answerRows: new Map([...form.answerRows, ...answerRows]) };
};

const byQuestion = (rows: readonly Row<'answers'>[]): Pick<LoadedForm, 'answers' | 'answerRows'> => ({
  answers: new Map(rows.map((row) => [row.question, asAnswer(row)])),
  answerRows: new Map(rows.map((row) => [row.question, row])),
});

export const asAnswer = (row: Pick<Row<'answers'>, 'state' | 'value_json' | 'known_by_on' | 'reason'>): Answer => ({
  state: row.state,
  value: row.value_json === null ? null : fromJson<AnswerValue>(row.value_json),
  knownBy: row.known_by_on,
  reason: row.reason,
});

/** A benefit as the checks and computations of definitions read it: one row of the pseudo answer `benefits`. */
export const asPromise = (b: Row<'benefits'>): TableRow => ({
  title: b.title,
  beneficiary: b.beneficiary,
  category: b.category,
  measure: b.measure,
  unit: b.unit,
  direction: b.direction,
  baseline: b.baseline,
  baselineSource: b.baseline_source,
  baselineOn: b.baseline_on,
  target: b.target,
  targetOn: b.target_on,
  treatment: b.treatment,
  reason: b.treatment_reason,
  clause: b.clause,
  frequency: b.frequency,
  consequence: b.consequence,
  valuePerYear: b.value_per_year_pence,
});

/** A condition as definitions read it: one row of the pseudo answer `conditions`. */
const asCondition = (c: Row<'conditions'>): TableRow => ({ text: c.text, owner: c.owner_id, dueOn: c.due_on, blocks: c.blocks, state: c.state });

function countByKind(documents: readonly Row<'documents'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of documents) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
