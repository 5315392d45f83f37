import { addDays, addMonths } from '#workflows/dates.ts';
import { addressOf, type Answers, type StoryFacts } from './facts.ts';

const person = (name: string, jobTitle: string, employer: string) => ({ name, jobTitle, employer, email: addressOf(name) });

/** A proposal as a team would send it: what they do, what would change, who pays and what could go wrong. */
export const proposalAnswers = (f: StoryFacts): Answers => ({
  ...who(f),
  ...what(f),
  ...support(f),
  ...plans(f),
  ...f.extra,
});

const who = (f: StoryFacts): Answers => ({
  'eoi.title': f.enterprise,
  ...(f.pathway === 'public-service-mutual' && { 'eoi.route': 'mutual-icb' }),
  'eoi.applicant_type': 'team',
  'eoi.scope': f.small ? 'single-service' : 'several-services',
  'eoi.lead': person(f.lead, 'Clinical lead', f.parent),
  'eoi.deputy': person(f.deputy, 'Operations manager', f.parent),
  'eoi.sponsor': person(f.sponsor, 'Director', f.commissioner),
  'eoi.interests_any': 'yes',
  'eoi.interests': [
    { person: f.lead, kind: 'professional', interest: 'Would lead the new organisation', action: 'leave-the-room', 'declared-on': addDays(f.today, -30) },
    { person: f.deputy, kind: 'professional', interest: 'Would run its operations', action: 'leave-the-room', 'declared-on': addDays(f.today, -30) },
  ],
  'eoi.recusals': ['host-approval', 'specification', 'transfer-price'],
  'eoi.permission': 'yes',
  'eoi.separate_advisers': 'yes',
  'eoi.price_barrier': 'yes',
});

const what = (f: StoryFacts): Answers => ({
  'eoi.services_now': `We provide ${f.service} for people in ${f.place}: in clinics, in their own homes and in care homes. GPs, hospitals and people themselves refer to us. ${f.staff} of us work across the area, and each request goes through a central booking office before a clinician sees it. People tell us they like the care and dislike the wait.`,
  'eoi.plan': `We would take booking into the teams, so that a clinician looks at every request on the day it arrives. Decisions that now go through three committees would be made by the people who know the patient. Savings from that would stay in the service: more first appointments, evening clinics and a named contact for each GP practice. Staff would own the organisation with the people who use it.`,
  'eoi.population': f.population,
  'eoi.area': `${f.place} and the villages around it`,
  'eoi.headcount': f.staff,
  'eoi.wte': f.wte,
  'eoi.budget': f.budgetPence,
  'eoi.budget_year': `${Number(f.today.slice(0, 4)) - 1} to ${f.today.slice(0, 4)}`,
  'eoi.budget_overheads': 'yes',
  'eoi.income_sources': [
    { payer: f.commissioner, timing: 'now', amount: Math.round(f.budgetPence * 0.92), share: 92, 'ends-on': null },
    { payer: 'The local council', timing: 'now', amount: f.budgetPence - Math.round(f.budgetPence * 0.92), share: 8, 'ends-on': null },
    { payer: 'Employers, for staff health', timing: 'later', amount: Math.round(f.budgetPence * 0.04), share: 4, 'ends-on': null },
  ],
  'eoi.alternatives': [
    { kind: 'stay-as-is', option: `Stay in ${f.parent}`, pros: 'No cost of change, and staff keep their employer', cons: 'Waits stay as they are and decisions stay slow' },
    { kind: 'nhs-trust', option: 'Join the hospital trust', pros: 'Large back office, and one employer with the wards', cons: 'Community work would come second to the hospital' },
    { kind: 'other-provider', option: 'Another community provider', pros: 'Has done it before, and is ready sooner', cons: 'Based 40 miles away; staff and GPs do not know them' },
    { kind: 'this-proposal', option: f.enterprise, pros: 'Staff and patients decide; surplus stays in care', cons: 'New and small, with one main payer at first' },
  ],
});

const support = (f: StoryFacts): Answers => ({
  'eoi.commissioner_fit': `${f.commissioner} has asked for care closer to home, shorter waits and fewer admissions of older people. This does all three with the same money. Its own plan names our service as one that should have more freedom.`,
  'eoi.legal_stops': 'The contract would be the first one to the new organisation. We have asked how it may be awarded, and the answer is to be on file before the business case goes to the board.',
  'eoi.user_involvement': `We asked 214 people who use the service what they would change. Waits came first, then being passed between offices. Two of them have joined our planning group. Next we hold one open evening in each town, and the patient group comments on the business case before it is sent.`,
  'eoi.involvement_needed': 'yes',
  'eoi.involvement_level': 'discuss',
  'eoi.involvement_plan': 'Three open evenings, a paper and online questionnaire for six weeks, and a meeting with the carers centre. We publish what we heard and what we changed because of it.',
  'eoi.scrutiny_view': 'not-substantial',
  'eoi.staff_told': f.staff,
  'eoi.staff_support': 'most-for',
  'eoi.union_told': 'yes',
  'eoi.union_told_on': addDays(f.today, -25),
  'eoi.union_view': 'neutral',
  'eoi.terms_kept': 'all-staff',
});

const plans = (f: StoryFacts): Answers => ({
  'eoi.risks_top5': [
    { risk: 'One payer for most of the income', likelihood: 4, impact: 4, mitigation: 'A first contract of several years, and two new payers by year 3' },
    { risk: 'Staff worry about pensions', likelihood: 4, impact: 3, mitigation: 'Apply for pension access early, and answer every question in writing' },
    { risk: 'Costs the parent carried come back to us', likelihood: 3, impact: 4, mitigation: 'Price each support service before the business case' },
    { risk: 'Leaders are stretched by the day job', likelihood: 4, impact: 3, mitigation: 'Protected hours and a deputy who can decide' },
    { risk: 'The way of awarding the contract is challenged', likelihood: 2, impact: 5, mitigation: 'Record the reasons, publish the notices and take advice' },
  ],
  'eoi.support_needed': ['finance-cashflow', 'legal-form', 'tupe-hr', 'pensions', 'benefits-measurement'],
  'eoi.support_grant': f.small ? 1_000_000 : 3_000_000,
  'eoi.timeline': [
    { row: 'proposal', on: addMonths(f.today, 2) }, { row: 'business-case', on: addMonths(f.today, 7) }, { row: 'contract', on: addMonths(f.transferOn, -3) },
    { row: 'go-live', on: f.transferOn }, { row: 'review', on: addMonths(f.transferOn, 6) },
  ],
  'eoi.declarations_conflicts': 'yes',
  'eoi.declarations_accuracy': 'yes',
  'eoi.declarations_sharing': 'yes',
});
