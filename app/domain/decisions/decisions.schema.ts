import { z } from 'zod';

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

export const BLOCKS = [
  ['nextStage', 'The next stage opens'],
  ['contract', 'The contract is approved'],
  ['goLive', 'Go-live'],
  ['nothing', 'Nothing: it only has a date'],
] as const;

const Words = (max: number) => z.string().trim().max(max, `Use ${max} characters or fewer`);

export const criterionVerdict = z.strictObject({
  criterion: z.string(),
  verdict: z.enum(['met', 'partly', 'notMet']),
  note: Words(2000),
});
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

/** What a signer has chosen so far; kept on the server between the pages. */
export const decisionDraft = z.object({
  outcome: z.enum(OUTCOMES).optional(),
  criteria: z.array(criterionVerdict).default([]),
  conditions: z.array(conditionAsked).default([]),
  reasons: z.array(z.strictObject({ code: z.string(), text: Words(2000) })).default([]),
  note: Words(4000).default(''),
  onBehalfOf: Words(200).default(''),
  until: z.iso.date().optional(),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;
