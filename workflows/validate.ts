import { checks } from './checks/index.ts';
import { computations } from './computed/index.ts';
import { LABELS, pathwaySchema, type Pathway, type PathwayStage, type Question, type Rule, type When } from './definition.ts';
import { issueInWords } from './issue-in-words.ts';
import { labelsIn } from './labels.ts';
import { composePathway } from './pathways/compose.ts';

export type Validation = { ok: true; pathway: Pathway } | { ok: false; problems: string[] };

/** Answers that the application gives beside the questions: the promised benefits, as rows. */
export const GIVEN_ANSWERS: readonly string[] = ['benefits', 'conditions'];

/** Whether a pathway may be stored and used. Answers the composed pathway, or every problem as a sentence. */
export function validateDefinition(candidate: unknown): Validation {
  const parsed = pathwaySchema.safeParse(candidate);
  if (!parsed.success) return refused(parsed.error.issues.map((issue) => issueInWords(issue, candidate)));
  const pathway = composePathway(parsed.data);
  const again = pathwaySchema.safeParse(pathway);
  if (!again.success) return refused(again.error.issues.map((issue) => `For this pathway only: ${issueInWords(issue, pathway)}`));
  const problems = [
    ...stageProblems(pathway),
    ...labelProblems(pathway),
    ...duplicates(allQuestions(pathway).map((q) => q.key), (key) => `Question ${key} is asked more than once in this pathway`),
    ...pathway.stages.flatMap((entry) => oneStage(entry, pathway)),
  ];
  return problems.length ? refused(problems) : { ok: true, pathway };
}

const refused = (problems: string[]): Validation => ({ ok: false, problems: [...new Set(problems)] });

const sectionsOf = ({ stage }: PathwayStage) => stage.groups.flatMap((group) => group.sections);
const questionsOf = (entry: PathwayStage) => sectionsOf(entry).flatMap((section) => section.questions);
const allQuestions = (pathway: Pathway) => pathway.stages.flatMap(questionsOf);

function stageProblems({ stages }: Pathway): string[] {
  const loop = findLoop(new Map(stages.map(({ stage, opensAfter }) => [stage.key, opensAfter])));
  return [
    ...duplicates(stages.map(({ stage }) => stage.key), (key) => `Stage ${key} is in this pathway more than once`),
    ...(loop ? [`Stages wait for each other and none can open: ${loop.join(', ')}`] : []),
  ];
}

function labelProblems(pathway: Pathway): string[] {
  return textsIn(pathway)
    .flatMap(labelsIn)
    .filter((name) => !(LABELS as readonly string[]).includes(name))
    .map((name) => `A text uses the word {${name}}, which is not one of ${LABELS.join(', ')}`);
}

function oneStage(entry: PathwayStage, pathway: Pathway): string[] {
  const { stage } = entry;
  const sections = sectionsOf(entry);
  const sectionKeys = new Set(sections.map((section) => section.key));
  const evidence = new Set(stage.evidence.map((kind) => kind.key));
  const known = new Map(allQuestions(pathway).map((q) => [q.key, q]));
  const here = new Set([...sectionKeys, ...questionsOf(entry).map((q) => q.key)]);
  const loop = findLoop(new Map(sections.map((section) => [section.key, section.after ?? []])));
  const twice = (thing: string) => (key: string) => `${thing} ${key} is in stage ${stage.key} more than once`;
  return [
    ...duplicates(stage.groups.map((group) => group.key), twice('Group')),
    ...duplicates(sections.map((section) => section.key), twice('Section')),
    ...duplicates(stage.evidence.map((kind) => kind.key), twice('Evidence kind')),
    ...duplicates(stage.criteria.map((criterion) => criterion.key), twice('Criterion')),
    ...(loop ? [`Sections of stage ${stage.key} wait for each other and none can start: ${loop.join(', ')}`] : []),
    ...sections.flatMap((section) => [
      ...whenProblems(`Section ${section.key}`, section.when, known),
      ...(section.after ?? [])
        .filter((key) => !sectionKeys.has(key))
        .map((key) => `Section ${section.key} comes after section ${key}, which is not in stage ${stage.key}`),
    ]),
    ...stage.evidence.flatMap((kind) => whenProblems(`Evidence kind ${kind.key}`, kind.when, known)),
    ...stage.criteria.flatMap((criterion) =>
      (criterion.evidenceIn ?? [])
        .filter((key) => !here.has(key))
        .map((key) => `Criterion ${criterion.key} points to ${key}, which is not a section or question of stage ${stage.key}`),
    ),
    ...questionsOf(entry).flatMap((question) => [
      ...questionProblems(question, known),
      ...(question.evidence !== undefined && !evidence.has(question.evidence)
        ? [`Question ${question.key} collects ${question.evidence}, which is not an evidence kind of stage ${stage.key}`]
        : []),
    ]),
  ];
}

