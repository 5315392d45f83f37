import { fiveYears, type Year } from '#workflows/computed/five-year-model.ts';
import type { AnswerValue, Row } from '#workflows/checks/check.ts';
import type { Answers, StoryFacts } from '../facts.ts';

/** A plan is written in whole hundreds of pounds. Pence in, pence out. */
export const tidy = (pence: number): number => Math.round(pence / 10_000) * 10_000;

/** A share of the yearly budget, in percent, to the hundred pounds. */
export const share = (f: StoryFacts, percent: number): number => tidy((f.budgetPence * percent) / 100);

/** How many years the model covers: the short form may stop after three. */
export const yearsOf = (f: StoryFacts): number => (f.small ? 3 : 5);

/** A line of money over the years, by what it is in each. */
export const line = (f: StoryFacts, row: string, of: (year: number) => number): Row => ({
  row, ...Object.fromEntries(Array.from({ length: yearsOf(f) }, (_, i) => [`y${i + 1}`, tidy(of(i + 1))])),
});

/** A line that starts with `first` and grows by `percent` a year. */
export const growing = (f: StoryFacts, row: string, first: number, percent: number): Row =>
  line(f, row, (year) => first * (1 + percent / 100) ** (year - 1));

/** A total split by weights; the last part takes what rounding leaves over, so the parts always add up. */
export function split(total: number, weights: Readonly<Record<string, number>>): [row: string, amount: number][] {
  const whole = Object.values(weights).reduce((a, b) => a + b, 0);
  const keys = Object.keys(weights);
  let left = total;
  return keys.map((key, i) => {
    const amount = i === keys.length - 1 ? left : tidy((total * weights[key]!) / whole);
    left -= amount;
    return [key, amount];
  });
}

/** Answers as the computations read them; what is not known is not answered. */
export const reading = (answers: Answers) => (key: string): AnswerValue | undefined => {
  const answer = answers[key];
  return typeof answer === 'object' && !Array.isArray(answer) && ('unknownUntil' in answer || 'notApplicable' in answer) ? undefined : answer;
};

/** The years of the model as the form itself works them out from the same lines. */
export const modelOf = (answers: Answers): Year[] => fiveYears(reading(answers));

/** Yearly sums in today's money at 3.5%, the first at the end of year 1. */
export const todaysMoney = (sums: readonly number[]): number => tidy(sums.reduce((sum, amount, i) => sum + amount / 1.035 ** (i + 1), 0));
