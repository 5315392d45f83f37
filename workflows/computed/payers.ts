import { asNumber, asRows, asText } from '../checks/check.ts';
import type { Answers } from './five-year-model.ts';

/** The payer who gives most in year 1, with rows of the same payer added up. Pence. Undefined until someone pays. */
export function largestPayer(answer: Answers): { name: string; amount: number; total: number } | undefined {
  const payers = new Map<string, { name: string; amount: number }>();
  let total = 0;
  for (const row of asRows(answer('bc.payers'))) {
    const name = asText(row.payer)?.trim() ?? 'A payer without a name';
    const amount = asNumber(row.amount) ?? 0;
    const known = payers.get(name.toLowerCase());
    payers.set(name.toLowerCase(), { name: known?.name ?? name, amount: (known?.amount ?? 0) + amount });
    total += amount;
  }
  if (total <= 0) return undefined;
  return { ...[...payers.values()].reduce((a, b) => (b.amount > a.amount ? b : a)), total };
}
