import { cashMonths, lowest, withClosing } from '#workflows/computed/cash-flow.ts';
import type { Year } from '#workflows/computed/five-year-model.ts';
import type { Row } from '#workflows/checks/check.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { modelOf, reading, share, tidy } from './sums.ts';

/** What one test takes away: in each year, once in month 1, or for a month when the main payer is late. Pence. */
interface Blow { yearly?: (year: Year) => number; once?: number; lateIn?: number }
type Told = [blow: Blow, response: string];

/** Every test run on the same lines the plan shows. */
export function badYearAnswers(f: StoryFacts, money: Answers): Answers {
  const run = runner(f, money);
  return {
    'fin.sensitivity': Object.entries(mainTests(f)).map(([row, told]) => run.row(row, told)),
    'fin.scenarios': Object.entries(allTests(f)).map(([row, told]) => run.scenario(row, told)),
  };
}

const people = (year: Year) => year.pay + year.pension;
const FACILITY = 'Draw on the bank facility, and hold vacancies for 3 months';

const mainTests = (f: StoryFacts): Record<string, Told> => ({
  base: [{}, 'Nothing is needed'],
  'income-5': [{ yearly: (y) => y.income * 0.05 }, 'Agree fewer sites and sessions, hold vacancies, stop agency work'],
  'cost-3': [{ yearly: (y) => y.cost * 0.03 }, 'Hold vacancies and use the sum set aside for surprises'],
  'late-30': [{ lateIn: 3 }, FACILITY],
  'largest-lost': [{ yearly: (y) => (y.year === 1 ? 0 : share(f, 3)) }, 'Staff and services go to the next provider by the failure plan; leases end in 6 months'],
});

const allTests = (f: StoryFacts): Record<string, Told> => ({
  s1: [{ yearly: (y) => people(y) * 0.02 }, 'Ask for the award in the price talks, and hold vacancies'],
  s2: [{ yearly: (y) => (y.year > 1 ? y.income * 0.05 : 0) }, 'Agree fewer sites and sessions, and stop agency work'],
  s3: [{ yearly: (y) => (y.clinicalPay + y.supplies) * 0.05 }, 'Reopen the volume clause, and move follow-ups to groups and telephone'],
  s4: [{ yearly: (y) => (y.income - y.cost * 0.5) * 0.15 }, 'Staff move with the service; give up one building and share managers'],
  s5: [{ yearly: (y) => (y.year === f.contractYears ? share(f, 2.5) : 0) }, 'The contract pays half of redundancy; leases end on the same day'],
  s6: [{ yearly: (y) => y.vatable * 0.2 - y.vat }, 'Take it from the sum set aside for surprises'],
  s7: [{}, 'Our plan uses the full rate already'],
  s8: [{ once: share(f, 0.6) }, `${f.parent} carries on with support; set-up staff go back to their posts`],
  s9: [{ once: share(f, 1) }, 'Call on the indemnity in writing'],
  s10: [{ yearly: (y) => people(y) * 0.05 }, 'Our own bank first, then a cap on agency rates, then a smaller caseload'],
  s11: [{ lateIn: 3 }, FACILITY],
  s12: [{ yearly: (y) => y.premises * 0.12 }, 'Leave the smallest site at its break date'],
  s13: [{ yearly: () => share(f, 0.2) }, 'Our plan has this cost in the line for other pensions'],
  s14: [{ yearly: (y) => people(y) * 0.02 + (y.year > 1 ? y.income * 0.05 : 0), lateIn: 3 }, 'Bank facility, fewer sites, and an early meeting with both boards'],
});

function runner(f: StoryFacts, money: Answers) {
  const years = modelOf(money);
  const plan = cashMonths(reading(money)).slice(0, f.small ? 12 : 24);
  const main = share(f, 92) / 12;
  const outcome = ({ yearly = () => 0, once = 0, lateIn }: Blow) => {
    const months = withClosing(share(f, 6.5), plan.map(({ month, receipts, payments }) => ({
      month,
      receipts: receipts - (month === lateIn ? main : 0) + (lateIn !== undefined && month === lateIn + 1 ? main : 0),
      payments: payments + yearly(years[month > 12 ? 1 : 0]!) / 12 + (month === 1 ? once : 0),
    })));
    const least = lowest(months)!;
    return { surplus: tidy(Math.min(...years.map((y) => y.surplus - yearly(y) - (y.year === 1 ? once : 0)))), cash: tidy(least.closing), month: least.month,
      fails: months.find((m) => m.closing < 0)?.month ?? null };
  };
  /** What the response brings in: more than the gap in the bank when there is one. */
  const worth = (cash: number) => (cash < 0 ? tidy(-cash * 1.15) + 10_000 : share(f, 1.5));
  return {
    row: (row: string, [blow, response]: Told): Row => {
      const { surplus, cash } = outcome(blow);
      return { row, surplus, cash, response, worth: row === 'base' ? null : worth(cash) };
    },
    scenario: (row: string, [blow, response]: Told): Row => {
      const found = outcome(blow);
      return { row, ...found, response, worth: row === 's7' ? null : worth(found.cash) };
    },
  };
}
