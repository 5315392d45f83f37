import { asKeys, type AnswerValue, type CheckInput, type Finding } from './checks/check.ts';
import { findings } from './checks/index.ts';
import type { Computed } from './computed/computation.ts';
import { computations } from './computed/index.ts';
import { fillLabels } from './labels.ts';
import type { Evidence, Pathway, Question, Section, Stage, StageKey, When } from './definition.ts';

/** One stored answer as the law reads it. */
export interface Answer {
  state: 'answered' | 'unknown' | 'notApplicable' | 'unreadable';
  value: AnswerValue | null;
  knownBy?: string | null;
  reason?: string | null;
}

/** A case as its forms see it: the pinned pathway, the answers, and what else computations may read. */
export interface CaseForm {
  pathway: Pathway;
  /** The short form that small teams get. */
  short: boolean;
  answers: ReadonlyMap<string, Answer>;
  /** Rows that are records of their own, under a pseudo key: `benefits`. */
  records: Readonly<Record<string, AnswerValue>>;
  /** Documents in force, counted by evidence kind. */
  documents: ReadonlyMap<string, number>;
  today: string;
}

/** The stage of a pathway by its key. Throws for a key the pathway does not have: definitions hold all nine. */
export function stageOf(pathway: Pathway, key: StageKey): Pathway['stages'][number] {
  const found = pathway.stages.find((entry) => entry.stage.key === key);
  if (!found) throw new Error(`The pathway ${pathway.key} has no stage ${key}`);
  return found;
}

/** The sections that apply to this case, each with the questions that apply, in order. */
export function sectionsOf(stage: Stage, form: CaseForm): Section[] {
  return stage.groups.flatMap((group) => group.sections.flatMap((section) => applying(section, form)));
}

/** Groups with the sections that apply; empty groups are left out. */
export function groupsOf(stage: Stage, form: CaseForm): { title: string; sections: Section[] }[] {
  return stage.groups
    .map((group) => ({ title: group.title, sections: group.sections.flatMap((section) => applying(section, form)) }))
    .filter((group) => group.sections.length > 0);
}

function applying(section: Section, form: CaseForm): Section[] {
  if (form.short && section.fullFormOnly) return [];
  if (!holds(section.when, form)) return [];
  const questions = section.questions.filter((q) => !(form.short && q.fullFormOnly) && holds(q.when, form));
  return questions.length > 0 ? [{ ...section, questions }] : [];
}

/** Questions on whose answers it depends which others are asked in this section. */
export const opensIn = (stage: Stage, section: string): string[] => [
  ...new Set(stage.groups.flatMap((g) => g.sections).filter((s) => s.key === section).flatMap((s) => s.questions.flatMap((q) => (q.when ? [q.when.question] : [])))),
];

function holds(when: When | undefined, form: CaseForm): boolean {
  if (!when) return true;
  const value = valueOf(when.question, form);
  return typeof value === 'string' ? when.is.includes(value) : asKeys(value).some((key) => when.is.includes(key));
}

/** The documents this case must or may attach to a stage. */
export const evidenceOf = (stage: Stage, form: CaseForm): Evidence[] =>
  stage.evidence.filter((kind) => !(form.short && kind.fullFormOnly) && holds(kind.when, form));

/** Any value of the case by question key: an answer, a record list, or a computation. Undefined when there is none. */
export function valueOf(key: string, form: CaseForm): AnswerValue | undefined {
  const record = form.records[key];
  if (record !== undefined) return record;
  const answer = form.answers.get(key);
  if (answer?.state === 'answered' && answer.value !== null) return answer.value;
  const question = computedQuestions(form.pathway).get(key);
  const value = question && compute(question, form)?.value;
  return value === null ? undefined : value;
}

/** Works out a computed question; undefined for any other. */
export function compute(question: Question, form: CaseForm): Computed | undefined {
  const named = question.computed && computations[question.computed.name];
  if (!named) return undefined;
  return named({ ...lookup(form), params: question.computed!.params });
}

/** What the question's rules find in its answer. An unanswered question has no findings. */
export function findingsOf(question: Question, form: CaseForm): Finding[] {
  if (!question.rules?.length) return [];
  const value = valueOf(question.key, form);
  if (value === undefined) return [];
  return findings(question.rules, { ...lookup(form), question, value });
}

const lookup = (form: CaseForm): Omit<CheckInput, 'question' | 'value'> => ({
  answer: (key) => valueOf(key, form),
  pathway: form.pathway,
  today: form.today,
});

const computedByPathway = new WeakMap<Pathway, Map<string, Question>>();
function computedQuestions(pathway: Pathway): Map<string, Question> {
  let known = computedByPathway.get(pathway);
  if (!known) {
    known = new Map(questionsOf(pathway).filter((q) => q.type === 'computed').map((q) => [q.key, q]));
    computedByPathway.set(pathway, known);
  }
  return known;
}

/** Every question of a pathway, whether it applies to a case or not. */
export const questionsOf = (pathway: Pathway): Question[] =>
  pathway.stages.flatMap(({ stage }) => stage.groups.flatMap((group) => group.sections.flatMap((section) => section.questions)));

/** Where a question stands: its stage and section. Undefined when the pathway has no such question. */
export function placeOf(pathway: Pathway, key: string): { stage: Stage; section: Section; question: Question } | undefined {
  for (const { stage } of pathway.stages) {
    for (const group of stage.groups) {
      for (const section of group.sections) {
        const question = section.questions.find((q) => q.key === key);
        if (question) return { stage, section, question };
      }
    }
  }
  return undefined;
}

/** A text in the pathway's own words for its era. */
export const inWords = (text: string, pathway: Pick<Pathway, 'labels'>): string => fillLabels(text, pathway.labels);
