import { z } from 'zod';
import { day, keys } from '../benefits/fields.schema.ts';

/** The six words and what each says. */
export const VERDICTS = [
  ['met', 'Met', 'What was promised came true, by the day it was promised for'],
  ['onTrack', 'On track', 'The day has not come, and the results lead there'],
  ['atRisk', 'At risk', 'The day has not come, and the results do not lead there'],
  ['missed', 'Missed', 'The day has come, and what was promised is not there'],
  ['notProven', 'Not proven', 'The results show neither one nor the other'],
  ['tooEarly', 'Too early', 'Nothing can be said yet'],
] as const;
export type Word = (typeof VERDICTS)[number][0];

const text = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`).default('');

/** A verdict as its form brings it. What a missed benefit needs beside it is asked by the command. */
export const verdictSchema = z.strictObject({
  key: z.string().min(1).max(64),
  reviewOn: z.iso.date(),
  /** A hash of what the proposal rested on when the page was drawn. */
  saw: z.string().max(64),
  /** The verdict of this review that it knowingly replaces; '' for none. */
  replaces: text(60),
  verdict: z.enum(keys(VERDICTS), 'Select your verdict'),
  reasons: text(2000),
  action: text(1000),
  actionOwner: text(60),
  actionDueOn: day('Date the action is due'),
});
export type VerdictForm = z.output<typeof verdictSchema>;

export const STORY_KINDS = [['story', 'A story', 'What somebody told'], ['survey', 'A survey', 'What people answered when they were asked'], ['audit', 'An audit', 'What was found when records were checked'], ['observation', 'An observation', 'What somebody saw and wrote down']] as const;
export const CONSENTS = [
  ['named', 'Yes, with their name', 'The public statement may show the words and the name'],
  ['unnamed', 'Yes, without their name', 'The public statement may show the words and no name'],
  ['none', 'No', 'Only people on this case see it'],
] as const;

/** Evidence in words. */
export const storySchema = z
  .strictObject({
    key: z.string().min(1).max(64),
    kind: z.enum(keys(STORY_KINDS), 'Select what kind of evidence it is'),
    text: text(3000).refine((words) => words !== '', 'Enter what it shows'),
    heardOn: day('Date').refine((on) => on !== null, 'Enter the date you heard or saw it'),
    consent: z.enum(keys(CONSENTS), 'Select whether it may be shown outside'),
    personName: text(120),
  })
  .refine(({ consent, personName }) => consent !== 'named' || personName !== '', { path: ['personName'], message: 'Enter the name to show' });
export type StoryForm = z.output<typeof storySchema>;
