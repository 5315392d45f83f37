import { addDays, addMonths } from '#workflows/dates.ts';
import { addressOf, type Answers, type StoryFacts } from './facts.ts';

/** Transfer and go-live as they stand two weeks or so before the day, with every blocker closed. */
export const transferAnswers = (f: StoryFacts): Answers => ({
  'go.transfer_date': f.transferOn,
  'go.shadow_from': addMonths(f.transferOn, -3),
  ...tasks(f),
  ...registered(f),
  ...agreed(f),
  ...ready(f),
  ...decided(f),
  ...f.extra,
});

const TASKS: Record<string, string[]> = {
  'mob.company': ['company-formed', 'board-appointed', 'bank-account', 'working-capital', 'tax', 'insurance', 'opening-balance'],
  'mob.registration': ['cqc-prepared', 'cqc-decided', 'provider-licence'],
  'mob.information': ['organisation-codes', 'data-toolkit', 'data-protection-fee', 'data-agreements'],
  'mob.systems': ['network-and-phones', 'clinical-system', 'nhs-mail', 'national-services', 'devices', 'cyber-security'],
  'mob.buildings': ['leases', 'building-safety', 'equipment'],
  'mob.people': ['pensions', 'payroll', 'staff-information', 'consultation-closed', 'professional-checks', 'placements'],
  'mob.contracts': ['contract-signed', 'supplier-contracts', 'support-agreements', 'clinical-support'],
  'mob.care': ['clinical-governance', 'lead-roles', 'controlled-drugs', 'medicines-supply', 'emergency-plan'],
  'mob.partners': ['public-information', 'partners-told', 'waiting-lists', 'open-matters'],
  'mob.safeguards': ['baselines-frozen', 'failure-plan-tested'],
  'mob.start': ['board-meetings', 'first-day-help', 'after-transfer'],
};
const SKIPPED: Record<string, string> = { 'provider-licence': 'Under the income limit', 'controlled-drugs': 'No stock is held', 'medicines-supply': 'Community pharmacies supply' };
/** Earlier things first: company, then registration, then the rest. */
const DAYS_AGO: Record<string, number> = { 'company-formed': 150, 'board-appointed': 140, 'cqc-prepared': 120, 'organisation-codes': 110, 'data-toolkit': 90, 'staff-information': 30, leases: 60 };

function tasks(f: StoryFacts): Answers {
  const row = (key: string) => {
    if (SKIPPED[key]) return { row: key, status: 'not-needed', owner: f.deputy, 'done-on': null, evidence: SKIPPED[key] };
    if (key === 'after-transfer') return { row: key, status: 'not-started', owner: f.deputy, 'done-on': null, evidence: null };
    if (key === 'first-day-help') return { row: key, status: 'in-progress', owner: f.deputy, 'done-on': null, evidence: 'Rota drafted' };
    return { row: key, status: 'done', owner: f.deputy, 'done-on': addDays(f.today, -(DAYS_AGO[key] ?? (key === 'board-meetings' ? 1 : 14))), evidence: 'Filed in the transfer folder' };
  };
  return Object.fromEntries(Object.entries(TASKS).map(([table, keys]) => [table, keys.map(row)]));
}

const registered = (f: StoryFacts): Answers => ({
  'go.cqc': 'registered',
  'go.cqc_applied': addDays(f.today, -120),
  'go.cqc_decided': addDays(f.today, -20),
  'go.cqc_certificate': 'CRT1-0428816',
  'go.indemnity': f.pathway === 'public-service-mutual' ? 'cnst' : 'commercial',
  'go.indemnity_council': 'no',
  'go.indemnity_from': f.transferOn,
  'go.indemnity_legacy': 'yes',
  'go.employers_liability': 1_000_000_000,
  'go.insurance_from': f.transferOn,
  'go.pension_direction': 'granted',
  'go.pension_granted': f.transferOn,
  'go.bank_facility': 'live',
  'go.bank_limit': Math.round(f.budgetPence * 0.04),
  'go.bank_date': addDays(f.today, -25),
  'go.opening_cash': Math.round(f.budgetPence * 0.09),
  'go.payroll_test': addDays(f.today, -6),
  'go.payroll_gap': 0.1,
  'go.payroll_unpaid': 0,
});

