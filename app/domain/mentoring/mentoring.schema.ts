import { z } from 'zod';
import { MOST_CHOICES } from '#workflows/matching.ts';
import { FORMS, REGIONS, SIZES } from '#workflows/mentors.ts';
import { servicesAsked, topicsAsked } from '../mentors/mentors.schema.ts';
import { HELPED, OFTEN, OUTCOMES, REFUSALS, REPLY_DAYS } from './mentoring-words.ts';

const text = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);
const first = <K extends string>(pairs: readonly (readonly [K, ...string[]])[]) => pairs.map(([key]) => key) as [K, ...K[]];
const keyOrNothing = <K extends string>(list: readonly { key: K }[], missing: string) =>
  z.enum(list.map(({ key }) => key) as [K, ...K[]], { error: missing }).or(z.literal('')).optional().transform((key): K | null => (key === '' || key === undefined ? null : (key as K)));

/** What a team asks a mentor for, said once and sent with every request. */
export const needSchema = z.strictObject({
  topics: topicsAsked('Select at least one topic you want help with'),
  services: servicesAsked,
  size: keyOrNothing(SIZES, 'Select how many staff you are'),
  legalForm: keyOrNothing(FORMS as readonly { key: string }[], 'Select from the list of legal forms'),
  region: keyOrNothing(REGIONS, 'Select from the list of regions'),
  stuck: z.string({ error: 'Enter what you are stuck on' }).trim().min(1, 'Enter what you are stuck on').max(2000, 'Use 2,000 characters or fewer'),
  tried: text(2000).default(''),
  often: z.enum(first(OFTEN), { error: 'Select how often you would like to talk' }),
  revision: z.string().regex(/^\d{1,6}$/).transform(Number),
});
export type NewNeed = z.output<typeof needSchema>;

/** The advisers chosen, each field `choice.<adviser>` holding its rank or nothing, and one more by name. */
export const choicesSchema = z
  .looseObject({ replyDays: z.enum(REPLY_DAYS.map(String) as [string, ...string[]], { error: 'Select how long they have to reply' }).transform(Number), other: z.string().max(64).default(''), key: z.string().max(64) })
  .transform(({ replyDays, other, key, ...rest }, context) => {
    const ranked = Object.entries(rest).filter(([name, rank]) => name.startsWith('choice.') && rank !== '').map(([name, rank]) => ({ field: name, adviserId: name.slice(7), rank: Number(rank) }));
    const all = [...ranked, ...(other ? [{ field: 'other', adviserId: other, rank: MOST_CHOICES + 1 }] : [])];
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (all.length === 0) fault('choices', 'Choose at least one adviser, and say who is your first choice');
    for (const { field, rank } of ranked) if (!Number.isInteger(rank) || rank < 1 || rank > MOST_CHOICES) fault(field, 'Select a choice from the list');
    const twice = ranked.find(({ rank }, i) => ranked.findIndex((one) => one.rank === rank) !== i);
    if (twice) fault(twice.field, 'Two people have the same place. Give each a place of their own');
    if (ranked.some(({ adviserId }) => adviserId === other)) fault('other', 'You chose this person above already');
    return { replyDays, key, chosen: all.sort((a, b) => a.rank - b.rank).map(({ field, adviserId }) => ({ field, adviserId })) };
  });
export type NewChoices = z.output<typeof choicesSchema>;

export const refusalSchema = z.strictObject({ reason: z.enum(first(REFUSALS), { error: 'Select a reason, or that you would rather not say' }), words: text(500).default('') });
export type NewRefusal = z.output<typeof refusalSchema>;

/** What goes with a move: for an ending its outcome. */
export const moveSchema = z.strictObject({ outcome: z.enum(first(OUTCOMES), { error: 'Select how it ended' }).optional(), words: text(1000).default('') });
export type MoveSaid = z.output<typeof moveSchema>;

export const feedbackSchema = z.strictObject({ helped: z.enum(first(HELPED), { error: 'Select how much it helped' }), words: text(1000).default('') });
export type NewFeedback = z.output<typeof feedbackSchema>;
