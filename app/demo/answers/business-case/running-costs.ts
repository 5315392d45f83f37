import type { Row } from '#workflows/checks/check.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { COST_GROWTH } from './pay.ts';
import { growing, line, modelOf, share, split, tidy, yearsOf } from './sums.ts';

const ESTATES = { rent: 2.2, service: 0.5, facilities: 0.9, rates: 0.4, utilities: 0.6 };
const IT = { clinical: 0.8, devices: 0.5, network: 0.3, support: 0.4, licences: 0.2 };
const OVERHEADS = { finance: 1, payroll: 0.4, hr: 0.8, governance: 0.2, legal: 0.2, audit: 0.2, estates: 0.4, procurement: 0.3, other: 0.5 };
const whole = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);

/** Everything that is not pay: premises, computers, support, insurance and VAT. Needs the income lines, because the reserve for surprises follows income. */
export function runningCostAnswers(f: StoryFacts, money: Answers): Answers {
  const income = modelOf(money).map((year) => year.income);
  const [estates, it, overheads] = [share(f, whole(ESTATES)), share(f, whole(IT)), share(f, whole(OVERHEADS))];
  const grow = (row: string, first: number) => growing(f, row, first, COST_GROWTH);
  return {
    'fin.nonpay': [
      grow('non-01', share(f, 6)), grow('non-02', estates), grow('non-it', it), grow('non-03', overheads), grow('non-05', share(f, 0.15)),
      grow('non-07', share(f, 1.8)), line(f, 'non-08', (year) => income[year - 1]! * 0.0115 + 5_000),
    ],
    'fin.estates': nowAndOwn(estates, ESTATES, 0.96),
    'fin.it': nowAndOwn(it, IT, 0.9),
    'fin.overheads': nowAndOwn(overheads, OVERHEADS, 1.25),
    'fin.stranded': share(f, 0.8),
    'fin.stranded_plan': `${f.parent} bears it and has agreed how it falls: half in year 1, a quarter in year 2 and nothing after that. It keeps our payroll and IT support for 18 months, which pays for most of the teams that would otherwise be idle, and it gives up one floor of its head office when that lease ends.`,
    ...insurance(f),
    ...vat(f),
  };
}

const nowAndOwn = (total: number, parts: Readonly<Record<string, number>>, today: number): Row[] =>
  split(total, parts).map(([row, y1]) => ({ row, now: tidy(y1 * today), y1 }));

const insurance = (f: StoryFacts): Answers => ({
  'fin.clinical_cover': 'both',
  'fin.insurance': [
    { row: 'clinical', cover: null, yearly: share(f, 0.5) }, { row: 'employer', cover: 1_000_000_000, yearly: share(f, 0.08) },
    { row: 'public', cover: 1_000_000_000, yearly: share(f, 0.06) }, { row: 'directors', cover: 200_000_000, yearly: share(f, 0.04) },
    { row: 'property', cover: 50_000_000, yearly: share(f, 0.05) }, { row: 'cyber', cover: 100_000_000, yearly: share(f, 0.06) },
    { row: 'regulatory', cover: 25_000_000, yearly: share(f, 0.02) }, { row: 'equipment', cover: 30_000_000, yearly: share(f, 0.02) },
  ],
});

/** A tenth of the VAT comes back: on catering, training sold to others and some equipment. */
const vat = (f: StoryFacts): Answers => ({
  'fin.vat_irrecoverable': Array.from({ length: yearsOf(f) }, (_, i) => {
    const vatable = tidy((f.budgetPence * 0.08) * (1 + COST_GROWTH / 100) ** i);
    return { row: `y${i + 1}`, vatable, share: 90, vat: (vatable * 18) / 100 };
  }),
  'fin.vat_advice': 'signed',
});

/** The totals of the workbook, which are the lines themselves. */
export function totals(f: StoryFacts, money: Answers): Answers {
  const years = modelOf(money);
  return { 'fin.totals': [line(f, 'income', (year) => years[year - 1]!.income), line(f, 'cost', (year) => years[year - 1]!.cost)] };
}
