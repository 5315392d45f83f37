import { addDays, addMonths } from '#workflows/dates.ts';
import { addressOf, type Answers, type StoryFacts } from './facts.ts';

/** The failure plan as both owners agree it, with its first exercises held. */
export const failurePlanAnswers = (f: StoryFacts): Answers => ({
  ...owners(f),
  ...services(f),
  ...signs(),
  ...response(f),
  ...exit(f),
  ...exercises(f),
  ...f.extra,
});

const owners = (f: StoryFacts): Answers => ({
  'cont.owner_commissioner': { name: f.sponsor, jobTitle: 'Director', employer: f.commissioner, email: addressOf(f.sponsor) },
  'cont.owner_provider': { name: f.deputy, jobTitle: 'Director of operations', employer: f.enterprise, email: addressOf(f.deputy) },
  'cont.accountable_signed': addDays(f.today, -4),
  'cont.invokers': [
    { job: 'Director of commissioning', side: 'commissioner', deputy: 'Head of contracts', contact: 'On-call rota, switchboard', power: 'May invoke at any level' },
    { job: 'Chief executive', side: 'enterprise', deputy: 'Director of operations', contact: 'On-call rota, mobile', power: 'May invoke up to contingency alone' },
  ],
});

const services = (f: StoryFacts): Answers => ({
  'cont.essential': [
    { name: f.service, essential: 'yes', alone: 'yes', inequality: 'yes', dependents: 'no', protect: 'yes', reason: 'Nobody else near enough could take the caseload within a month' },
    { name: 'Health improvement classes', essential: 'no', alone: 'no', inequality: 'no', dependents: 'no', protect: 'no', reason: 'The council runs similar classes' },
  ],
  'cont.crs_detail': [
    { name: f.service, minutes: 45, absorb: 'no', inequality: 4, depends: 'Hospital discharge', review: addMonths(f.today, 12) },
    { name: 'Health improvement classes', minutes: 10, absorb: 'yes', inequality: 1, depends: null, review: addMonths(f.today, 12) },
  ],
  'cont.service_detail': [
    { name: f.service, staffing: 'Two clinicians and one assistant at each base', caseload: Math.max(60, Math.round(f.staff * 9)), equipment: 'Hoists, dressings, loan stock', premises: 'Main clinic', system: 'Community record system', hours: 24, plan: 'continue' },
  ],
  'cont.licence': f.pathway === 'public-service-mutual' ? (f.budgetPence >= 1_000_000_000 ? 'held' : 'exempt') : 'no-licence-then',
  'cont.licence_reason': 'Expected NHS income is under the limit, and no service is designated',
});

/** The suggested thresholds; today's figures are calm. */
const signs = (): Answers => ({
  'cont.ewi': [
    sign('t1-cash-days', 30, 15, 'finance-return', 46), sign('t2-deficit', 1, 2, 'finance-return', 0), sign('t3-cash-low-point', 20, 10, 'finance-return', 31),
    sign('t4-supplier-days', 45, 60, 'ledger', 27), sign('t6-vacancies', 12, 18, 'hr', 8.2), sign('t6-turnover', 18, 25, 'hr', 11.4), sign('t7-sickness', 1.25, 1.5, 'hr', 1),
    sign('t8-agency', 5, 10, 'ledger', 2), sign('t10-missed-data', 1, 2, 'contract-report', 0), sign('t14-late-filing', 1, 30, 'company-register', 0),
    sign('t15-claims', 0.5, 1, 'legal', 0), sign('t17-contract-end', 18, 9, 'contract-report', 36), sign('t18-late-payment', 15, 30, 'ledger', 0),
  ],
  'cont.ewi_events': ['t4-arrears', 't5-loan', 't9-measures', 't11-cqc', 't12-incidents', 't13-leaders', 't14-audit', 't16-staff', 'insolvency-advice'].map((row) => ({ row, amber: null, red: null, feed: FEEDS[row]!, now: 'clear' })),
  'cont.ladder': [
    step('usual', 'Review every three months', 30), step('enhanced', 'Monthly meeting and a recovery plan', 10), step('contingency', 'Name a planning team and warn the fallback provider', 3),
    step('step-in', 'The commissioner runs the service', 1), step('exit', 'Move staff and patients by the exit plan', 1), step('settle', 'Review what happened and settle assets', 30),
  ],
  'cont.step_down': 'After two clear months, when both owners agree in writing. Never by itself.',
});

