import type { Answers, StoryFacts } from '../facts.ts';
import { badYearAnswers } from './bad-years.ts';
import { cashAnswers } from './cash.ts';
import { incomeAnswers } from './income.ts';
import { investmentAnswers } from './investment.ts';
import { payAnswers } from './pay.ts';
import { runningCostAnswers, totals } from './running-costs.ts';

/** The financial case, each part worked out from those before it, so that every sum agrees. The short form has no equipment and tax lines. */
export function moneyAnswers(f: StoryFacts): Answers {
  let money: Answers = { ...incomeAnswers(f), ...payAnswers(f) };
  money = { ...money, ...runningCostAnswers(f, money) };
  money = { ...money, ...totals(f, money), ...investmentAnswers(f, money) };
  if (f.small) money = Object.fromEntries(Object.entries(money).filter(([key]) => !['fin.capital', 'fin.financing'].includes(key)));
  money = { ...money, ...cashAnswers(f, money) };
  return {
    ...money,
    ...badYearAnswers(f, money),
    'fin.guarantee': 'commissioner',
    'fin.bond': 'no',
  };
}
