import type { Question, Section, Stage } from './definition.ts';
import { evidenceOf, findingsOf, inWords, sectionsOf, type CaseForm } from './form.ts';

export type SectionStatus = 'notStarted' | 'inProgress' | 'completed' | 'changesRequested' | 'problem' | 'cannotStart';

/** What a section's status is worked out from, beside the answers. */
export interface Marks {
  /** Keys of sections the team has declared complete. */
  completed: ReadonlySet<string>;
  /** Keys of questions with an open must-change comment. */
  mustChange: ReadonlySet<string>;
}

export interface SectionState {
  status: SectionStatus;
  /** "Cannot start yet: needs the staff list"; '' otherwise. */
  because: string;
}

/** Status is never stored: it follows from the answers, the checks, the comments and the team's own declaration. */
export function sectionState(section: Section, stage: Stage, form: CaseForm, marks: Marks): SectionState {
  const waiting = sectionsOf(stage, form).filter((s) => section.after?.includes(s.key) && !marks.completed.has(s.key));
  if (waiting.length) return { status: 'cannotStart', because: `needs ${waiting.map((s) => s.title.toLowerCase()).join(' and ')}` };
  if (section.questions.some((q) => marks.mustChange.has(q.key))) return { status: 'changesRequested', because: '' };
  const declared = marks.completed.has(section.key);
  const problems = problemsOf(section, form);
  if (problems.some((p) => p.typed) || (declared && problems.length)) return { status: 'problem', because: problems[0]!.message };
  if (declared) return { status: 'completed', because: '' };
  return { status: section.questions.some((q) => form.answers.has(q.key)) ? 'inProgress' : 'notStarted', because: '' };
}

export interface Problem {
  question: string;
  /** Suffix of the control, as in a form's names; '' for the question as a whole. */
  at: string;
  message: string;
  /** True when something that was typed is wrong; false when something is missing. */
  typed: boolean;
}

/** Everything that keeps a section from being complete: missing answers, unreadable ones, and checks that block. */
export function problemsOf(section: Section, form: CaseForm): Problem[] {
  return section.questions.flatMap((question) => {
    const missing = whatIsMissing(question, form);
    if (missing) return [missing];
    return findingsOf(question, form)
      .filter((f) => f.severity === 'block')
      .map((f) => ({ question: question.key, at: f.row === undefined ? '' : `${f.row}.${f.column ?? ''}`, message: f.message, typed: true }));
  });
}

function whatIsMissing(question: Question, form: CaseForm): Problem | undefined {
  const at = { question: question.key, at: '' };
  const answer = form.answers.get(question.key);
  if (answer?.state === 'unreadable') return { ...at, message: `This answer cannot be read yet: ${question.title}`, typed: true };
  if (question.optional || question.type === 'computed') return undefined;
  if (question.type === 'file') {
    return (form.documents.get(question.evidence!) ?? 0) > 0 ? undefined : { ...at, message: `Add a file: ${inWords(question.title, form.pathway)}`, typed: false };
  }
  const given = answer && (answer.state === 'answered' ? answer.value !== null : true);
  return given ? undefined : { ...at, message: `${askFor(question)}: ${inWords(question.title, form.pathway)}`, typed: false };
}

const SELECTED: readonly string[] = ['choice', 'choices', 'yesNo'];
const askFor = (question: Question) => (SELECTED.includes(question.type) ? 'Select an answer' : question.type === 'table' ? 'Fill in the table' : 'Enter an answer');

export interface Readiness {
  toComplete: string[];
  toAttach: string[];
  blocks: string[];
}

/** What stands between a stage and being sent. */
export function readinessOf(stage: Stage, form: CaseForm, marks: Marks): Readiness {
  const sections = sectionsOf(stage, form);
  return {
    toComplete: sections.filter((s) => !marks.completed.has(s.key)).map((s) => inWords(s.title, form.pathway)),
    toAttach: evidenceOf(stage, form)
      .filter((kind) => (form.documents.get(kind.key) ?? 0) < kind.minimum)
      .map((kind) => (kind.minimum > 1 ? `${inWords(kind.title, form.pathway)} (${kind.minimum} needed)` : inWords(kind.title, form.pathway))),
    blocks: sections.flatMap((s) => (marks.completed.has(s.key) ? problemsOf(s, form).map((p) => p.message) : [])),
  };
}
