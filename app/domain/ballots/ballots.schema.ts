import { z } from 'zod';
import { BALLOT_METHODS, BALLOT_RUNNERS, VOTES } from '#workflows/secret-ballots.ts';
import { readScalar, wordCount } from '#workflows/scalars.ts';
import { emailAddress } from '../people/people.schema.ts';
import { readElectorate } from './electorate.ts';

const text = (max: number, empty: string) => z.string({ error: empty }).trim().min(1, empty).max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);
const keys = <K extends string>(list: readonly { value: K }[]) => list.map(({ value }) => value) as [K, ...K[]];

const day = (title: string) =>
  z.string({ error: `Enter ${title}, like 27 3 2027` }).trim().max(40, `Enter ${title}, like 27 3 2027`).transform((whole, context) => {
    const read = readScalar({ title: title.charAt(0).toUpperCase() + title.slice(1), type: 'date' }, { whole });
    if (read.ok && read.value !== null) return String(read.value);
    context.addIssue({ code: 'custom', message: read.ok ? `Enter ${title}, like 27 3 2027` : read.message });
    return z.NEVER;
  });

const THRESHOLD = 'Enter the share of yes votes that is needed, a whole number from 1 to 100';

/** A new ballot, as agreed before it. */
export const ballotForm = z.strictObject({
  question: text(600, 'Enter the question, in the exact words').refine((words) => wordCount(words) <= 50, 'The question must be 50 words or fewer'),
  method: z.enum(keys(BALLOT_METHODS), { error: 'Select whether it is a ballot or a show of opinion' }),
  opensOn: day('the day it opens'),
  closesOn: day('the last day of voting'),
  threshold: z.string({ error: THRESHOLD }).trim().regex(/^\d{1,3}$/, THRESHOLD).transform(Number).refine((n) => n >= 1 && n <= 100, THRESHOLD),
  runBy: z.enum(keys(BALLOT_RUNNERS), { error: 'Select who runs it' }),
  runner: text(200, 'Enter the name of who runs it'),
  electors: z.string({ error: 'Enter the email addresses of everybody who may vote, one on each line' }).max(1_000_000).transform((pasted, context) => {
    const read = readElectorate(pasted, (line) => emailAddress.safeParse(line).data);
    if (read.ok) return read.addresses;
    context.addIssue({ code: 'custom', message: read.message });
    return z.NEVER;
  }),
});
export type NewBallot = z.output<typeof ballotForm>;

export const cancelBallotForm = z.strictObject({ reason: text(1000, 'Enter the reason') });
export const voteForm = z.strictObject({ vote: z.enum(keys(VOTES), { error: 'Select for, against or a blank paper' }) });
