import { z } from 'zod';

/**
 * The schema of everything a pathway asks. A definition is plain JSON: it is stored with a version, a case is
 * pinned to the version it began on, and every page that shows a question is drawn from it.
 * Texts may hold {labels}, such as {commissioner}: the pathway's own words for its era.
 */

const Key = z.string().regex(/^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/, 'A key is lower case words joined by . _ or -');
const Text = z.string().min(1).refine((t) => t.trim() === t, 'No spaces at either end');

/** The roles of process.md section 5, as a case knows them. */
export const ROLES = [
  'lead', 'member', 'adviser', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember',
  'support', 'staffSide', 'mentor', 'auditor', 'admin',
] as const;
export type Role = (typeof ROLES)[number];
const RoleKey = z.enum(ROLES);

export const PATHWAYS = ['right-to-request', 'right-to-provide', 'public-service-mutual'] as const;
export type PathwayKey = (typeof PATHWAYS)[number];
const ForPathways = z.array(z.enum(PATHWAYS)).min(1).optional();

export const STAGES = [
  'readiness', 'proposal', 'business-case', 'governance', 'workforce', 'contract', 'failure-plan', 'transfer', 'review',
] as const;
export type StageKey = (typeof STAGES)[number];

/** Where a rule or figure comes from. `assumed` marks a default of ours that an administrator may change. */
const Source = z.strictObject({ title: Text, checkedOn: z.iso.date().optional(), assumed: z.literal(true).optional() });
export type Source = z.infer<typeof Source>;

/** Shown only when another answer of the same case is one of these (choices: contains one of these). */
const When = z.strictObject({ question: Key, is: z.array(z.string()).min(1) });
export type When = z.infer<typeof When>;

/** A named check with its parameters; `severity` replaces the check's own (block | warn | note). */
const Rule = z.strictObject({
  check: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
  severity: z.enum(['block', 'warn', 'note']).optional(),
  pathways: ForPathways,
});
export type Rule = z.infer<typeof Rule>;

const Option = z.strictObject({ key: Key, title: Text, hint: Text.optional(), pathways: ForPathways });
export type Option = z.infer<typeof Option>;

export const SCALARS = [
  'text', 'whole', 'decimal', 'money', 'percent', 'date', 'month', 'yesNo', 'choice',
] as const;
/** A table column. `total` shows the sum under the column. Numbers right-align; money is in pence, typed in pounds. */
const Column = z.strictObject({
  key: Key,
  title: Text,
  type: z.enum(SCALARS),
  hint: Text.optional(),
  unit: Text.optional(),
  options: z.array(Option).min(1).optional(),
  optional: z.literal(true).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  words: z.int().positive().optional(),
  total: z.literal(true).optional(),
});
export type Column = z.infer<typeof Column>;

