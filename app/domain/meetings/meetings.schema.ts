import { z } from 'zod';
import { MEETING_MINUTES } from '#workflows/meetings.ts';
import { MENTOR_TOPICS } from '#workflows/mentor-topics.ts';
import { readScalar, wordCount } from '#workflows/scalars.ts';
import { readTime, ukInstant } from '#workflows/uk-time.ts';
import { ACTIONS, SLOTS } from './places.ts';

const typed = (max: number) => z.string().trim().max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);
const topic = z.enum(MENTOR_TOPICS.map(({ key }) => key), { error: 'Select what it is about' });
const reason = typed(1000).min(1, 'Enter the reason');

const boxes = Object.fromEntries(SLOTS.flatMap((n) => [[`slots.${n}.day`, typed(40).default('')], [`slots.${n}.time`, typed(20).default('')]])) as Record<`slots.${number}.${'day' | 'time'}`, z.ZodDefault<z.ZodString>>;

/** One time as its two boxes say it: an instant, null when both are empty, or what to mend and where. */
function slotIn(day: string, time: string, n: number): { at: string | null } | { part: 'day' | 'time'; message: string } {
  if (!day && !time) return { at: null };
  const read = readScalar({ title: `Time ${n}: the day`, type: 'date' }, { whole: day });
  if (!read.ok || read.value === null) return { part: 'day', message: read.ok ? `Enter the day of time ${n}, like 27 3 2027` : read.message };
  const clock = readTime(time);
  if (!clock) return { part: 'time', message: `Enter the clock time of time ${n}, like 2:30pm or 14:30` };
  const found = ukInstant(String(read.value), clock);
  return found.ok ? { at: found.at } : { part: 'time', message: `Time ${n}: ${time} ${found.message}` };
}

/** The times of a form as instants in the order of its boxes. Each keeps the number of its box. */
function slotsIn(form: Record<string, unknown>, context: z.RefinementCtx): { n: number; at: string }[] {
  return SLOTS.flatMap((n) => {
    const slot = slotIn(String(form[`slots.${n}.day`]), String(form[`slots.${n}.time`]), n);
    if ('message' in slot) context.addIssue({ code: 'custom', path: [`slots.${n}.${slot.part}`], message: slot.message });
    return 'at' in slot && slot.at ? [{ n, at: slot.at }] : [];
  });
}
export type SlotsTyped = ReturnType<typeof slotsIn>;

/** Times for a new meeting. */
export const offerForm = z
  .strictObject({
    mentor: z.string({ error: 'Select who you want to meet' }).min(1, 'Select who you want to meet').max(64),
    topic,
    minutes: z.enum(MEETING_MINUTES.map(String), { error: 'Select how long it takes' }).transform(Number),
    place: typed(300).min(1, 'Enter how or where you meet'),
    ...boxes,
  })
  .transform((form, context) => ({ mentor: form.mentor, topic: form.topic, minutes: form.minutes, place: form.place, slots: slotsIn(form, context) }));
export type Offer = z.output<typeof offerForm>;

/** Other times for a meeting, and why. */
export const moveForm = z.strictObject({ reason, ...boxes }).transform((form, context) => ({ reason: form.reason, slots: slotsIn(form, context) }));
export const cancelForm = z.strictObject({ reason });
export const choiceForm = z.strictObject({ slot: z.string({ error: 'Select one of the times on offer' }).max(40) });

const actionBoxes = Object.fromEntries(ACTIONS.flatMap((n) => [[`actions.${n}.text`, typed(300).default('')], [`actions.${n}.owner`, typed(64).default('')], [`actions.${n}.due`, typed(40).default('')]])) as Record<`actions.${number}.${'text' | 'owner' | 'due'}`, z.ZodDefault<z.ZodString>>;

function actionsIn(form: Record<string, unknown>, context: z.RefinementCtx): { text: string; ownerId: string; dueOn: string }[] {
  const say = (n: number, part: string, message: string) => context.addIssue({ code: 'custom', path: [`actions.${n}.${part}`], message });
  return ACTIONS.flatMap((n) => {
    const [text, ownerId, due] = ['text', 'owner', 'due'].map((part) => String(form[`actions.${n}.${part}`]));
    if (!text && !due && !ownerId) return [];
    if (!text) say(n, 'text', `Enter what is to be done in action ${n}, or clear it`);
    if (!ownerId) say(n, 'owner', `Select who does action ${n}`);
    const read = readScalar({ title: `The date of action ${n}`, type: 'date' }, { whole: due! });
    if (!read.ok || read.value === null) say(n, 'due', read.ok ? `Enter the date action ${n} is to be done by, like 27 3 2027` : read.message);
    return read.ok && read.value !== null ? [{ text: text!, ownerId: ownerId!, dueOn: String(read.value) }] : [];
  });
}

/** A session that took place. */
export const sessionForm = z
  .strictObject({
    mentor: z.string({ error: 'Select whose session it was' }).min(1, 'Select whose session it was').max(64),
    meeting: z.string().max(64).default(''),
    metOn: z.string().trim().max(40),
    topic,
    minutes: z.string().trim().regex(/^\d{1,3}$/, 'Enter how many minutes it took, like 60').transform(Number).refine((n) => n >= 5 && n <= 600, 'Minutes must be between 5 and 600'),
    advice: typed(4000).default(''),
    privateNote: typed(4000).default(''),
    ...actionBoxes,
  })
  .transform((form, context) => {
    const read = readScalar({ title: 'The day', type: 'date' }, { whole: form.metOn });
    if (!read.ok || read.value === null) context.addIssue({ code: 'custom', path: ['metOn'], message: read.ok ? 'Enter the day you met, like 27 3 2027' : read.message });
    return {
      mentor: form.mentor, meetingId: form.meeting || null, metOn: read.ok ? String(read.value) : '', topic: form.topic, minutes: form.minutes,
      advice: form.advice, privateNote: form.privateNote, actions: actionsIn(form, context),
    };
  });
export type SessionWritten = z.output<typeof sessionForm>;

/** A mentor's note to the approver; empty takes it back. */
export const noteForm = z.strictObject({ text: typed(2500).refine((text) => wordCount(text) <= 250, 'Your note must be 250 words or fewer') });
