import { asNumber, asRows, asText, columnSum } from '../checks/check.ts';
import { fillLabels } from '../labels.ts';
import type { Computation } from './computation.ts';
import { fiveYears, hasFigure, type Answers } from './five-year-model.ts';
import { pounds } from './money-words.ts';

const TESTS = ['quality', 'efficiency', 'sustainability', 'support', 'integration', 'deliverability'] as const;

/** Each fully scored option with its weighted score out of 5, best first. Equal weights when none are set. */
export function optionScores(answer: Answers): { choice: string; score: number }[] {
  const weights = asRows(answer('bc.option_weights'));
  const weighted = columnSum(weights, 'weight') > 0;
  const weight = (test: string) => (weighted ? asNumber(weights.find((row) => row.row === test)?.weight) ?? 0 : 1);
  const total = TESTS.reduce((sum, test) => sum + weight(test), 0);
  return asRows(answer('bc.options'))
    .filter((row) => asText(row.choice) && TESTS.every((test) => asNumber(row[test]) !== undefined))
    .map((row) => ({
      choice: asText(row.choice)!,
      score: Math.round((TESTS.reduce((sum, test) => sum + asNumber(row[test])! * weight(test), 0) / (total || 1)) * 100) / 100,
    }))
    .sort((a, b) => b.score - a.score);
}

/** The name of an option from the parameters of the question that lists them. */
export const optionName = (names: unknown, choice: string): string =>
  (typeof names === 'object' && names !== null && asText((names as Record<string, unknown>)[choice])) || choice;

/** Value of a stream of yearly sums today, the first at the end of year 1. */
const discounted = (sums: readonly number[], rate: number) => sums.reduce((sum, amount, i) => sum + amount / (1 + rate / 100) ** (i + 1), 0);

function statusQuoSums(answer: Answers): number[] {
  const rows = asRows(answer('bc.status_quo_forecast'));
  const figure = (row: string, year: number) => asNumber(rows.find((r) => r.row === row)?.[`y${year}`]) ?? 0;
  const last = [5, 4, 3, 2, 1].find((year) => hasFigure(rows, `y${year}`)) ?? 0;
  return Array.from({ length: last }, (_, i) => figure('income', i + 1) - figure('cost', i + 1) + figure('saving', i + 1));
}

export const optionComputations: Record<string, Computation> = {
  /** { names }: the option with the highest score and those after it. Arithmetic on the team's own scores. */
  highestScore: ({ answer, params, pathway }) => {
    const scores = optionScores(answer);
    const best = scores[0];
    if (!best) return { value: null, unit: 'text', working: 'Shown when an option has all 6 scores' };
    const said = ({ choice, score }: { choice: string; score: number }) => `${optionName(params.names, choice)}, ${score} out of 5`;
    const rest = scores.slice(1).map(said);
    return {
      value: fillLabels(said(best), pathway.labels),
      unit: 'text',
      working: fillLabels(rest.length ? `Then: ${rest.join('; ')}` : 'No other option has all 6 scores', pathway.labels),
    };
  },
  /** { of, rate }: five years in today's money for the spin-out, the status quo or the difference. Source: HM Treasury, The Green Book. */
  presentValue: ({ answer, params }) => {
    const rate = asNumber(params.rate) ?? 3.5;
    const before = columnSum(asRows(answer('fin.setup_costs')).filter((row) => row.when === 'before'), 'cost');
    const spinOut = fiveYears(answer).map((year) => year.surplus);
    const stay = statusQuoSums(answer);
    const years = params.of === 'spin-out' ? spinOut.length : params.of === 'status-quo' ? stay.length : Math.min(spinOut.length, stay.length);
    if (years === 0) return { value: null, unit: 'money', working: 'Shown when you have entered the years it compares' };
    const now = discounted(spinOut.slice(0, years), rate) - before;
    const same = discounted(stay.slice(0, years), rate);
    const over = `Over ${years} years, discounted at ${rate}% a year`;
    if (params.of === 'spin-out') return { value: Math.round(now), unit: 'money',
      working: `Surplus of each year, less ${pounds(before)} of set-up before go-live. ${over}` };
    if (params.of === 'status-quo') return { value: Math.round(same), unit: 'money',
      working: `Income less costs, plus the savings already asked for. ${over}` };
    return { value: Math.round(now - same), unit: 'money',
      working: `${pounds(now)} for the spin-out less ${pounds(same)} if nothing changes. ${over}` };
  },
};
