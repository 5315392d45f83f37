import { addDays, addMonths } from '#workflows/dates.ts';
import { addressOf, type Answers, type StoryFacts } from '../facts.ts';
import { share } from './sums.ts';

/** What the service is, how it is kept safe, and how its contract is awarded and shaped. */
export const serviceAnswers = (f: StoryFacts): Answers => ({ ...services(f), ...safety(f), ...changes(f), ...award(f), ...contract(f) });

const services = (f: StoryFacts): Answers => ({
  'bc.services': [
    { name: f.service, spec: 'Specification 1', activity: Math.max(900, Math.round(f.wte * 560)), wait_now: 16, wait_target: 8, quality: 'Median wait, goals reached by the patient, falls, pressure damage, complaints' },
    { name: 'Urgent response at home', spec: 'Specification 2', activity: Math.max(120, Math.round(f.wte * 70)), wait_now: null, wait_target: null, quality: 'Seen within 2 hours, still at home after 7 days' },
  ],
  'bc.cqc_registration_plan': addDays(f.transferOn, -190),
});

const safety = (f: StoryFacts): Answers => ({
  'bc.clin_gov': `${f.clinicalLead} leads on clinical quality, as clinical director with a vote on the board. A quality meeting each month looks at incidents, complaints, infection, medicines and audit, and its chair is a non-executive who has been a GP. Every clinician has supervision every six weeks and a yearly appraisal. ${f.small ? 'We audit five records' : 'Each team audits 20 records'} a month and one subject in depth a quarter. Incidents are read within 2 working days and serious ones start an investigation the same week, with the patient or family told first. Medicines advice is bought from the hospital pharmacy, ${f.small ? 'half a day' : 'four days'} a month. The board sees one page of quality figures each month and begins with a patient's story. Anyone may speak to the guardian for speaking up, who is not a manager.`,
  'bc.safeguarding': `Grace Mensah is named lead for adults and children, with ${f.small ? 'half a day' : 'a day and a half'} a week for it. The team of ${f.parent} gives advice and supervision for the first two years, under an agreement that names two people. All staff train every year, and those who see children to the higher level. A concern goes to the council on the day it arises and is copied to the lead, who keeps the list and brings it to the board each quarter. Checks on new staff are finished before they see anyone alone.`,
  'bc.safeguarding_lead': { name: 'Grace Mensah', jobTitle: 'Safeguarding nurse', employer: f.parent, email: addressOf('Grace Mensah') },
  'bc.incidents_12m': f.small ? 0 : 2,
  'bc.incidents_learning': f.small
    ? { notApplicable: 'There was no serious incident in that time' }
    : 'One fall from a hoist, and one result that nobody read for three weeks. Hoists now have a label with the last check and the next. Results go to a shared list that two people clear every morning.',
});

const changes = (f: StoryFacts): Answers => ({
  'bc.care_pathway_interfaces': [
    { partner: 'Hospital wards', passes: 'People going home, discharge letters', risk: 'Letters come after the patient', agreement: 'Daily call; joint standard signed by both' },
    { partner: 'GP practices', passes: 'Requests, results, changes of medicine', risk: 'Nobody knows who acts', agreement: 'One number, reply within 2 days' },
    { partner: 'Council adult care', passes: 'Care plans, equipment orders', risk: 'Two assessments for one person', agreement: 'One shared form; monthly meeting of leads' },
    { partner: 'Ambulance service', passes: 'People who fell and are not hurt', risk: 'Call comes when we are full', agreement: 'Direct line and a daily limit' },
  ],
  'bc.service_plans': [
    { change: 'A clinician reads every request on the day', gain: 'Urgent needs are found at once', start: addMonths(f.transferOn, 1).slice(0, 7), cost: share(f, 0.1) },
    { change: 'Teams book for themselves', gain: 'One call, and a time that suits', start: addMonths(f.transferOn, 4).slice(0, 7), cost: -share(f, 0.36) },
    { change: 'Evening clinics in three places', gain: 'No day off work for an appointment', start: addMonths(f.transferOn, 6).slice(0, 7), cost: share(f, 0.3) },
    { change: 'A named contact for each GP practice', gain: 'Fewer people sent from office to office', start: addMonths(f.transferOn, 2).slice(0, 7), cost: 0 },
  ],
});

const AWARDS = {
  'right-to-request': {
    key: 'first-uncontested',
    why: (f: StoryFacts) => `A first contract under Right to Request may be given without a competition, once, for three to five years. ${f.commissioner} compared five options, two of them in the NHS, and asked the public before it chose.`,
  },
  'right-to-provide': {
    key: 'competitive',
    why: (f: StoryFacts) => `Right to Provide gives no promise of a contract, so ${f.commissioner} will advertise and any qualified provider may bid. People who would lead the new organisation take no part in writing the specification or scoring.`,
  },
  'public-service-mutual': {
    key: 'most-suitable',
    why: (f: StoryFacts) => `We are not the provider that holds the contract today, so direct award C is not open to us. ${f.commissioner} plans the most suitable provider process: a notice of intention, five key criteria, a second notice and a standstill before it signs.`,
  },
} as const;

function award(f: StoryFacts): Answers {
  const { key, why } = AWARDS[f.pathway];
  const advice = `Marlowe and Finch, solicitors to the team, and Ashdown Legal, for ${f.parent}, both gave advice in writing in the last two months.`;
  return {
    'bc.award_route': key,
    'bc.award_reason': `${why(f)} ${advice} The price was checked against the cost of the service in each of the last three years, so that nobody can call it a gift. The reasons and the options not taken are minuted, and a summary is published.`,
  };
}

const contract = (f: StoryFacts): Answers => ({
  'bc.contract_years': f.contractYears,
  'bc.payment_basis': ['block', 'outcome'],
  'bc.key_terms': 'Payment on the fifth day of each month, in advance. The price follows the national rise less 1%. If requests grow by more than 5% in a year, both sides meet within a month and agree money or a limit. Twelve months of notice on either side. No part of the service is put out to tender in the first 24 months. Staff terms are protected by law and by the contract.',
  'bc.risk_sharing': [
    { row: 'demand', holder: 'shared', terms: 'Ours up to 5% more requests a year, then talks with a date' }, { row: 'pay', holder: 'shared', terms: 'Paid as far as the national price rise covers it' },
    { row: 'pension', holder: 'commissioner', terms: 'A change of the national rate changes the price' }, { row: 'premises', holder: 'enterprise', terms: 'Inside repairs ours, shell the landlord' },
    { row: 'legacy', holder: 'parent', terms: 'Indemnity in writing, without a time limit for clinical claims' }, { row: 'end', holder: 'shared', terms: 'Redundancy in halves, if the contract is not renewed' },
  ],
});
