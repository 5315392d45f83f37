import { asNumber, asRows, asText, columnSum, type Row } from '../checks/check.ts';
import { cashComputations } from './cash-flow.ts';
import type { Computation, Computed } from './computation.ts';
import { cell, dayOne, fiveYears, type Year } from './five-year-model.ts';
import { listed, pounds, round1 } from './money-words.ts';
import { optionComputations } from './option-scores.ts';
import { largestPayer } from './payers.ts';
import { bandOf, graded, ratioComputations } from './ratios.ts';
import { stressComputations } from './stress-tests.ts';

const later = (unit: Computed['unit'], what: string): Computed => ({ value: null, unit, working: `Shown when you have entered ${what}` });
const money = (value: number, working: string): Computed => ({ value: Math.round(value), unit: 'money', working });
const sum = (rows: readonly Row[], column: string) => columnSum([...rows], column);

const FIGURES: Readonly<Record<string, { of: (year: Year) => number; working: string }>> = {
  income: { of: (year) => year.income, working: 'The sum of your income lines' },
  cost: { of: (year) => year.cost, working: 'Pay, pensions, other running costs, insurance and VAT you cannot get back' },
  surplus: { of: (year) => year.surplus, working: 'Income less running costs, set-up in that year, interest, tax and depreciation' },
};

