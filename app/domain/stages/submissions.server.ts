import { createHash } from 'node:crypto';
import { fromJson } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import type { AnswerValue, Row as TableRow } from '#workflows/checks/check.ts';
import type { Computed } from '#workflows/computed/computation.ts';
import type { Pathway, StageKey } from '#workflows/definition.ts';
import { compute, evidenceOf, sectionsOf, stageOf, type Answer, type CaseForm } from '#workflows/form.ts';
import type { LoadedForm } from '../answers/case-form.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { dayOf } from '../clock.server.ts';

/** Everything a stage said when it was sent, by name and in order; its canonical JSON is what is hashed and signed. */
export interface SubmissionBody {
  slipway: 1;
  case: { id: string; reference: string; title: string };
  pathway: { key: string; version: number };
  shortForm: boolean;
  stage: StageKey;
  number: number;
  sentBy: { id: string; name: string };
  sentAt: string;
  answers: { question: string; state: Answer['state']; value: AnswerValue | null; knownBy: string | null; reason: string | null; revision: number }[];
  computed: ({ question: string } & Computed)[];
  benefits: ({ id: string } & TableRow)[];
  documents: { id: string; kind: string; title: string; fileName: string; version: number; bytes: number; sha256: string }[];
  changes: { question: string; asked: string; changed: string }[];
}

interface Sending {
  number: number;
  at: string;
  changes: SubmissionBody['changes'];
}

/** Freezes a stage as it stands: the questions and documents that apply to this case now. */
export function freeze(file: CaseFile, key: StageKey, form: LoadedForm, sending: Sending): SubmissionBody {
  const { stage } = stageOf(file.pathway, key);
  const questions = sectionsOf(stage, form).flatMap((section) => section.questions);
  const kinds = new Set(evidenceOf(stage, form).map((kind) => kind.key));
  return {
    slipway: 1,
    case: { id: file.case.id, reference: file.case.reference, title: file.case.title },
    pathway: { key: file.pathway.key, version: file.pathway.version },
    shortForm: form.short,
    stage: key,
    number: sending.number,
    sentBy: { id: file.actor.id, name: file.actor.name },
    sentAt: sending.at,
    answers: questions.flatMap((q) => {
      const row = form.answerRows.get(q.key);
      const answer = form.answers.get(q.key);
      if (!row || !answer) return [];
      return [{ question: q.key, state: answer.state, value: answer.value, knownBy: answer.knownBy ?? null, reason: answer.reason ?? null, revision: row.revision }];
    }),
    computed: questions.flatMap((q) => {
      const computed = compute(q, form);
      return computed ? [{ question: q.key, ...computed }] : [];
    }),
    benefits: form.benefitRows.map((b, i) => ({ id: b.id, ...(form.records.benefits as TableRow[])[i]! })),
    documents: form.documentRows
      .filter((d) => d.condition_id === null && (d.stage === key || kinds.has(d.kind)))
      .map((d) => ({ id: d.id, kind: d.kind, title: d.title, fileName: d.file_name, version: d.version, bytes: d.bytes, sha256: d.content })),
    changes: sending.changes,
  };
}

/** The bytes that are kept and their SHA-256 in hex. */
export function seal(body: SubmissionBody): { json: string; sha256: string } {
  const json = canonicalJson(body);
  return { json, sha256: sha256Of(json) };
}
export const sha256Of = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const bodyOf = (submission: Pick<Row<'submissions'>, 'body_json'>): SubmissionBody => fromJson<SubmissionBody>(submission.body_json);

/** A frozen stage as a form, so that review, difference and print pages draw it from the definition like any other. */
export function formOf(pathway: Pathway, body: SubmissionBody): CaseForm {
  const kinds = new Map<string, number>();
  for (const { kind } of body.documents) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    pathway,
    short: body.shortForm,
    answers: new Map(body.answers.map((a) => [a.question, a])),
    records: { benefits: body.benefits },
    documents: kinds,
    today: dayOf(body.sentAt),
  };
}
