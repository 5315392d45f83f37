import { z } from 'zod';
import { keys, maybe, oneOf } from './fields.schema.ts';

/** The kinds of benefit, as a commissioner groups them. `quality` and `value`: the two the contract should each have one of. */
export const CATEGORIES = [
  ['patient-outcome', 'Better health for patients'],
  ['access', 'Shorter waits or easier access'],
  ['safety', 'Safer care'],
  ['experience', 'Better experience of care'],
  ['staff', 'A better place to work'],
  ['productivity', 'More done with the same'],
  ['cash-saving', 'Money saved'],
  ['cost-avoidance', 'Costs avoided'],
  ['integration', 'Care that is joined up'],
  ['inequality', 'Fairer care'],
  ['social-value', 'Good for the community'],
] as const;
export const UNITS = ['%', 'days', 'weeks', 'hours', 'minutes', 'days per person', 'per 1,000', 'count', 'count a month', '£ a year', 'score', 'ratio'] as const;
export const DIRECTIONS = [['down', 'Lower is better'], ['up', 'Higher is better'], ['maintain', 'Stay the same'], ['band', 'Stay within a range']] as const;
export const FREQUENCIES = [['monthly', 'Every month'], ['quarterly', 'Every 3 months'], ['yearly', 'Every year']] as const;
export const TREATMENTS = [
  ['contracted', 'In the contract'],
  ['monitored', 'Reported on, but not in the contract'],
  ['notContracted', 'Not in the contract'],
] as const;

/** What there is to show for it. */
export const EVIDENCE_KINDS = [
  ['numbers', 'Numbers'],
  ['survey', 'A survey'],
  ['audit', 'An audit'],
  ['observation', 'Somebody watches and writes it down'],
  ['story', 'What people tell'],
] as const;
export const CLASSES = [
  ['cashReleasing', 'Money the {commissioner} no longer spends'],
  ['nonCash', 'Time or room set free, not money'],
  ['quantified', 'A figure that is not money'],
  ['qualitative', 'Told in words'],
  ['disbenefit', 'Something that gets worse, and is accepted'],
] as const;
export const QUALITIES = [
  ['A', 'A: checked by somebody independent'],
  ['B', 'B: from a system in daily use'],
  ['C', 'C: from a sample or a survey'],
  ['D', 'D: an estimate'],
] as const;
/** How the figure without the change was worked out. */
export const COUNTERFACTUALS = [
  ['none', 'Nothing would change: the starting figure'],
  ['trend', 'The trend before goes on'],
  ['comparator', 'What a similar service does'],
  ['matched', 'A matched group'],
  ['plan', 'What was planned anyway'],
] as const;
export const CONFIDENCES = [['high', 'High'], ['medium', 'Medium'], ['low', 'Low']] as const;
export const ATTRIBUTIONS = [['sole', 'All of it'], ['main', 'Most of it'], ['contributory', 'Some of it']] as const;
export const CONSEQUENCES = [
  'A joint look at the cause within 10 working days, then a written plan',
  'A service improvement action with a date',
  'Part of the payment is held back until it is put right',
  'A review of whether somebody else should run the service',
] as const;

/** The two fields of the catcher under a long answer. */
export const promiseSchema = z.strictObject({
  title: z.string().trim().min(1, 'Enter what will get better').max(160, 'Use 160 characters or fewer'),
  beneficiary: z.string().trim().min(1, 'Enter who will gain').max(160, 'Use 160 characters or fewer'),
});

/** Why a promise is withdrawn, or taken up again. */
export const withdrawalSchema = z.strictObject({ reason: z.string().trim().max(1000, 'Use 1,000 characters or fewer').default('') });

/** The consequence is none of CONSEQUENCES: it is in the person's own words. */
export const OWN_WORDS = 'own';

/** Whether a promise is in the contract. Own words count when they are chosen, or nothing else is. */
export const treatmentSchema = z
  .strictObject({
    treatment: z.enum(keys(TREATMENTS), 'Select whether this benefit is in the contract'),
    clause: maybe(200),
    frequency: oneOf(keys(FREQUENCIES)),
    consequence: maybe(500),
    consequenceOwn: maybe(500),
    reason: maybe(1000),
    revision: z.coerce.number().int(),
  })
  .transform(({ consequenceOwn, ...form }, context) => {
    if (form.consequence === OWN_WORDS && !consequenceOwn) context.addIssue({ code: 'custom', path: ['consequenceOwn'], message: 'Enter what follows if it is missed, in your own words' });
    return { ...form, consequence: form.consequence === OWN_WORDS ? consequenceOwn : (form.consequence ?? consequenceOwn) };
  });
export type TreatmentForm = z.output<typeof treatmentSchema>;

/** The commissioner's side agrees to the reason it read. */
export const agreementSchema = z.strictObject({ revision: z.coerce.number().int() });
