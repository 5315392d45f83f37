import { addDays, addMonths } from '#workflows/dates.ts';
import type { Answers, StoryFacts } from './facts.ts';

const ROUTES = { 'right-to-request': 'uncontested-rtr', 'right-to-provide': 'competitive', 'public-service-mutual': 'most-suitable-provider' } as const;

/** The contract stage as the contract lead and the team send it. The benefits are records of their own. */
export const contractAnswers = (f: StoryFacts): Answers => ({
  ...route(f),
  ...terms(f),
  ...money(f),
  ...quality(f),
  ...fairness(f),
  ...f.extra,
});

const route = (f: StoryFacts): Answers => ({
  'con.route': ROUTES[f.pathway],
  'con.route_rationale': `${f.commissioner} looked at five options, two of them inside the NHS. Nobody else offered to take the whole service with its staff, and the people who use it asked that it stay together. Legal advice on this way of awarding the contract is on file, with the reasons for each option that was not taken.`,
  'con.route_decider': `${f.sponsor}, for the board of ${f.commissioner}`,
  'con.route_date': addDays(f.today, -45),
  'con.psr_scores': [
    { row: 'quality', weight: 30, score: 8, reason: 'Strong clinical record' }, { row: 'value', weight: 20, score: 7, reason: 'Price in line with cost' },
    { row: 'integration', weight: 20, score: 8, reason: 'One number for GPs' }, { row: 'access', weight: 15, score: 8, reason: 'Evening clinics' },
    { row: 'social-value', weight: 15, score: 9, reason: 'Surplus stays local' },
  ],
  'con.notices': [
    { type: 'intention-to-use-msp', ref: 'N-2031', published: addDays(f.today, -60) },
    { type: 'intention-to-award', ref: 'N-2107', published: addDays(f.today, -30) },
  ],
  'con.representations': 'no',
  'con.signing_date': addDays(f.today, 28),
  'con.cash_check': addDays(f.today, -2),
});

const terms = (f: StoryFacts): Answers => ({
  'con.form': 'standard-full',
  'con.commissioners': [{ name: f.commissioner, role: 'lead', code: null, share: 92 }, { name: 'The local council', role: 'associate', code: null, share: 8 }],
  'con.provider_code': { unknownUntil: addMonths(f.transferOn, -2) },
  'con.heads': ['scope', 'duration', 'transfers', 'repairs', 'old-liabilities', 'debts', 'staff', 'third-party', 'support-services', 'withdrawal', 'value'].map((row) => ({ row, agreed: HEADS[row]!, status: 'agreed' })),
  'con.start': f.contractStart,
  'con.end': addDays(addMonths(f.contractStart, f.contractYears * 12), -1),
  'con.extension': 0,
  'con.break': f.contractYears > 2 ? addMonths(f.contractStart, 24) : { notApplicable: 'Too short for a break' },
  'con.notice': 12,
  'con.loan_end': { notApplicable: 'There is no loan' },
  'con.length_reason': 'Long enough to win two new payers, to show three years of results and to repay the cost of setting up. The review at 24 months leaves a year to plan what comes after.',
  'con.clauses': ['conditions', 'extension', 'transition', 'exit', 'step-in', 'reporting', 'records', 'pensions', 'insolvency'].map((row) => ({ row, schedule: CLAUSES[row]!, clause: null })),
});

const HEADS: Record<string, string> = {
  scope: 'All services in the specification, and nothing else', duration: 'As set out under length', transfers: 'Staff, equipment and records; buildings are leased',
  repairs: 'Landlord repairs the shell, tenant the inside', 'old-liabilities': 'Stay with the parent, by indemnity', debts: 'Split at the day of transfer',
  staff: 'All staff transfer under TUPE', 'third-party': '14 supplier contracts move by agreement', 'support-services': 'Payroll and IT bought back for 18 months',
  withdrawal: 'No service is put out to tender in the first 24 months', value: 'Full-year value, with the part year by months',
};
const CLAUSES: Record<string, string> = { conditions: 's1a', extension: 's1c', transition: 's2h', exit: 's2i', 'step-in': 's2g', reporting: 's6a', records: 's2i', pensions: 's7', insolvency: 'general-conditions' };

function money(f: StoryFacts): Answers {
  const years = Array.from({ length: f.contractYears }, (_, i) => ({ year: `Year ${i + 1}`, months: 12, value: f.budgetPence, moved: null }));
  return {
    'con.annual_value': f.budgetPence,
    'con.year_values': years,
    'con.payment_terms': 'in-advance',
    'con.payment_days': 5,
    'con.lowest_cash': Math.round(f.budgetPence * 0.04),
    'con.late_payment': 'Interest from the sixth day, and a call between the two finance directors on the tenth.',
    'con.price_model': ['block'],
    'con.deflator': 1.5,
    'con.savings_profile': { notApplicable: 'The yearly price reduction is the saving the contract asks for' },
    'con.cost_year1': Math.round(f.budgetPence * 0.982),
    'con.price_open': 'no',
  };
}

const quality = (f: StoryFacts): Answers => ({
  'con.benefits_waiver': 'The value benefit is reported on in the first year while its starting figure is checked, and enters the contract at the first review.',
  'con.spec_clinician': { name: f.clinicalLead, jobTitle: 'Clinical director', employer: f.commissioner, email: '' },
  'con.spec_agreed': addDays(f.today, -18),
  'con.kpis': [
    kpi('First appointment within the target wait', 'patient', '8 weeks or less', 'Median wait, monthly extract'),
    kpi('Urgent calls seen on time', 'safety', '70% within 2 hours', 'Seen on time out of calls accepted'),
    kpi('Staff sickness absence', 'staff', '2.5% or less', 'Days lost out of days available'),
    kpi('Cost of each contact', 'finance', 'No more than today', 'Total cost divided by contacts'),
  ],
  'con.consequences': 'A first miss brings a joint look at the cause within ten days. A second brings a written plan with a date. A third in the same year goes to both boards. Money is held back only where a plan was agreed and not carried out.',
  'con.reporting': 'monthly',
  'con.reporting_move': 'Quarterly after twelve months on target; monthly again after two misses.',
  'con.finance_return': 'monthly',
  'con.reporting_hours': f.small ? 10 : 30,
});

const kpi = (requirement: string, kind: string, threshold: string, method: string) => ({ requirement, kind, threshold, method, frequency: 'month', consequence: 'Improvement plan', schedule: 's4c', service: null, incentive: null });

const fairness = (f: StoryFacts): Answers => ({
  'con.liabilities_residual': [
    { liability: 'Clinical claims from before the transfer', after: 'parent', amount: Math.round(f.budgetPence * 0.02), trigger: 'A claim is made', cover: 'indemnity' },
    { liability: 'Untaken leave at the transfer', after: 'parent', amount: Math.round(f.budgetPence * 0.004), trigger: 'The transfer', cover: 'cash' },
    { liability: 'Redundancy if the contract is not renewed', after: 'shared', amount: Math.round(f.budgetPence * 0.05), trigger: 'The end of the contract', cover: 'reserves' },
  ],
  'con.conditions': ['cqc', 'indemnity', 'licence', 'pension', 'subcontracts'].map((row) => ({ row, status: row === 'licence' ? 'not-needed' : 'dated', by: row === 'licence' ? null : addDays(f.contractStart, -21), owner: row === 'licence' ? null : f.deputy })),
  'con.equal_treatment_note': 'The terms are those of the standard contract. The measures are what the team itself offered; any provider taking this service would be asked for the same ones. Only the monthly payment in advance differs, and it is offered to every new provider in its first year.',
});
