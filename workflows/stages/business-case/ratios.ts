import type { GroupWritten } from '../../definition.ts';
import { slipwayDefault } from './lines.ts';

/** A ratio with its bands: green, amber between, red. All bands are defaults of ours that an administrator may change. */
const ratio = (key: string, title: string, name: string, params: Record<string, number> = {}, hint?: string) => ({
  key, title, type: 'computed' as const, computed: { name, params }, source: slipwayDefault, ...(hint && { hint }),
});

/** The financial case, sixth part: what an approver would work out, worked out first. */
export const ratios = {
  key: 'ratios',
  title: 'Financial health checks',
  sections: [
    {
      key: 'cash-checks',
      title: 'Cash checks',
      fullFormOnly: true,
      intro: 'Green, amber and red follow our defaults. They are a guide, not a rule. Say in your case why an amber or red one is right for you.',
      questions: [
        ratio('fin.k1', 'Days of liquidity', 'liquidityDays', { from: 0, redUnder: -14 }, 'Cash and debtors less what you owe soon, in days of cost'),
        ratio('fin.k2', 'Cover for loans and dividends', 'debtCover', { from: 2.5, redUnder: 1.25 }, 'How many times you could pay them'),
        ratio('fin.k5', 'Days of cash at the lowest point', 'cashDays', { from: 30, redUnder: 15 }),
        ratio('fin.k12', 'Contract length and loan length', 'contractAgainstLoan'),
        ratio('fin.k13', 'Cash and credit against a bond', 'bondCover'),
        ratio('fin.k14', 'Day one balance', 'dayOneBalance'),
      ],
    },
    {
      key: 'surplus-checks',
      title: 'Surplus checks',
      fullFormOnly: true,
      questions: [
        ratio('fin.k3', 'Operating margin', 'operatingMargin', { from: 4, redUnder: 2 }, 'Before interest, tax and depreciation'),
        ratio('fin.k4', 'Surplus margin', 'surplusMargin', { from: 1, upTo: 5, redUnder: 0 }),
        ratio('fin.k9', 'One-off money beside the year 1 surplus', 'transitionShare', { under: 50, redOver: 100 }),
        ratio('fin.k10', 'Reserves at the end of year 3', 'reservesMonths', { from: 1, redUnder: 0.5 }, 'In months of cost'),
        ratio('fin.k11', 'Savings as a share of income', 'savingsShare', { upTo: 3, redOver: 5 }),
      ],
    },
    {
      key: 'shape-checks',
      title: 'Shape checks',
      fullFormOnly: true,
      questions: [
        ratio('fin.k6', 'Largest payer', 'largestPayerShare', { under: 70, redOver: 90 }),
        ratio('fin.k7', 'Overheads as a share of income', 'overheadShare', { upTo: 15, redOver: 20 }),
        ratio('fin.k8', 'Pay as a share of income', 'payShare', { from: 65, upTo: 80, redOver: 85 }, 'With pensions'),
        ratio('fin.k15', 'Size beside your main contract', 'contractScale'),
      ],
    },
  ],
} satisfies GroupWritten;