function questionProblems(question: Question, known: ReadonlyMap<string, Question>): string[] {
  const name = `Question ${question.key}`;
  const twice = (thing: string) => (key: string) => `${name} has the ${thing} ${key} more than once`;
  const { from, computed } = question;
  return [
    ...duplicates((question.options ?? []).map((option) => option.key), twice('option')),
    ...duplicates((question.columns ?? []).map((column) => column.key), twice('column')),
    ...duplicates((question.fixedRows ?? []).map((row) => row.key), twice('row')),
    ...(question.columns ?? []).flatMap((column) =>
      duplicates((column.options ?? []).map((option) => option.key), twice(`option ${column.key}`)),
    ),
    ...(question.fixedRows && question.columns?.some((column) => column.key === 'row')
      ? [`${name} has a column named row, which is kept for the given rows`]
      : []),
    ...(from === undefined ? [] : carryProblems(question, from, known.get(from))),
    ...whenProblems(name, question.when, known),
    ...(question.rules ?? []).flatMap((rule) => ruleProblems(name, rule, known)),
    ...(computed && !Object.hasOwn(computations, computed.name)
      ? [`${name} uses the computation ${computed.name}, which is not known`]
      : []),
    ...unknownReferences(computed?.params, known).map(
      (key) => `${name} is worked out from ${key}, which is not a question of this pathway`,
    ),
  ];
}

/** Texts carry into texts, numbers into numbers, a computed value into anything, a table into one that shares a column. */
function carryProblems(question: Question, from: string, other: Question | undefined): string[] {
  const name = `Question ${question.key}`;
  if (!other) return [`${name} carries forward ${from}, which is not a question of this pathway`];
  if (from === question.key) return [`${name} carries itself forward`];
  if (other.type !== 'computed' && kindOf(other.type) !== kindOf(question.type)) {
    return [`${name} carries forward ${from}, but one is ${question.type} and the other is ${other.type}`];
  }
  const columns = new Set((other.columns ?? []).map((column) => column.key));
  return question.type === 'table' && !(question.columns ?? []).some((column) => columns.has(column.key))
    ? [`${name} carries forward ${from}, but the tables share no column`]
    : [];
}

const kindOf = (type: Question['type']): string => {
  if (type === 'text' || type === 'longText') return 'text';
  return type === 'whole' || type === 'decimal' || type === 'percent' ? 'number' : type;
};

function ruleProblems(name: string, rule: Rule, known: ReadonlyMap<string, Question>): string[] {
  const named = Object.hasOwn(checks, rule.check) ? checks[rule.check] : undefined;
  if (!named) return [`${name} cites the check ${rule.check}, which is not known`];
  const cites = `${name} cites the check ${rule.check}`;
  const params = named.params.safeParse(rule.params);
  return [
    ...(params.success ? [] : params.error.issues.map((issue) => `${cites} wrongly: ${issueInWords(issue, rule.params)}`)),
    ...unknownReferences(rule.params, known).map((key) => `${cites} with ${key}, which is not a question of this pathway`),
  ];
}

function whenProblems(name: string, when: When | undefined, known: ReadonlyMap<string, Question>): string[] {
  if (!when) return [];
  const other = known.get(when.question);
  if (!other) return [`${name} is shown when ${when.question} is answered, which is not a question of this pathway`];
  const possible = other.type === 'yesNo' ? ['yes', 'no'] : (other.options ?? []).map((option) => option.key);
  return when.is
    .filter((answer) => !possible.includes(answer))
    .map((answer) => `${name} is shown when ${when.question} is ${answer}, which nobody can answer there`);
}

/** Parameters named question or questions, and texts shaped like a dotted key, must name a question or a given answer. */
function unknownReferences(params: unknown, known: ReadonlyMap<string, Question>, name = ''): string[] {
  if (Array.isArray(params)) return params.flatMap((item) => unknownReferences(item, known, name));
  if (typeof params === 'object' && params !== null) {
    return Object.entries(params).flatMap(([key, value]) => unknownReferences(value, known, key));
  }
  if (typeof params !== 'string' || known.has(params) || GIVEN_ANSWERS.includes(params)) return [];
  return /questions?$/i.test(name) || /^[a-z][a-z0-9]*\.[a-z0-9_]+$/.test(params) ? [params] : [];
}

function duplicates(keys: string[], say: (key: string) => string): string[] {
  return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))].map(say);
}

/** The members of a loop in "comes after" edges, or nothing. */
function findLoop(after: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  let waiting = [...after.keys()];
  for (;;) {
    const blocked = waiting.filter((key) => after.get(key)!.some((other) => waiting.includes(other)));
    if (blocked.length === waiting.length) return blocked.length ? blocked : undefined;
    waiting = blocked;
  }
}

function textsIn(thing: unknown): string[] {
  if (typeof thing === 'string') return [thing];
  return typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(textsIn) : [];
}
