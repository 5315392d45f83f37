import type { Row } from '#workflows/checks/check.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { growing, line, share, tidy } from './sums.ts';

/** Costs rise 2.1% a year once savings are taken off. */
export const COST_GROWTH = 2.1;
/** People with their pensions take this part of the budget; bank, agency and the other scheme are inside it. */
const PEOPLE = 75.5;
const ON_COST = 11;
/** Nine tenths of staff are in the NHS Pension Scheme, and they earn a little more than the rest. */
const PENSIONABLE = 0.92;

const GROUPS = [
  { group: 'Therapists and nurses', part: 0.46, level: 1.15, line: 'clinical' }, { group: 'Assistants', part: 0.24, level: 0.72, line: 'clinical' },
  { group: 'Booking and administration', part: 0.18, level: 0.74, line: 'office' }, { group: 'Managers and leads', part: 0.12, level: 1.45, line: 'managers' },
] as const;

/** The employer rate of the NHS Pension Scheme: 14% until 2015, the full 23.78% today. */
const rateOf = (f: StoryFacts) => (f.transferOn < '2015-04-01' ? 14 : 23.78);

/** Posts, pay and pensions: pay follows from counting posts, and pensions from pay. */
export function payAnswers(f: StoryFacts): Answers {
  const rate = rateOf(f);
  const basic = (f.budgetPence * (PEOPLE - 2.5)) / 100 / (1 + ON_COST / 100 + (PENSIONABLE * rate) / 100);
  const posts = postsFor(f, basic);
  const payOf = (which: string) => tidy(posts.filter((p) => p.line === which).reduce((sum, p) => sum + p.wte * p.pay, 0));
  const [clinical, office, managers] = [payOf('clinical'), payOf('office'), payOf('managers')];
  const pensionable = tidy((clinical + office + managers) * PENSIONABLE);
  const pension = tidy((pensionable * rate) / 100);
  const grow = (row: string, first: number) => growing(f, row, first, COST_GROWTH);
  return {
    'fin.pay': [
      grow('pay-01', clinical), grow('pay-02', office), grow('pay-03', managers), grow('pay-04', share(f, 1.5)), grow('pay-05', share(f, 1)),
      grow('pay-06', ((clinical + office + managers) * ON_COST) / 100),
    ],
    'fin.pay_build': posts.map(({ group, wte, pay }): Row => ({ group, wte, pay, oncost: ON_COST })),
    'fin.pay_award': [line(f, 'funded', (year) => clinical * 0.015 * year), line(f, 'unfunded', (year) => clinical * 0.006 * year)],
    'fin.pension_rate': rate,
    'fin.pensionable_pay': pensionable,
    'fin.pension_cost': [grow('pay-07', pension), grow('pay-08', share(f, 0.2))],
    'fin.pension_joiners': 'nhs',
    'fin.pension_confirmed': 'no',
  };
}

/** Full-time posts in four groups that add up to the whole, with pay for each that adds up to `basic`. */
function postsFor(f: StoryFacts, basic: number) {
  const average = basic / f.wte / GROUPS.reduce((sum, g) => sum + g.part * g.level, 0);
  const tenths = GROUPS.map((g) => Math.floor(f.wte * g.part * 10));
  const last = Math.round(f.wte * 10) - tenths.slice(0, 3).reduce((a, b) => a + b, 0);
  return GROUPS.map((g, i) => ({ ...g, wte: (i < 3 ? tenths[i]! : last) / 10, pay: tidy(average * g.level) }));
}
