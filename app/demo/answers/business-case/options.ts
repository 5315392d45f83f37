import { pounds } from '#workflows/computed/money-words.ts';
import { asRows } from '#workflows/checks/check.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { line, modelOf, reading, share, todaysMoney, yearsOf } from './sums.ts';

/** The options, what happens if nothing changes, and what each would be worth. */
export function optionAnswers(f: StoryFacts, money: Answers): Answers {
  const forecast = statusQuo(f);
  const stay = todaysMoney(Array.from({ length: yearsOf(f) }, (_, i) => at(forecast[0]!, i) - at(forecast[1]!, i) + at(forecast[2]!, i)));
  const before = asRows(reading(money)('fin.setup_costs')).filter((row) => row.when === 'before').reduce((sum, row) => sum + Number(row.cost), 0);
  const spinOut = todaysMoney(modelOf(money).map((year) => year.surplus)) - before;
  return {
    'bc.status_quo': `Requests keep growing by 5% a year and the price does not. ${f.parent} must save 1% of our budget each year, about ${pounds(share(f, 1))}, and has told us that posts left empty will stay empty. A new telephone system, already paid for, takes a week off the wait in year 1. After that the wait climbs again: 17 weeks by year 3 and 20 by year 5, if nothing else changes. ${f.small ? 'One clinician who retires' : 'Two senior clinicians who retire'} in that time would not be replaced. Quality would hold for those who are seen; more people would reach hospital before they reach us.`,
    'bc.status_quo_forecast': forecast,
    'bc.option_weights': Object.entries(WEIGHTS).map(([row, [weight, means]]) => ({ row, weight, means })),
    'bc.options': [
      option('status-quo', `Stay in ${f.parent}`, [3, 2, 2, 3, 3, 5], stay, 'No cost of change. Waits grow, and savings go elsewhere'),
      option('nhs-provider', 'Join the hospital trust', [3, 3, 3, 2, 4, 3], stay + share(f, 1.1), 'Good for discharge. Staff fear that wards come first'),
      option('other-community', 'Join Westmoor Community Trust', [3, 4, 4, 2, 3, 3], stay + share(f, 2.2), 'Ready back office, but run from 40 miles away'),
      option('partial', f.small ? 'Move urgent visits only' : 'Move the urgent team only', [3, 2, 2, 3, 2, 3], stay + share(f, 0.2), 'Splits teams that share one caseload'),
      option('spin-out', f.enterprise, [4, 4, 3, 5, 4, 3], spinOut, 'Staff and GPs back it; new and small, so it scores 3 for lasting'),
    ],
    'bc.preferred_reason': `The spin-out scores best on quality and on staff support. The next best is joining Westmoor Community Trust, which is safer for money: it has reserves and a back office. But it would run us from 40 miles away ${f.small ? 'and spread us over four of its teams' : 'and close two of our bases'}, and few of our staff want it. When a neighbouring service was merged in that way, one in six clinicians left within a year and waits rose by five weeks. Over ${yearsOf(f)} years the spin-out is worth ${pounds(spinOut)} in today's money and staying as we are ${pounds(stay)}. Even if a third of our savings failed, people would be seen sooner than under any other option.`,
    ...panel(),
    ...comparison(f, before),
  };
}

const at = (row: Record<string, unknown>, i: number) => Number(row[`y${i + 1}`]);

/** Income falls behind cost before savings; the savings already asked for almost close the gap. */
const statusQuo = (f: StoryFacts) => [
  line(f, 'income', (year) => f.budgetPence * 1.015 ** (year - 1)),
  line(f, 'cost', (year) => f.budgetPence * 1.012 * 1.025 ** (year - 1)),
  line(f, 'saving', (year) => share(f, year)),
];

const WEIGHTS: Record<string, [weight: number, means: string]> = {
  quality: [25, 'Waits under 8 weeks, and nobody harmed by a handover'], efficiency: [15, 'More people seen for each pound, every year'],
  sustainability: [20, 'Cash for a bad year without help'], support: [15, 'Most staff and GPs say so in writing'],
  integration: [15, 'One plan of care from hospital to home'], deliverability: [10, 'Can be done in a year with the people we have'],
};

function option(choice: string, what: string, scores: readonly [number, number, number, number, number, number], npv: number, notes: string) {
  const [quality, efficiency, sustainability, support, integration, deliverability] = scores;
  return { choice, option: what, quality, efficiency, sustainability, support, integration, deliverability, npv, notes };
}

const panel = (): Answers => ({
  'bc.scorers': [
    { name: 'Helen Marsh', role: 'GP and former clinical adviser', independent: 'yes' }, { name: 'Joan Whitfield', role: 'Carer, patient group', independent: 'yes' },
    { name: 'Robert Finlay', role: 'Finance lead of the carers centre', independent: 'yes' }, { name: 'Grace Mensah', role: 'Community nurse', independent: 'no' },
    { name: 'Ian Pritchard', role: 'Booking office', independent: 'no' },
  ],
  'bc.score_range': [
    { option: 'Stay as we are', lowest: 15, highest: 20 }, { option: 'The hospital trust', lowest: 15, highest: 21 }, { option: 'Westmoor Community Trust', lowest: 16, highest: 22 },
    { option: 'Urgent team only', lowest: 13, highest: 17 }, { option: 'The spin-out', lowest: 19, highest: 26 },
  ],
});

const comparison = (f: StoryFacts, before: number): Answers => ({
  'bc.benefits_by_option': [
    { benefit: 'Median wait in year 3', unit: 'weeks', status_quo: 17, next_best: 12, spin_out: 8 },
    { benefit: 'Urgent calls seen within 2 hours', unit: '%', status_quo: 52, next_best: 60, spin_out: 70 },
    { benefit: 'Sickness absence', unit: '%', status_quo: 3.6, next_best: 3.5, spin_out: 2.5 },
    { benefit: 'Evening clinics', unit: 'clinics a week', status_quo: 0, next_best: 2, spin_out: f.small ? 2 : 6 },
  ],
  'bc.disbenefits': [
    { row: 'stranded', once: 0, yearly: share(f, 0.8), bearer: f.parent, reduce: 'Halves in year 1 and ends after year 2' },
    { row: 'vat', once: 0, yearly: (share(f, 8) * 18) / 100, bearer: f.enterprise, reduce: 'Inside our plan; the adviser looks again at equipment' },
    { row: 'setup', once: before, yearly: 0, bearer: 'Grant, payer and parent', reduce: 'Fixed prices from two advisers' },
    { row: 'dual', once: Math.max(150_000, share(f, 0.1)), yearly: 0, bearer: f.enterprise, reduce: 'Two months only' },
    { row: 'other', once: 0, yearly: 0, bearer: null, reduce: null },
  ],
  'bc.optimism': [
    { row: 'benefits', used: 25, reason: null }, { row: 'cost', used: 20, reason: null },
    { row: 'delay', used: 4, reason: 'The pilot in one team reached its gain in 3 months, and its records are on file' },
  ],
  'bc.ranking_changes': 'yes',
  'bc.ranking_changes_how': 'If the contract lost 5% of its value from year 2 and no savings were made, Westmoor Community Trust would come first by a small margin. The panel talked about it. It kept the order, because savings of that kind have been made here in each of the last two years.',
});