export const QUESTION_TYPES = [
  ...SCALARS, 'longText', 'choices', 'file', 'person', 'table', 'computed',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/**
 * One question. Answers by type (see answers.ts): text, longText, date (YYYY-MM-DD), month (YYYY-MM), choice: string;
 * yesNo: 'yes' | 'no'; whole, decimal, percent (0 to 100): number; money: whole pence; choices: string[];
 * person: { name, jobTitle, employer, email }; table: array of { [column]: scalar };
 * file: the documents of kind `evidence`; computed: never stored, worked out by `computed`.
 */
const Question = z
  .strictObject({
    key: Key,
    title: Text,
    type: z.enum(QUESTION_TYPES),
    /** Why we ask: one plain sentence under the title. */
    why: Text.optional(),
    /** One short sentence by the control, no full stop, no link. */
    hint: Text.optional(),
    /** Longer help above the control; paragraphs split by a blank line, "- " starts a bullet. */
    help: Text.optional(),
    /** An answer a fictional team might give, shown in a fold as "Example, not advice". */
    example: Text.optional(),
    optional: z.literal(true).optional(),
    /** "We do not know yet" may be chosen, with the date it will be known. */
    unknown: z.literal(true).optional(),
    /** "Not applicable" may be chosen, with a reason. */
    notApplicable: z.literal(true).optional(),
    words: z.int().positive().optional(),
    unit: Text.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    options: z.array(Option).min(2).optional(),
    columns: z.array(Column).min(1).optional(),
    /** The singular noun of a row: "service", for "Add another service". */
    row: Text.optional(),
    minRows: z.int().nonnegative().optional(),
    maxRows: z.int().positive().optional(),
    /** Rows that are given and must each be answered; shown as the first, unchangeable cell. Its key is stored as `row`. */
    fixedRows: z.array(z.strictObject({ key: Key, title: Text, hint: Text.optional() })).min(1).optional(),
    /** type file: the evidence kind it collects. */
    evidence: Key.optional(),
    rules: z.array(Rule).optional(),
    /** Carry forward: the question whose answer is offered here ("You told us 42 staff in the proposal"). */
    from: Key.optional(),
    computed: z.strictObject({ name: z.string(), params: z.record(z.string(), z.unknown()).default({}) }).optional(),
    when: When.optional(),
    pathways: ForPathways,
    /** Left out of the short form that small teams get. */
    fullFormOnly: z.literal(true).optional(),
    /** Only these roles see the answer; absent: everyone who sees the stage. */
    seenBy: z.array(RoleKey).min(1).optional(),
    /** Under this answer: "Have you promised a benefit in this answer?" */
    catchesBenefits: z.literal(true).optional(),
    source: Source.optional(),
  })
  .superRefine((q, context) => {
    const needs = (present: unknown, words: string) => {
      if (!present) context.addIssue({ code: 'custom', message: `${q.key} is a ${q.type} question and ${words}` });
    };
    if (q.type === 'choice' || q.type === 'choices') needs(q.options, 'needs options');
    if (q.type === 'table') needs(q.columns, 'needs columns');
    if (q.type === 'table' && !q.fixedRows) needs(q.row, 'needs the noun of a row');
    if (q.type === 'file') needs(q.evidence, 'needs an evidence kind');
    if (q.type === 'computed') needs(q.computed, 'needs the name of a computation');
    if (q.type === 'longText') needs(q.words, 'needs a word limit');
    for (const column of q.columns ?? []) {
      if (column.type === 'choice') needs(column.options, `column ${column.key} needs options`);
    }
  });
export type Question = z.infer<typeof Question>;

const Section = z.strictObject({
  key: Key,
  /** A noun people say, 2 to 5 words, sentence case. */
  title: Text,
  hint: Text.optional(),
  intro: Text.optional(),
  /** Sections of this stage that must be completed first: "Cannot start yet". */
  after: z.array(Key).optional(),
  when: When.optional(),
  pathways: ForPathways,
  fullFormOnly: z.literal(true).optional(),
  questions: z.array(Question).min(1),
});
export type Section = z.infer<typeof Section>;

const Group = z.strictObject({ key: Key, title: Text, sections: z.array(Section).min(1) });
export type Group = z.infer<typeof Group>;

/** A document a stage needs. `minimum` 0 means it may be given; 1 or more blocks sending until that many are there. */
const Evidence = z.strictObject({
  key: Key,
  title: Text,
  hint: Text.optional(),
  minimum: z.int().nonnegative(),
  pathways: ForPathways,
  fullFormOnly: z.literal(true).optional(),
  /** Asked for only when an answer says so. */
  when: When.optional(),
  /** Warn the person who uploads: this kind often holds personal data. */
  personalData: z.literal(true).optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** A test the approver applies. `blocking`: "not met" leaves only request changes, defer or decline. */
const Criterion = z.strictObject({
  key: Key,
  title: Text,
  /** What the approver will look for, one or two sentences. */
  looksFor: Text,
  /** Sections or questions where the evidence stands. */
  evidenceIn: z.array(Key).optional(),
  blocking: z.literal(true).optional(),
  pathways: ForPathways,
});
export type Criterion = z.infer<typeof Criterion>;

const Stage = z.strictObject({
  key: z.enum(STAGES),
  title: Text,
  /** Lower case, as in "Send the business case". */
  noun: Text,
  /** Why this stage exists and what the approver will look for: one or two sentences. */
  purpose: Text,
  /** Guidance, not advice: the sources the stage's rules rest on. */
  sources: z.array(Source).optional(),
  groups: z.array(Group).min(1),
  evidence: z.array(Evidence),
  criteria: z.array(Criterion),
});
export type Stage = z.infer<typeof Stage>;

export const SIGN_OFF_ROLES = ['finance', 'hr', 'quality', 'legal', 'support', 'staffSide'] as const;
const SignOff = z.strictObject({
  /** Reviews that must be in before a decision; staffSide files a statement rather than a verdict. */
  reviewers: z.array(z.enum(SIGN_OFF_ROLES)),
  /** 'none' for the readiness check, which nobody decides. */
  signer: z.enum(['sponsor', 'none']),
  /** What happens after the first line: nothing, told, or must assure before the decision stands. */
  secondLine: z.enum(['none', 'told', 'assures']),
  /** A second line that is only told must assure after all where the contract is worth this many pence a year, or more. */
  assuresFrom: z.strictObject({ pence: z.int().positive(), source: Source }).optional(),
  /** A board gives its views before the decision. `quorum`: how many, unless its chair says otherwise; `required`: no decision without it. */
  board: z.strictObject({ quorum: z.int().positive(), required: z.literal(true).optional(), source: Source }).optional(),
});
export type SignOff = z.infer<typeof SignOff>;

/** Agreed working days (England). `decide` counts from sending, `prepare` from opening to the team. */
const Clock = z.strictObject({ acknowledge: z.int().positive().optional(), decide: z.int().positive(), prepare: z.int().positive(), source: Source });
export type Clock = z.infer<typeof Clock>;

const PathwayStage = z.strictObject({
  stage: Stage,
  /** Stages that must be approved (or finished) before this one opens. */
  opensAfter: z.array(z.enum(STAGES)),
  signOff: SignOff,
  clock: Clock,
});
export type PathwayStage = z.infer<typeof PathwayStage>;

export const LABELS = [
  'team', 'parent', 'commissioner', 'approver', 'approverBody', 'secondLine', 'enterprise', 'contractRegime', 'support',
] as const;

const Pathway = z.strictObject({
  key: z.enum(PATHWAYS),
  version: z.int().positive(),
  title: Text,
  summary: Text,
  status: z.enum(['live', 'historic']),
  from: z.iso.date(),
  until: z.iso.date().optional(),
  /** Who may use it and what right they have, in plain sentences. */
  eligibility: z.array(Text).min(1),
  /** The steps in order, as a person would tell them. */
  steps: z.array(Text).min(3),
  labels: z.record(z.enum(LABELS), Text),
  stages: z.array(PathwayStage).length(STAGES.length),
  /** At or under both, a team gets the short form. Money in pence. */
  smallTeam: z.strictObject({ maxStaff: z.int().positive(), maxBudgetPence: z.int().positive(), source: Source }),
  /** Longest first contract in months, where the law or policy sets one. */
  contractMonths: z.strictObject({ min: z.int().optional(), max: z.int().optional(), source: Source }).optional(),
  /** Months after go-live at which benefits are reviewed; then every `every`. */
  reviews: z.strictObject({ months: z.array(z.int().positive()).min(1), every: z.int().positive(), source: Source }),
  sources: z.array(Source).min(1),
});
export type Pathway = z.infer<typeof Pathway>;

export const stageSchema = Stage;
export const pathwaySchema = Pathway;
/** The shapes as a person writes them, before defaults are filled in. */
export type StageWritten = z.input<typeof Stage>;
export type GroupWritten = z.input<typeof Group>;
export type PathwayWritten = z.input<typeof Pathway>;
