/** A warning sign that is a number. `worse` says which way is bad: under the threshold, or over it. */
export interface NumberSign {
  key: string;
  title: string;
  /** Follows the number in words: "30 days". */
  unit: string;
  worse: 'under' | 'over';
  amber: number;
  red: number;
  /** The measure of the library that shows it, as it is or against its starting figure. */
  measure?: { code: string; times?: 'baseline' };
}
/** A warning sign that is an event: it has happened or it has not. */
export interface EventSign {
  key: string;
  title: string;
  /** Absent: the event is red at once. */
  amber?: string;
  red: string;
}

/** Slipway defaults. Each may be changed in the failure plan. */
export const NUMBER_SIGNS: readonly NumberSign[] = [
  { key: 't1-cash-days', title: 'Days of cash', unit: 'days', worse: 'under', amber: 30, red: 15, measure: { code: 'FI03' } },
  { key: 't2-deficit', title: 'Deficit against plan, % of income', unit: '%', worse: 'over', amber: 1, red: 2 },
  { key: 't3-cash-low-point', title: 'Lowest days of cash in the next 13 weeks', unit: 'days', worse: 'under', amber: 20, red: 10 },
  { key: 't4-supplier-days', title: 'Days taken to pay suppliers', unit: 'days', worse: 'over', amber: 45, red: 60 },
  { key: 't6-vacancies', title: 'Vacant posts, %', unit: '%', worse: 'over', amber: 12, red: 18, measure: { code: 'ST04' } },
  { key: 't6-turnover', title: 'Staff who left in 12 months, %', unit: '%', worse: 'over', amber: 18, red: 25, measure: { code: 'ST03' } },
  { key: 't7-sickness', title: 'Sickness, times the starting figure', unit: 'times', worse: 'over', amber: 1.25, red: 1.5, measure: { code: 'ST01', times: 'baseline' } },
  { key: 't8-agency', title: 'Agency staff, % of pay', unit: '%', worse: 'over', amber: 5, red: 10, measure: { code: 'ST08' } },
  { key: 't10-missed-data', title: 'Data reports missed in a row', unit: 'missed', worse: 'over', amber: 0, red: 1 },
  { key: 't14-late-filing', title: 'Days late with accounts or company reports', unit: 'days', worse: 'over', amber: 0, red: 30 },
  { key: 't15-claims', title: 'Claims without insurance, % of income', unit: '%', worse: 'over', amber: 0.5, red: 1 },
  { key: 't17-contract-end', title: 'Months to contract end with no decision', unit: 'months', worse: 'under', amber: 18, red: 9 },
  { key: 't18-late-payment', title: 'Days the {commissioner} is late to pay', unit: 'days', worse: 'over', amber: 15, red: 30 },
];

export const EVENT_SIGNS: readonly EventSign[] = [
  { key: 't4-arrears', title: 'Tax or pension arrears', red: 'Any amount overdue' },
  { key: 't5-loan', title: 'Loan terms', amber: 'Lender asked to relax a term', red: 'A term is broken' },
  { key: 't9-measures', title: 'Contract measures', amber: 'Same measure amber twice running', red: 'Red twice running, or over a quarter of measures red' },
  { key: 't11-cqc', title: 'Care Quality Commission', amber: 'An area requires improvement', red: 'Inadequate, or a warning notice' },
  { key: 't12-incidents', title: 'Patient safety incidents', amber: 'More than ordinary variation', red: 'A cluster of never events, or a coroner\'s warning' },
  { key: 't13-leaders', title: 'Chief executive, finance and clinical leads', amber: 'One post vacant over a month', red: '2 of the 3 posts vacant' },
  { key: 't14-audit', title: 'Auditor\'s report', red: 'Auditor doubts the company can go on' },
  { key: 't16-staff', title: 'Staff confidence', amber: 'Engagement score down 0.3', red: 'Vote of no confidence, or a dispute' },
  { key: 'insolvency-advice', title: 'Advice on insolvency', red: 'The board has taken advice' },
];

export type SignState = 'clear' | 'amber' | 'red';
/** By when somebody must act, in working days. Slipway default: see the ladder of the failure plan. */
export const DAYS_TO_ACT: Readonly<Record<WarningLevel, number>> = { usual: 20, enhanced: 10, contingency: 3, invoke: 0 };

export type WarningLevel = 'usual' | 'enhanced' | 'contingency' | 'invoke';
/** How the signs add up. */
export interface LevelRules {
  /** So many amber signs, or one red, call for enhanced monitoring. */
  ambers: number;
  /** Two red signs, one of them among these, call for contingency planning. */
  severe: readonly string[];
  /** Cash under so many days invokes the plan at once. */
  invokeCashDays: number;
}
export const LEVEL_RULES: LevelRules = {
  ambers: 3,
  severe: ['t1-cash-days', 't3-cash-low-point', 't4-supplier-days', 't4-arrears', 't11-cqc'],
  invokeCashDays: 7,
};

/** How one number stands against its thresholds. */
export function signState(worse: NumberSign['worse'], value: number, amber: number, red: number): SignState {
  const past = (threshold: number) => (worse === 'under' ? value < threshold : value > threshold);
  if (past(red)) return 'red';
  return past(amber) ? 'amber' : 'clear';
}

/** The level that the signs call for. It never reads how old the contract is: a renewal is no assurance. */
export function warningLevel(states: ReadonlyMap<string, SignState>, cashDays: number | undefined, rules: LevelRules = LEVEL_RULES): WarningLevel {
  const all = [...states];
  const reds = all.filter(([, state]) => state === 'red').map(([key]) => key);
  const ambers = all.filter(([, state]) => state === 'amber').length;
  if ((cashDays !== undefined && cashDays < rules.invokeCashDays) || reds.includes('insolvency-advice')) return 'invoke';
  if (reds.length >= 2 && reds.some((key) => rules.severe.includes(key))) return 'contingency';
  return reds.length >= 1 || ambers >= rules.ambers ? 'enhanced' : 'usual';
}
