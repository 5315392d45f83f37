import { z } from 'zod';
import { CRITERIA, type Criterion } from '#workflows/matching.ts';
import { CONFLICT_KINDS } from '#workflows/mentor-conflicts.ts';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';
import { FORMS, MEETS, REGIONS, SERVICES, SIZES } from '#workflows/mentors.ts';
import { readScalar } from '#workflows/scalars.ts';
import { many } from '../../lib/forms.ts';
import { dayBoxes, gathered } from '../decisions/decisions.schema.ts';
import { emailAddress } from '../people/people.schema.ts';

const text = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);
const asked = (max: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);
const keysOf = <K extends string>(list: readonly { key: K }[]) => list.map(({ key }) => key) as [K, ...K[]];
const oneOf = <K extends string>(list: readonly { key: K }[], missing: string) => z.enum(keysOf(list), { error: missing });
const whole = (least: number, most: number, missing: string) =>
  z.string({ error: missing }).trim().regex(/^\d{1,4}$/, missing).transform(Number).refine((n) => n >= least && n <= most, missing);
const tick = z.literal('yes').optional().transform((said) => said === 'yes');
/** Told beside every other fault, not after it. */
const when = () => true;

/** A day that may be left empty. */
const maybeDay = (title: string) =>
  z.object({ day: z.string().default(''), month: z.string().default(''), year: z.string().default('') }).transform((boxes, context): string | null => {
    if (Object.values(boxes).every((part) => part.trim() === '')) return null;
    const read = readScalar({ title, type: 'date' }, { whole: '', ...boxes });
    if (read.ok && read.value !== null) return String(read.value);
    context.addIssue({ code: 'custom', message: read.ok ? 'Enter a day, like 27 3 2027' : read.message });
    return null;
  });

export const topicsAsked = (missing: string) => many(z.enum(keysOf(MENTOR_TOPICS), { error: missing })).refine((topics) => topics.length > 0, { when, message: missing });
export const servicesAsked = many(z.enum(keysOf(SERVICES), { error: 'Select from the list of services' }));

/** A mentor organisation, as the support unit records it. */
export const mentorSchema = z.preprocess(gathered('spunOutOn'), z.strictObject({
  name: z.string({ error: 'Enter the name of the organisation' }).transform((words) => words.replace(/\s+/g, ' ').trim()).pipe(z.string().min(1, 'Enter the name of the organisation').max(200, 'Use 200 characters or fewer')),
  legalForm: z.enum(FORMS.map(({ key }) => key) as [string, ...string[]], { error: 'Select its legal form' }),
  services: servicesAsked.refine((services) => services.length > 0, { when, message: 'Select at least one kind of service' }),
  size: oneOf(SIZES, 'Select how many staff it has'),
  region: oneOf(REGIONS, 'Select the region it works in'),
  spunOutOn: maybeDay('The day it left the public sector'),
  userLed: tick,
  /** Taken out of the directory. */
  left: tick,
  about: asked(1000, 'Enter a few words on what it does'),
  revision: whole(0, 9999, 'Reload the page and try again'),
}));
export type MentorSaved = z.output<typeof mentorSchema>;

const offered = {
  topics: topicsAsked('Select at least one topic'),
  places: whole(0, 20, 'Enter how many teams they can help at once, from 0 to 20'),
  hours: whole(1, 100, 'Enter the hours a month, from 1 to 100'),
  meets: oneOf(MEETS, 'Select how they meet a team'),
  freeFrom: maybeDay('The day they are free from'),
  away: tick,
  about: text(1000).default(''),
  revision: whole(0, 9999, 'Reload the page and try again'),
};
/** What an adviser says of their own time and topics. */
export const availabilitySchema = z.preprocess(gathered('freeFrom'), z.strictObject(offered));
export type Availability = z.output<typeof availabilitySchema>;
/** An adviser as the support unit records them; the address is that of somebody with an account. */
export const adviserSchema = z.preprocess(gathered('freeFrom'), z.strictObject({ ...offered, email: emailAddress.optional(), ambassador: tick, left: tick }));
export type AdviserSaved = z.output<typeof adviserSchema>;

export const mentorResultSchema = z.preprocess(gathered('publishedOn'), z.strictObject({
  words: asked(300, 'Enter the result, with its figure and period'),
  link: z.string({ error: 'Enter the address where it can be read' }).trim().max(500, 'Use 500 characters or fewer').refine((link) => /^https:\/\/[^\s/]+\.[^\s]+$/.test(link), { error: 'Enter the whole address where it can be read, beginning with https://' }),
  publishedOn: dayBoxes('The day it was published'),
}));
export type NewMentorResult = z.output<typeof mentorResultSchema>;

/** What an adviser, or the support unit for them, puts on record. `whole`: it stands between the whole organisation and the body. */
export const mentorConflictSchema = z.strictObject({
  kind: oneOf(CONFLICT_KINDS, 'Select what kind of conflict it is'),
  body: z.string({ error: 'Select the body it is about' }).min(1, 'Select the body it is about').max(64),
  whole: tick,
  detail: asked(500, 'Enter what it is about, for example the name of the contract'),
});
export type NewMentorConflict = z.output<typeof mentorConflictSchema>;

export const weightsSchema = z.strictObject(Object.fromEntries(CRITERIA.map((criterion) => [criterion, whole(0, 100, 'Enter a whole number from 0 to 100')])) as Record<Criterion, ReturnType<typeof whole>>)
  .refine((weights) => Object.values(weights).some((weight) => weight > 0), { path: ['topics'], message: 'Give at least one of them some weight' });
