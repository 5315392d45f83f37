import { z } from 'zod';
import { readScalar } from '#workflows/scalars.ts';

/** Coded reasons to decline; the titles a person chooses from. */
export const DECLINE_REASONS = [
  ['not-eligible', 'The team or service is not eligible'],
  ['inadequate-information', 'There is not enough information to decide'],
  ['not-viable', 'The money does not work'],
  ['quality-or-safety', 'Quality or safety would be at risk'],
  ['no-commissioning-fit', 'It does not fit what is being commissioned'],
  ['staff-support', 'Staff support has not been shown'],
  ['procurement-route', 'The way of awarding the contract would not be lawful'],
  ['integration-lost', 'It would break up care that must stay joined'],
  ['continuity-risk', 'Essential services could not be kept going if it failed'],
  ['better-alternative', 'Another option is better'],
  ['conflict-of-interest', 'A conflict of interest is not resolved'],
  ['other', 'Another reason'],
] as const;

/** The code of a reason to ask for changes: words of the signer's own. */
export const CHANGE = 'change';

export const BLOCKS = [
  ['nextStage', 'The next stage opens'],
  ['contract', 'The contract is approved'],
  ['goLive', 'Go-live'],
  ['nothing', 'Nothing: it only has a date'],
] as const;

const Words = (max: number) => z.string().trim().max(max, `Use ${max} characters or fewer`);

export const criterionVerdict = z.strictObject({
  criterion: z.string(),
  /** Absent while a draft holds a note without a verdict: the criterion then counts as not judged. */
  verdict: z.enum(['met', 'partly', 'notMet']).optional(),
  note: Words(2000),
});
export const VERDICTS = [['met', 'Met'], ['partly', 'Met in part'], ['notMet', 'Not met']] as const;
export const conditionAsked = z.strictObject({
  text: Words(1000).min(1, 'Enter what must be true'),
  evidence: Words(500).min(1, 'Enter the evidence that will show it'),
  ownerId: z.string().min(1, 'Select who must meet it'),
  dueOn: z.iso.date('Enter the date it must be met by, like 27 3 2027'),
  blocks: z.enum(BLOCKS.map(([key]) => key)),
});
export type ConditionAsked = z.infer<typeof conditionAsked>;

