import { z } from 'zod';
import { ATTRIBUTIONS, CATEGORIES, CLASSES, CONFIDENCES, COUNTERFACTUALS, DIRECTIONS, EVIDENCE_KINDS, FREQUENCIES, promiseSchema, QUALITIES } from './benefits.schema.ts';
import { day, figure, keys, maybe, money, oneOf, whole } from './fields.schema.ts';

/** The record the person looked at. */
const saw = { revision: z.coerce.number().int() };
const id = z.string().trim().max(60).optional().transform((text) => text || null);
const MILESTONES = [1, 2, 3, 4] as const;

const measureFields = promiseSchema.extend({
  ...saw,
  category: z.enum(keys(CATEGORIES), 'Select the kind of benefit'),
  evidenceKind: oneOf(keys(EVIDENCE_KINDS)),
  measure: maybe(300),
  numerator: maybe(300),
  denominator: maybe(300),
  unit: maybe(40),
  direction: oneOf(keys(DIRECTIONS)),
  dataSource: maybe(200),
  frequency: oneOf(keys(FREQUENCIES)),
  lagDays: whole('Days until the figure is known'),
  baseline: figure('Starting figure'),
  baselineFrom: day('First day of the starting period'),
  baselineOn: day('Date of the starting figure'),
  baselineSource: maybe(300),
  baselineN: whole('Number of people or cases behind the starting figure'),
  baselineQuality: oneOf(keys(QUALITIES)),
  target: figure('Target'),
  bandLow: figure('Lowest figure of the range'),
  bandHigh: figure('Highest figure of the range'),
  tolerance: figure('How far off still counts'),
  targetOn: day('Target date'),
  ...(Object.fromEntries(MILESTONES.flatMap((i) => [[`milestone${i}On`, day(`Date of milestone ${i}`)], [`milestone${i}`, figure(`Milestone ${i}`)]])) as MilestoneFields),
  /** The person was asked whether a target on the worse side is right, and says it is. */
  sure: z.literal('yes').optional(),
});
type MilestoneFields = { [K in (typeof MILESTONES)[number] as `milestone${K}On`]: ReturnType<typeof day> } & { [K in (typeof MILESTONES)[number] as `milestone${K}`]: ReturnType<typeof figure> };

export interface Milestone {
  on: string;
  value: number;
}

/** What is promised, and how it is measured. Dates are one box: 27 3 2027. Its details are what the record keeps. */
export const measureSchema = measureFields.transform(({ revision, sure, ...form }, context) => {
  const milestones = milestonesOf({ revision, sure, ...form }, context);
  const details = Object.fromEntries(Object.entries(form).filter(([key]) => !key.startsWith('milestone'))) as Omit<typeof form, keyof MilestoneFields>;
  return { revision, sure: sure === 'yes', details: { ...details, milestones } };
});

/** What it is compared with, what it is worth, and what else is asked of it. */
export const worthSchema = z.strictObject({
  ...saw,
  counterfactualMethod: oneOf(keys(COUNTERFACTUALS)),
  counterfactual: figure('Figure if nothing had changed'),
  counterfactualNote: maybe(1000),
  class: oneOf(keys(CLASSES)),
  valuePerYear: money('Value a year'),
  confidence: oneOf(keys(CONFIDENCES)),
  attribution: oneOf(keys(ATTRIBUTIONS)),
  otherProviders: oneOf(['yes', 'no']),
  otherProvidersNote: maybe(1000),
  equalityNote: maybe(1000),
});

/** A measure of the library, by its code. */
export const measureChoiceSchema = z.strictObject({ ...saw, code: z.string().trim().max(10) });

/** Who owns it on each side, and who records its results: people of the case, by id. */
export const ownersSchema = z.strictObject({ ...saw, providerOwner: id, commissionerOwner: id, recorder: id });

/** The milestones that have both parts, by day; a half one is named in a sentence. */
function milestonesOf(form: z.output<typeof measureFields>, context: z.RefinementCtx): Milestone[] {
  const given = MILESTONES.map((i) => ({ i, on: form[`milestone${i}On`], value: form[`milestone${i}`] })).filter(({ on, value }) => on !== null || value !== null);
  for (const { i, on, value } of given) {
    if (on === null) context.addIssue({ code: 'custom', path: [`milestone${i}On`], message: `Enter the date of milestone ${i}` });
    if (value === null) context.addIssue({ code: 'custom', path: [`milestone${i}`], message: `Enter the figure of milestone ${i}` });
  }
  return given.flatMap(({ on, value }) => (on !== null && value !== null ? [{ on, value }] : [])).sort((x, y) => (x.on < y.on ? -1 : 1));
}

/** Everything a record can say of itself, as columns' names in the code. Left out: stays as it is. */
export type BenefitDetails = Partial<z.output<typeof measureSchema>['details'] & Omit<z.output<typeof worthSchema>, 'revision'> & Omit<z.output<typeof ownersSchema>, 'revision'> & FromLibrary>;
/** The measure it was copied from, and the version of its definition. */
interface FromLibrary {
  measureCode: string | null;
  measureVersion: number | null;
}

export const CHANGE_KINDS = [['baseline', 'Correct the starting figure'], ['target', 'Restate the target'], ['definition', 'Change how it is measured']] as const;

/** A change of what was agreed, asked for after go-live. Only the fields of its kind are read. */
export const changeSchema = z.strictObject({
  kind: z.enum(keys(CHANGE_KINDS), 'Select what should change'),
  baseline: figure('Starting figure'),
  baselineOn: day('Date of the starting figure'),
  baselineSource: maybe(300),
  target: figure('Target'),
  bandLow: figure('Lowest figure of the range'),
  bandHigh: figure('Highest figure of the range'),
  targetOn: day('Target date'),
  measure: maybe(300),
  numerator: maybe(300),
  denominator: maybe(300),
  fromOn: day('First day of the new definition'),
  sure: z.literal('yes').optional(),
  reason: z.string().trim().min(1, 'Enter the reason for the change').max(1000, 'Use 1,000 characters or fewer'),
});
export type ChangeForm = z.output<typeof changeSchema>;

/** What the other side says of it. */
export const changeAnswerSchema = z.strictObject({
  answer: z.enum(['agreed', 'refused'], 'Select whether you agree'),
  note: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default(''),
});
