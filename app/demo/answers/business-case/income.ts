import { addDays, addMonths } from '#workflows/dates.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { growing, line, share } from './sums.ts';

const contractEnd = (f: StoryFacts) => addDays(addMonths(f.contractStart, f.contractYears * 12), -1);
/** Trading grows to 3.5% of today's budget, all from work that employers pay for. */
const TRADING = [0.5, 1.2, 2, 2.8, 3.5];

/** Who pays, how much and at what prices. The contract and the council together pay today's budget. */
export function incomeAnswers(f: StoryFacts): Answers {
  const quality = share(f, 1.5);
  const council = share(f, 8);
  const [trading, transition] = [share(f, TRADING[0]!), share(f, 0.3)];
  const contract = share(f, 100) - council - quality;
  return {
    'bc.contract_value': contract + quality,
    'bc.payers': [
      { payer: f.commissioner, kind: 'nhs', amount: contract + quality + transition, 'ends-on': contractEnd(f) },
      { payer: 'The local council', kind: 'council', amount: council, 'ends-on': contractEnd(f) },
      { payer: 'Employers, for staff health', kind: 'private', amount: trading, 'ends-on': null },
    ],
    'fin.income': [
      growing(f, 'inc-01', contract, 1.5),
      growing(f, 'inc-03', quality, 1.5),
      growing(f, 'inc-04', council, 1.5),
      line(f, 'inc-05', (year) => share(f, TRADING[year - 1]!)),
      line(f, 'inc-06', (year) => (year === 1 ? transition : 0)),
    ],
    'fin.price_rise': 2.5,
    'fin.price_cut': 1,
    'fin.quality_chance': 60,
    'fin.activity_income': { notApplicable: 'We are paid a fixed sum, not a price for each contact' },
    'bc.diversification': [
      { line: 'Physiotherapy for local employers', status: 'signed', ...tradingYears(f, 0.6) },
      { line: 'Training for care homes', status: 'talks', ...tradingYears(f, 0.4) },
    ],
  };
}

function tradingYears(f: StoryFacts, part: number) {
  const { row: _, ...years } = line(f, '', (year) => share(f, TRADING[year - 1]! * part));
  return years;
}
