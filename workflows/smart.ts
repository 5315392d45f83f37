import { asDay } from './checks/as-day.ts';
import { achievableFindings } from './smart/achievable.ts';
import { tidied, type BenefitDraft, type DraftContext, type SmartFinding } from './smart/draft.ts';
import { measurableFindings } from './smart/measurable.ts';
import { plainFindings, specificFindings } from './smart/specific.ts';
import { timedFindings } from './smart/timed.ts';

export type { BenefitDraft, DraftContext, Milestone, SmartFinding, SmartPoint } from './smart/draft.ts';
export { missingKinds, portfolioFindings } from './smart/portfolio.ts';

/**
 * What keeps a promise from being one that somebody can check, in the order of the letters: specific, measurable,
 * achievable, relevant, timed; then its words. Each is a sentence to act on. Total: any draft is answered, none throws.
 * Numbers that decide are Slipway defaults.
 */
export function smartFindings(draft: BenefitDraft, context: DraftContext): SmartFinding[] {
  const d = tidied(draft);
  const days = { transferOn: asDay(context.transferOn) ?? null, contractEndOn: asDay(context.contractEndOn) ?? null };
  const found = [...specificFindings(d, context.objectives), ...measurableFindings(d), ...achievableFindings(d), ...timedFindings(d, days), ...plainFindings(d)];
  return found.sort((a, b) => ORDER.indexOf(a.point) - ORDER.indexOf(b.point));
}

const ORDER = ['specific', 'measurable', 'achievable', 'relevant', 'timed', 'plain'];
