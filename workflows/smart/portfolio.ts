import { pounds } from '../money.ts';
import { ABSENCE } from '../wording.ts';
import { kept, of, tidied, type BenefitDraft, type SmartFinding, type Tidy } from './draft.ts';

const relevant = of('relevant');
const achievable = of('achievable');

const PATIENTS: readonly string[] = ['patient-outcome', 'access', 'safety', 'experience', 'integration', 'inequality'];
const MONEY: readonly string[] = ['productivity', 'cash-saving', 'cost-avoidance'];

const FEWEST = 6;
const MOST = 12;
/** How far the cash promised may lie from the plan, as a share of the plan. */
const NEAR = 0.05;

/**
 * The benefits in one contract, taken together. `efficiencyLinePence`: what the finance plan counts on each year; null
 * when it is not known. Numbers and shares are Slipway defaults for a small enterprise.
 */
export function portfolioFindings(contracted: readonly BenefitDraft[], { efficiencyLinePence }: { efficiencyLinePence: number | null }): SmartFinding[] {
  const all = contracted.map(tidied);
  if (all.length === 0) return [relevant('block', 'benefits', 'No benefit is in the contract. Put in one of quality and one of value, or say why not')];
  const missing = missingOf(all);
  const aim = `${FEWEST} to ${MOST} benefits in the contract are plenty for a small enterprise. You have ${all.length}`;
  return kept(
    all.length > MOST && relevant('warn', 'benefits', `${aim}: keep the ones that matter most`),
    all.length < FEWEST && relevant('note', 'benefits', aim),
    missing.length > 0 && relevant('block', 'benefits', `No ${missing.join(' benefit and no ')} benefit is in the contract. Add one, or say why not`),
    lacking(all, missing),
    all.every((d) => ABSENCE.test(`${d.title ?? ''} ${d.measure ?? ''} ${d.library?.title ?? ''}`)) && relevant('warn', 'benefits', 'Staff absence is the only benefit in the contract. Add one that patients would notice'),
    unguarded(all),
    cashFinding(all, efficiencyLinePence),
  );
}

/** Which of the two kinds that a contract needs it lacks. */
export const missingKinds = (contracted: readonly BenefitDraft[]): ('quality' | 'value')[] => missingOf(contracted.map(tidied));

const missingOf = (all: readonly Tidy[]) => (['quality', 'value'] as const).filter((kind) => !all.some((d) => isOf(d, kind)));

/** By its measure where that is of the library, else by its category. */
const isOf = (d: Tidy, kind: 'quality' | 'value') => (d.library ? Boolean(d.library[kind]) : (kind === 'quality' ? PATIENTS : MONEY).includes(d.category ?? ''));

/** Patients, staff and money each deserve one. What is missing as a kind is told of already. */
function lacking(all: readonly Tidy[], missing: readonly string[]): SmartFinding | false {
  const has = (categories: readonly string[]) => all.some((d) => categories.includes(d.category ?? d.library?.category ?? ''));
  const areas = [
    !has(PATIENTS) && !missing.includes('quality') && 'patients',
    !has(['staff']) && 'staff',
    !has(MONEY) && !missing.includes('value') && 'money',
  ].filter(Boolean);
  return areas.length > 0 && relevant('warn', 'benefits', `Add one benefit at least for each of these: ${areas.join(', ')}`);
}

/** Savings without a measure beside each that shows care did not get worse. */
function unguarded(all: readonly Tidy[]): SmartFinding | false {
  const savings = all.filter((d) => isOf(d, 'value')).length;
  const guards = all.filter((d) => (d.library ? d.library.balancing : d.category === 'safety')).length;
  const short = savings - guards;
  return short > 0 && relevant('warn', 'benefits', `Add ${short === 1 ? 'a safety measure' : `${short} safety measures`}: each benefit of efficiency needs one beside it that shows care did not get worse`);
}

function cashFinding(all: readonly Tidy[], line: number | null): SmartFinding | false {
  const cash = all.reduce((sum, d) => sum + (d.cashable ? (d.valuePerYearPence ?? 0) : 0), 0);
  return line !== null && Number.isFinite(line) && Math.abs(cash - line) > Math.abs(line) * NEAR
    && achievable('warn', 'valuePerYearPence', `These benefits save ${pounds(cash)} a year in cash, and the finance plan counts on ${pounds(line)}. Bring them within 5% of each other`);
}
