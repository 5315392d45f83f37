import { asRows } from '#workflows/checks/check.ts';
import { deliveryAnswers } from './business-case/delivery.ts';
import { moneyAnswers } from './business-case/money.ts';
import { optionAnswers } from './business-case/options.ts';
import { riskAnswers } from './business-case/risks.ts';
import { serviceAnswers } from './business-case/service.ts';
import { strategyAnswers } from './business-case/strategy.ts';
import { reading } from './business-case/sums.ts';
import type { Answers, StoryFacts } from './facts.ts';

/** A business case as a team sends it. All money follows from the yearly budget, and the words repeat the figures of the tables. */
export function businessCaseAnswers(f: StoryFacts): Answers {
  const money = moneyAnswers(f);
  const rent = Number(asRows(reading(money)('fin.estates')).find((row) => row.row === 'rent')?.y1);
  return {
    ...strategyAnswers(f, money),
    ...optionAnswers(f, money),
    ...serviceAnswers(f),
    ...money,
    ...deliveryAnswers(f, rent),
    ...riskAnswers(f),
    ...f.extra,
  };
}