const FEEDS: Record<string, string> = { 't4-arrears': 'ledger', 't5-loan': 'lender', 't9-measures': 'contract-report', 't11-cqc': 'regulator', 't12-incidents': 'incident-system', 't13-leaders': 'company-register', 't14-audit': 'company-register', 't16-staff': 'survey', 'insolvency-advice': 'legal' };
const sign = (row: string, amber: number, red: number, feed: string, now: number) => ({ row, amber, red, feed, now });
const step = (row: string, action: string, days: number) => ({ row, action, days, first: 'Director of commissioning', second: 'Chief executive' });

const SCENARIOS: Record<string, [trigger: string, warning: string, response: string, time: number, unit: 'hours' | 'days']> = {
  'cash-crisis': ['Cash under 15 days', 'Forecast low point falls', 'Pay in advance, freeze spending, call both boards', 48, 'hours'],
  'contract-lost': ['Notice to end the contract', 'Two missed reviews', 'Start the exit plan, tell staff the same day', 5, 'days'],
  'not-renewed': ['No decision 9 months before the end', 'No meeting date set', 'Exit manager starts, fallback confirmed', 10, 'days'],
  'quality-failure': ['Regulator takes action', 'Incidents rise', 'Clinical lead steps in, caseload capped', 24, 'hours'],
  'key-person': ['A leader is away for a month', 'Notice given', 'Deputy takes over, board meets', 2, 'days'],
  'data-loss': ['Records cannot be opened', 'Backups fail', 'Paper lists, restore from the day before', 12, 'hours'],
  cyber: ['Systems are locked', 'Alerts from the network', 'Cut the network, paper lists, report it', 4, 'hours'],
  premises: ['A base cannot be used', 'Inspection findings', 'Move clinics to the second base, visits at home', 24, 'hours'],
  'staff-exit': ['One in five leaves in a quarter', 'Turnover rises', 'Borrow staff, merge lists, talk to unions', 7, 'days'],
  'support-withdrawn': ['The parent ends payroll or IT', 'Notice under six months', 'Move to the second supplier named in the contract', 30, 'days'],
  pandemic: ['One in four is absent', 'Public health warning', 'Only urgent visits, staff lent between teams', 24, 'hours'],
  fraud: ['Money or figures found to be false', 'Figures too good to be true', 'Suspend access, auditor, tell the commissioner', 24, 'hours'],
  'never-starts': ['The transfer is stopped', 'A legal letter', 'Staff stay put, undo registrations', 3, 'days'],
};

