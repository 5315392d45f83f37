import type { AnswerValue } from '#workflows/checks/check.ts';
import type { Computed } from '#workflows/computed/computation.ts';
import type { Question, Role, Section, Stage } from '#workflows/definition.ts';
import { dayInWords } from '#workflows/dates.ts';
import { compute, inWords, sectionsOf, type Answer, type CaseForm } from '#workflows/form.ts';
import { asPlainText, showAnswer, showComputed, type Shown } from '#workflows/show.ts';
import { formOf, type SubmissionBody } from './submissions.server.ts';

/** One answer as check, review, version and print pages show it. */
export interface AnswerView {
  key: string;
  title: string;
  shown: Shown;
  /** The same in plain text, for differences. */
  text: string;
  /** How a computed value was worked out. */
  working: string;
  /** Nothing was given: '' or, when it may be left out, optional. */
  missing: 'no' | 'needed' | 'optional';
  documents: { id: string; title: string; fileName: string }[];
}
export interface SectionView {
  key: string;
  title: string;
  answers: AnswerView[];
}
export interface ShownDocument {
  id: string;
  kind: string;
  title: string;
  fileName: string;
}

/** What a stage is drawn from: its form, the values worked out from it, and its documents. */
export interface Drawn {
  form: CaseForm;
  computed: (question: Question) => Computed | undefined;
  documents: readonly ShownDocument[];
}

/** A frozen version: its computed values are those it was sent with, not those of today's rules. */
export function drawnFrom(pathway: CaseForm['pathway'], body: SubmissionBody): Drawn {
  const computed = new Map(body.computed.map((c) => [c.question, c]));
  return { form: formOf(pathway, body), computed: (q) => computed.get(q.key), documents: body.documents };
}

/** The working draft: everything as it stands now. */
export const drawnNow = (form: CaseForm, documents: readonly ShownDocument[]): Drawn => ({ form, computed: (q) => compute(q, form), documents });

/** The sections of a stage that apply to the case, with their answers in order. `roles`: those of the reader. */
export function sectionViews(stage: Stage, drawn: Drawn, roles: readonly Role[]): SectionView[] {
  return sectionsOf(stage, drawn.form).map((section) => sectionView(section, drawn, roles));
}

function sectionView(section: Section, drawn: Drawn, roles: readonly Role[]): SectionView {
  return {
    key: section.key,
    title: inWords(section.title, drawn.form.pathway),
    answers: section.questions.map((q) => answerView(q, drawn, roles)),
  };
}

function answerView(question: Question, drawn: Drawn, roles: readonly Role[]): AnswerView {
  const title = inWords(question.title, drawn.form.pathway);
  const words = (text: string): AnswerView => ({ key: question.key, title, shown: { kind: 'text', text, long: false }, text, working: '', missing: 'no', documents: [] });
  if (question.seenBy && !question.seenBy.some((role) => roles.includes(role))) return words('Shown only to the people who need it');
  if (question.type === 'file') return fileView(question, drawn, words);
  const computed = drawn.computed(question);
  if (computed) return { ...words(showComputed(computed) || 'Not worked out yet'), working: computed.working };
  return given(question, drawn.form.answers.get(question.key), words);
}

function fileView(question: Question, drawn: Drawn, words: (text: string) => AnswerView): AnswerView {
  const documents = drawn.documents.filter((d) => d.kind === question.evidence).map(({ id, title, fileName }) => ({ id, title, fileName }));
  const text = documents.map((d) => d.title).join('\n');
  return { ...words(text || 'No file'), documents, missing: documents.length ? 'no' : question.optional ? 'optional' : 'needed' };
}

function given(question: Question, answer: Answer | undefined, words: (text: string) => AnswerView): AnswerView {
  if (answer?.state === 'unknown') return words(`We do not know yet. We will know by ${answer.knownBy ? dayInWords(answer.knownBy) : 'a date still to be given'}`);
  if (answer?.state === 'notApplicable') return words(`This does not apply to us: ${answer.reason ?? ''}`);
  if (answer?.state === 'unreadable') return { ...words('This answer cannot be read yet'), missing: 'needed' };
  if (!answer || answer.value === null) return { ...words('Not provided'), missing: question.optional || question.type === 'computed' ? 'optional' : 'needed' };
  const shown = showAnswer(question, answer.value as AnswerValue);
  return { ...words(''), shown, text: asPlainText(shown) };
}