export const businessCaseComputations: Record<string, Computation> = {
  ...cashComputations,
  ...ratioComputations,
  ...stressComputations,
  ...optionComputations,

  /** { figure: income | cost | surplus }: that figure for each year of the model. Arithmetic. */
  fiveYearLine: ({ answer, params }) => {
    const years = fiveYears(answer);
    const figure = FIGURES[String(params.figure)];
    if (years.length === 0 || !figure) return later('text', 'income and pay');
    return { value: years.map((year) => `Year ${year.year}: ${pounds(figure.of(year))}`).join('; '), unit: 'text', working: figure.working };
  },
  /** { under, redOver }: the largest payer's share of year 1 income. Source: National Audit Office, HC 1088, 2011; the bands are a Slipway default. */
  largestPayerShare: ({ answer, params }) => {
    const largest = largestPayer(answer);
    if (!largest) return later('percent', 'your payers');
    const { name, amount, total } = largest;
    return graded((amount / total) * 100, 'percent', bandOf(params), `${name} pays ${pounds(amount)} of ${pounds(total)}`);
  },
  /** { rate }: VAT on year 1 spending that cannot be recovered, beside the savings. Source: Value Added Tax Act 1994, section 41 and schedule 9. */
  vatLeak: ({ answer, params }) => {
    const vatable = cell(answer, 'fin.vat_irrecoverable', 'y1', 'vatable');
    const share = cell(answer, 'fin.vat_irrecoverable', 'y1', 'share') ?? 100;
    const rate = asNumber(params.rate) ?? 20;
    const leak = vatable === undefined ? cell(answer, 'fin.vat_irrecoverable', 'y1', 'vat') : (vatable * rate * share) / 10_000;
    if (leak === undefined) return later('money', 'VAT for year 1');
    const how = vatable === undefined ? 'As you entered it for year 1' : `${rate}% of ${pounds(vatable)} in year 1, with ${share}% not recovered`;
    const saved = columnSum(answer('fin.efficiency'), 'y1');
    return money(leak, saved > 0 ? `${how}. It uses up ${round1((leak / saved) * 100)}% of the ${pounds(saved)} you plan to save` : how);
  },
  /** { rate }: year 1 NHS Pension Scheme cost at a rate. Source: NHS Business Services Authority, employer contribution rates. */
  pensionAtRate: ({ answer, params }) => {
    const pay = asNumber(answer('fin.pensionable_pay'));
    const rate = asNumber(params.rate) ?? 0;
    return pay === undefined ? later('money', 'the pay that counts for the scheme') : money((pay * rate) / 100, `${rate}% of ${pounds(pay)} in year 1`);
  },
  /** What support services cost on your own less what they cost today. Arithmetic. */
  overheadChange: ({ answer }) => {
    const rows = asRows(answer('fin.overheads'));
    const now = sum(rows, 'now');
    const own = sum(rows, 'y1');
    if (rows.length === 0) return later('money', 'overheads');
    const change = now > 0 ? `, ${round1(Math.abs((own - now) / now) * 100)}% ${own < now ? 'less' : 'more'}` : '';
    return money(own - now, `${pounds(own)} on your own and ${pounds(now)} today${change}`);
  },
  /** Set-up cost without a written agreement on who pays. Arithmetic. */
  setUpNotAgreed: ({ answer }) => {
    const rows = asRows(answer('fin.setup_costs'));
    if (rows.length === 0) return later('money', 'set-up costs');
    const open = sum(rows.filter((row) => row.agreed !== 'yes'), 'cost');
    return money(open, `${pounds(sum(rows, 'cost') - open)} of ${pounds(sum(rows, 'cost'))} is agreed in writing`);
  },
  /** Debts from before the move that the new organisation would hold, and how much has no cover. Arithmetic. */
  liabilitiesTaken: ({ answer }) => {
    const rows = asRows(answer('fin.liabilities'));
    if (rows.length === 0) return later('money', 'debts from before');
    const taken = rows.filter((row) => row.after === 'enterprise');
    return money(sum(taken, 'amount'), `${pounds(sum(taken.filter((row) => row.cover === 'none'), 'amount'))} of it is not covered`);
  },
  /** What is owned on day one less what is owed soon. Arithmetic. */
  netCurrentAssets: ({ answer }) => {
    const start = dayOne(answer);
    return start ? money(start.net, `You owe ${pounds(start.owed)} soon and own ${pounds(start.net + start.owed)}`)
      : later('money', 'what you own and owe');
  },
  /** { from }: the 3 highest risks by likelihood times impact, and how many score `from` or more. Slipway default. */
  highestRisks: ({ answer, params }) => {
    const scored = asRows(answer('bc.risks'))
      .map((row, i) => ({ name: asText(row.risk) ?? `Risk ${i + 1}`, score: (asNumber(row.likelihood) ?? 0) * (asNumber(row.impact) ?? 0) }))
      .filter((risk) => risk.score > 0)
      .sort((a, b) => b.score - a.score);
    if (scored.length === 0) return later('text', 'risks with their scores');
    const from = asNumber(params.from) ?? 15;
    const high = scored.filter((risk) => risk.score >= from).length;
    return { value: scored.slice(0, 3).map((risk) => `${risk.name} (${risk.score})`).join('; '), unit: 'text',
      working: `${high} of ${scored.length} score ${from} or more out of 25` };
  },
  /** Priced risks that somebody else would bear. Source: National Audit Office, HC 1088, 2011: many risks stayed with commissioners. */
  riskLeftWithOthers: ({ answer }) => {
    const rows = asRows(answer('bc.risks')).filter((row) => asText(row.bearer));
    if (rows.length === 0) return later('money', 'who bears each risk');
    const others = rows.filter((row) => row.bearer !== 'spin-out');
    const priced = others.filter((row) => asNumber(row.cost) !== undefined).length;
    return money(sum(others, 'cost'), others.length
      ? `${others.length} of ${rows.length} risks would fall on others. ${priced} of them ${priced === 1 ? 'has' : 'have'} a cost`
      : `None of ${rows.length} risks would fall on others`);
  },
  /** Red flags of the due diligence that are not settled, and the money at stake. Arithmetic. */
  openRedFlags: ({ answer }) => {
    const rows = asRows(answer('bc.due_diligence'));
    if (rows.length === 0) return later('whole', 'what you have checked');
    const open = openFlags(rows);
    const owners = [...new Set(open.map((row) => asText(row.owner)).filter((owner) => owner !== undefined))];
    const working = open.length ? `${pounds(sum(open, 'impact'))} is at stake${owners.length ? `. Ask ${listed(owners)}` : ''}`
      : `None of ${rows.length} checks`;
    return { value: open.length, unit: 'whole', working };
  },
};

/** Rows of the due diligence with a red flag that is not settled. */
export const openFlags = (rows: readonly Row[]): Row[] => rows.filter((row) => row.flag === 'yes' && row.settled !== 'yes');