export const OUTCOMES = ['approved', 'approvedWithConditions', 'changesRequested', 'declined', 'deferred'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Each outcome as it is chosen, with one line of what it brings. {noun} is the stage. */
export const OUTCOME_WORDS: Record<Outcome, { title: string; brings: string; done: string }> = {
  approved: { title: 'Approve', brings: 'The team may go on. The next stages open', done: 'Approved' },
  approvedWithConditions: { title: 'Approve with conditions', brings: 'The team may go on. Each condition has an owner and a date, and you check it', done: 'Approved with conditions' },
  changesRequested: { title: 'Request changes', brings: 'The team gets your comments, and the {noun} comes back to you', done: 'Changes requested' },
  declined: { title: 'Decline', brings: 'The case ends with your reasons. The team would need to start a new one', done: 'Declined' },
  deferred: { title: 'Decide later', brings: 'You set a new date and say why. It stays with you', done: 'Decision moved to a new date' },
};

/** Conditions that approvers often set, to start from. */
export const STANDARD_CONDITIONS = [
  ['The board has people with every skill it needs', 'A skills table and signed letters of appointment'],
  ['Staff and local GPs have been asked again and their views are answered', 'A record of meetings with the answers given'],
  ['A reserves policy is agreed by the board', 'Board minutes'],
  ['The pension position is confirmed in writing', 'A letter from the pension scheme or its actuary'],
  ['The first draft of the contract includes every promised benefit with its measure', 'The draft schedule'],
  ['Insurance cover is in force from the first day', 'Certificates of insurance'],
] as const;

/** What a signer has chosen so far; kept on the server between the pages. */
export const decisionDraft = z.object({
  outcome: z.enum(OUTCOMES).optional(),
  criteria: z.array(criterionVerdict).default([]),
  conditions: z.array(conditionAsked).default([]),
  reasons: z.array(z.strictObject({ code: z.string(), text: Words(2000) })).default([]),
  note: Words(4000).default(''),
  onBehalfOf: Words(200).default(''),
  minutes: Words(200).default(''),
  until: z.iso.date().optional(),
  /** changesRequested: only the answers with a comment marked "Must change" may change. */
  limited: z.boolean().optional(),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;

const typed = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);
/** The three boxes of one day, read as YYYY-MM-DD. */
export const dayBoxes = (title: string) =>
  z.object({ day: z.string().default(''), month: z.string().default(''), year: z.string().default('') }).transform((boxes, context): string => {
    const read = readScalar({ title, type: 'date' }, { whole: '', ...boxes });
    if (read.ok && read.value !== null) return String(read.value);
    context.addIssue({ code: 'custom', message: read.ok ? `Enter ${title.charAt(0).toLowerCase()}${title.slice(1)}, like 27 3 2027` : read.message });
    return '';
  });
/** Gathers name.day, name.month and name.year under `name`, so that the day is told of beside everything else. */
export const gathered = (name: string) => (sent: unknown): Record<string, unknown> => {
  const { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year, ...rest } = sent as Record<string, unknown>;
  return { ...rest, [name]: { day, month, year } };
};

export const outcomeSchema = z.strictObject({ outcome: z.enum(OUTCOMES, { error: 'Select your decision' }) });

/** One condition as its form brings it; `ownerIds`: who may be made to meet it. */
export const conditionForm = (ownerIds: readonly string[]) =>
  z.preprocess(gathered('dueOn'), z.strictObject({
    text: typed(1000).min(1, 'Enter what must be true'),
    evidence: typed(500).min(1, 'Enter the evidence that will show it'),
    ownerId: z.string({ error: 'Select who must meet it' }).refine((id) => ownerIds.includes(id), 'Select who must meet it'),
    dueOn: dayBoxes('The date it must be met by'),
    blocks: z.enum(BLOCKS.map(([key]) => key), { error: 'Select what waits for it' }),
  }));

/** Why it is put off, and until when. */
export const deferralForm = z.preprocess(gathered('until'), z.strictObject({ until: dayBoxes('The new date'), note: typed(4000).min(1, 'Enter why you need longer') }));

/** What must change, beside the comments marked so. */
export const changesForm = z.strictObject({ changes: typed(4000).default(''), limited: z.literal('yes').optional() });

/** Coded reasons, a few words on each, and what would change the signer's mind. */
export const declineForm = z
  .strictObject({
    reasons: z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.enum(DECLINE_REASONS.map(([code]) => code))).min(1, 'Select at least one reason')),
    note: typed(4000).min(1, 'Enter what would change your mind'),
    ...(Object.fromEntries(DECLINE_REASONS.map(([code]) => [`text-${code}`, typed(2000).default('')])) as Record<`text-${string}`, z.ZodDefault<z.ZodString>>),
  })
  .transform(({ reasons, note, ...texts }) => ({ note, reasons: reasons.map((code) => ({ code, text: String((texts as Record<string, unknown>)[`text-${code}`] ?? '') })) }));

/** A verdict and a note for each criterion. A verdict may be missing while the signer comes back later. */
export const criteriaForm = (keys: readonly string[]) =>
  z.strictObject({
    note: typed(4000).default(''),
    intent: z.string().optional(),
    ...(Object.fromEntries(keys.flatMap((key) => [[`verdict-${key}`, z.enum(['met', 'partly', 'notMet']).optional()], [`note-${key}`, typed(2000).default('')]])) as Record<string, z.ZodType<string | undefined>>),
  });

/** The signature: two boxes that nobody ticks but the signer. */
export const signatureSchema = z.strictObject({
  read: z.literal('yes', { error: 'Select both boxes to sign this decision' }),
  allowed: z.literal('yes', { error: 'Select both boxes to sign this decision' }),
  onBehalfOf: typed(200).default(''),
  minutes: typed(200).default(''),
  sha256: z.string(),
  key: z.string().min(1).max(80),
  password: z.string().max(1000).default(''),
  code: z.string().max(40).default(''),
});