const response = (f: StoryFacts): Answers => ({
  'cont.scenarios': Object.entries(SCENARIOS).map(([row, [trigger, warning, words, time, unit]]) => ({ row, trigger, warning, response: words, lead: f.deputy, time, unit })),
  'cont.alt_provider': [{ name: f.service, provider: 'Westmoor Community Trust', days: 1, agreed: 'yes', written: addDays(f.today, -15), capacity: 'The whole caseload, with our staff' }],
  'cont.step_in': `${f.commissioner} may step in when a service that must go on has stopped or is about to, when the regulator asks for it, or when wages cannot be paid. Its nominee then directs the service, and the staff stay where they are.`,
  'cont.step_in_notice': 2,
  'cont.step_in_days': 90,
  'cont.step_in_terms': [
    { row: 'scope', agreed: 'Only services that must go on' }, { row: 'cost', agreed: 'Paid from the contract price' }, { row: 'staff', agreed: 'Directed by the nominee, employed as before' },
    { row: 'indemnity', agreed: 'The provider is covered for acts of the nominee' }, { row: 'registration', agreed: 'The regulator is told the same day' },
  ],
  'cont.funding': [
    { row: 'reserves', amount: Math.round(f.budgetPence * 0.03), limits: 'Built up over two years' }, { row: 'facility', amount: Math.round(f.budgetPence * 0.04), limits: 'Bank facility' },
    { row: 'commissioner-loan', amount: 0, limits: null }, { row: 'guarantee', amount: 0, limits: null }, { row: 'advance', amount: Math.round(f.budgetPence * 0.08), limits: 'One month in advance' },
  ],
  'cont.monthly_pay': Math.round((f.budgetPence * 0.74) / 12),
  'cont.abort': 'Staff are told the same day that they stay with their employer. Registrations, the payroll scheme and insurance are withdrawn in that order. The parent keeps the service and its records, and costs are shared as the heads of terms say.',
  'cont.stakeholders': ['staff', 'patients', 'gps', 'watchdog', 'scrutiny', 'mps', 'cqc', 'national', 'media'].map((row) => ({ row, who: row === 'staff' ? 'Chief executive' : 'Head of communications', when: ['staff', 'patients', 'cqc'].includes(row) ? 'same-day' : 'three-days' })),
});

const exit = (f: StoryFacts): Answers => ({
  'cont.succession_exit': 'Exit work starts a year before the end. The exit manager keeps the lists below ready, meets the commissioner each month and hands over service by service, the essential ones last. If the contract is renewed the plan is put away; if it is not, staff, records and leases move on one day.',
  'cont.exit_manager': 'Head of contracts and estates',
  'cont.sustainability': `${f.deputy} and ${f.clinicalLead} each spend a day a month in the chief executive's job.`,
  'cont.exit_months': 12,
  'cont.exit_early_months': 5,
  'cont.exit_data': ['staff', 'caseload', 'appointments', 'equipment', 'assets', 'leases', 'contracts'].map((row) => ({ row, owner: row === 'staff' ? 'HR lead' : f.deputy, hours: ['caseload', 'appointments', 'equipment'].includes(row) ? 12 : 72 })),
  'cont.staff_return': `To ${f.parent} or to the new provider, under TUPE again, with terms as they are on that day.`,
  'cont.staff_refresh': 6,
  'cont.staff_days': 4,
  'cont.pension_exit': 'The direction ends with the contract. Members keep what they have built up, and the new employer applies again before the day.',
  'cont.records': 'The commissioner becomes the keeper of records on the day of failure. A copy is held where it can be reached without our systems.',
  'cont.asset_return': `Equipment bought with NHS money goes back at book value. Leases pass to the next provider. What is left after debts goes to ${f.place} Community Foundation.`,
  'cont.assets': [{ asset: 'Mobile clinic', funder: 'nhs', value: 4_200_000, reverts: 'yes', price: 'Book value', charge: 'no', consent: null }],
  'cont.company_pack': ['ownership', 'contracts', 'subcontractors', 'lenders', 'cash', 'insurance', 'it', 'key-staff', 'pensions'].map((row) => ({ row, holder: 'Company secretary', updated: addDays(f.today, -20) })),
});

const exercises = (f: StoryFacts): Answers => ({
  'cont.test_date': addDays(f.today, -12),
  'cont.next_review': addMonths(f.today, 11),
  'cont.exercise_held': 'yes',
  'cont.exercises': [
    { type: 'desktop-insolvency', date: addDays(f.today, -12), people: 'Both owners, finance, the fallback provider', findings: 'Wages were the first thing to fail; the advance covers them', result: 'met' },
    { type: 'data-extract', date: addDays(f.today, -10), people: 'Information team', findings: 'Caseload list took nine hours, appointment list two', result: 'met' },
  ],
  'cont.exercise_actions': [{ action: 'Keep a paper caseload list each Friday', owner: f.deputy, due: addMonths(f.today, 1), urgent: 'no', closed: null }],
  'cont.lessons': 'Rehearse the first day of trouble, not the tenth. Nobody knew who could sign for the advance payment until we tried.',
});