const agreed = (f: StoryFacts): Answers => ({
  'go.transfer_agreement': addDays(f.today, -18),
  'go.transfer_schedules': ['assets', 'contracts', 'staff', 'liabilities', 'intellectual-property', 'records'].map((row) => ({ row, done: 'yes', note: null })),
  'go.support_until': addMonths(f.transferOn, 18),
  'go.assets': [
    { asset: 'Loan equipment store', 'owner-after': 'enterprise', 'book-value': 6_400_000, condition: 'good' },
    { asset: 'Laptops and phones', 'owner-after': 'enterprise', 'book-value': f.staff * 22_000, condition: 'fair' },
    { asset: 'Main clinic', 'owner-after': 'leased', 'book-value': 0, condition: 'good' },
  ],
  'go.contracts_novated': [
    { supplier: 'Interpreting service', 'consent-on': addDays(f.today, -40) }, { supplier: 'Clinical waste', 'consent-on': addDays(f.today, -38) }, { supplier: 'Community record system', 'consent-on': addDays(f.today, -52) },
  ],
  'go.it': ['systems', 'smartcards', 'email', 'nhs-number', 'toolkit'].map((row) => ({ row, state: 'ready', owner: 'Ian Pritchard', 'ready-on': addDays(f.today, -8) })),
  'go.ig': ['controller', 'impact-assessment', 'retention', 'privacy-notice'].map((row) => ({ row, done: 'yes', owner: f.deputy, note: null })),
  'go.clinical_safety': ['incidents', 'safeguarding', 'medicines', 'controlled-drugs'].map((row) => ({ row, done: 'yes', owner: f.clinicalLead, note: row === 'controlled-drugs' ? 'No stock is held' : null })),
});

const ready = (f: StoryFacts): Answers => ({
  'go.comms': [
    { row: 'staff', message: 'Where to be on the day, and whom to ring', how: 'Letter and team meeting', lead: f.lead, on: addDays(f.transferOn, -7) },
    { row: 'patients', message: 'Same people, same clinics, one new number', how: 'Letter with each appointment', lead: f.deputy, on: addDays(f.transferOn, -14) },
    { row: 'gps', message: 'One number and a named contact', how: 'Visit to each practice', lead: f.clinicalLead, on: addDays(f.transferOn, -10) },
    { row: 'unions', message: 'Points settled and points still open', how: 'Staff side meeting', lead: f.lead, on: addDays(f.transferOn, -9) },
    { row: 'elected', message: 'Who runs the service and who answers for it', how: 'Letter', lead: f.lead, on: addDays(f.transferOn, -5) },
  ],
  'go.day1_readiness': ['authority', 'staffing', 'records', 'appointments', 'medicines', 'safety', 'phones', 'sign-in', 'buildings', 'supplies', 'pay', 'help'].map((row) => ({ row, colour: row === 'phones' ? 'amber' : 'green', owner: f.deputy, left: row === 'phones' ? 'Two numbers move the evening before' : null })),
  'go.baselines': 'yes',
  'go.baselines_on': addDays(f.today, -9),
  'go.baselines_owner': { name: 'Ian Pritchard', jobTitle: 'Information lead', employer: f.enterprise, email: addressOf('Ian Pritchard') },
  'go.legal_team': 'Marlowe and Finch, solicitors',
  'go.legal_commissioner': 'Ashdown Legal, solicitors',
  'go.challenge': 'no',
  'go.stop_plan': 'The two chief executives tell staff within an hour. Nobody moves, patients keep their appointments, and the stopping plan in the failure plan is followed step by step.',
});

const decided = (f: StoryFacts): Answers => ({
  'go.boards': ['parent', 'enterprise', 'commissioner'].map((row) => ({ row, person: row === 'enterprise' ? 'Ann Lee, chair' : row === 'parent' ? 'Chair of the board' : f.sponsor, on: addDays(f.today, -1), view: 'go' })),
  'go.decision': 'go',
  'go.decision_reason': 'Every blocker is closed, both legal opinions are on file, the money is in place and the staff are ready. The one amber item is moved the evening before and has a fallback.',
});
