import { z } from 'zod';
import { targetProblem } from '../benefits.ts';
import { asNumber, asRows, asText, check, type Check, type Row } from './check.ts';

/** The parts a promise needs before anyone can measure it, and the words for each. */
const PARTS: readonly (readonly [column: string, words: string])[] = [
  ['beneficiary', 'who gains'],
  ['measure', 'the measure'],
  ['unit', 'the unit'],
  ['direction', 'which way is better'],
  ['baseline', 'the starting figure'],
  ['target', 'the target'],
  ['targetOn', 'the date to reach it'],
];

/** The parts one promise still lacks, in words. */
export const missingParts = (promise: Row): string[] =>
  PARTS.filter(([column]) => asText(promise[column]) === undefined && asNumber(promise[column]) === undefined).map(([, words]) => words);

const titleOf = (promise: Row, index: number) => asText(promise.title) ?? `Promise ${index + 1}`;
const listed = (words: string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

/** Checks of the promised benefits. The application gives them under the answer key `benefits`. */
export const promiseChecks: Record<string, Check> = {
  /** At least one benefit is promised. Source: National Audit Office, HC 1088, 2011: benefits were expected, not written down. */
  promisesSome: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ answer }) =>
      asRows(answer('benefits')).length === 0 ? [{ message: 'Add at least one promised benefit on the Benefits page' }] : [],
  }),
  /** The number of promises is in the suggested range; none at all is left to promisesSome. Slipway default. */
  promisesNumber: check({
    params: z.strictObject({ least: z.number(), most: z.number() }),
    severity: 'warn',
    run: ({ answer }, p) => {
      const count = asRows(answer('benefits')).length;
      const aim = `We suggest ${p.least} to ${p.most} promised benefits. You have ${count}`;
      if (count > 0 && count < p.least) return [{ message: `${aim}. Add another on the Benefits page, or carry on if that is all` }];
      return count > p.most ? [{ message: `${aim}. Keep the ones that matter most` }] : [];
    },
  }),
  /** Each promise says who gains, measure, unit, direction, starting figure, target and date. Slipway default. */
  promisesComplete: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ answer }) =>
      asRows(answer('benefits')).flatMap((promise, row) => {
        const missing = missingParts(promise);
        return missing.length ? [{ message: `Add ${listed(missing)} to "${titleOf(promise, row)}"`, row }] : [];
      }),
  }),
  /** A target lies on the better side of the starting figure. A contradiction: nobody could say whether it was met. */
  promisesPointRight: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ answer }) =>
      asRows(answer('benefits')).flatMap((promise, row) => {
        const [baseline, target] = [asNumber(promise.baseline) ?? null, asNumber(promise.target) ?? null];
        const problem = targetProblem(asText(promise.direction) ?? null, baseline, target, asText(promise.unit) ?? '');
        return problem ? [{ message: problem.replace(/^Target/, () => `Target of "${titleOf(promise, row)}"`), row, column: 'target' }] : [];
      }),
  }),
};
