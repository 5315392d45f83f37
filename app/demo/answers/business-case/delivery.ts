import { addDays, addMonths } from '#workflows/dates.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { split } from './sums.ts';

/** People, places, systems and the plan to get there. */
export const deliveryAnswers = (f: StoryFacts, rent: number): Answers => ({ ...people(f), ...places(f, rent), ...plan(f) });

const people = (f: StoryFacts): Answers => ({
  'bc.people_plan': `All ${f.staff.toLocaleString('en-GB')} staff move with their terms, their length of service and their pensions. ${f.small ? 'One person left last year, and it took ten weeks to fill the post. One of us is training towards registration, and colleagues cover for each other by a rota we wrote ourselves.' : 'One in nine leaves in a year and most posts are filled within ten weeks; therapists take longer. We train four assistants a year towards registration, and two of the posts that become free at the top are kept for people from our own teams.'} People hired later get the same pay, leave and sick pay. ${f.small ? 'All of us meet the directors every month' : 'Each base elects one member to a forum that meets the directors every month'}, and ${f.legalForm === 'cic-guarantee' ? 'every member of staff may be a member with one vote' : 'every member of staff may hold one share with one vote'}. Sickness was 3.55% last year; a lead has half a day a month to look after it, and physiotherapy for staff starts on the first day.`,
  'bc.leadership': [
    { role: 'Chief executive', person: f.lead, experience: 'Clinician for 21 years, has led the service for six', gap: 'New to company law: a course and a mentor from another mutual' },
    { role: 'Director of operations', person: f.deputy, experience: 'Runs bases, rotas and the move to the record system', gap: 'Leases: an adviser until all are signed' },
    { role: 'Director of finance', person: f.financeLead, experience: 'Qualified accountant, eight years in NHS finance', gap: 'Cash and banks: support from the auditor in year 1' },
    { role: 'Clinical director', person: f.clinicalLead, experience: 'Leads clinical quality today', gap: null },
  ],
  'bc.succession': `${f.deputy} acts from the same day, and ${f.clinicalLead} takes over operations. Both spend a day a month in the chief executive's work, so that nothing is in one head only. The board would advertise within a month and expects six months to fill the post. Bank, landlords and ${f.commissioner} have two names each.`,
});

function places(f: StoryFacts, rent: number): Answers {
  const sites: [name: string, part: number][] = f.small ? [['Main clinic', 1]] : [['Main clinic', 5], ['North base', 3], ['Health centre rooms', 2]];
  return {
    'bc.estates': split(rent, Object.fromEntries(sites)).map(([site, amount], i) => ({
      site: `${f.place}, ${site.toLowerCase()}`, owner: i === 2 ? 'GP partnership' : f.parent, tenure: i === 2 ? 'licence' : 'lease', rent: amount, repair: i === 2 ? 'owner' : 'shared', years: i === 2 ? 2 : f.contractYears,
    })),
    'bc.it_systems': [
      { system: 'Patient record', now: f.parent, plan: 'Keep the same system, with our own part of it', ready: addMonths(f.transferOn, -2).slice(0, 7) },
      { system: 'Email and network', now: f.parent, plan: 'Buy from the parent for 18 months, then replace', ready: addMonths(f.transferOn, -1).slice(0, 7) },
      { system: 'Payroll and staff record', now: f.parent, plan: 'Buy from the parent for 18 months', ready: addMonths(f.transferOn, -1).slice(0, 7) },
      { system: 'Finance ledger', now: f.parent, plan: 'Buy our own small system', ready: addMonths(f.transferOn, -3).slice(0, 7) },
    ],
    'bc.information_plan': `${f.enterprise} becomes answerable for records of current patients on the day of the transfer. ${f.parent} keeps the records of those discharged before it and gives us access when they come back. Staff records move through a secure route, after checks on what the law allows. An agreement with GP practices and the hospital says what is shared, why and for how long. ${f.deputy} answers for information risk, and a non-executive doctor guards what patients tell us.`,
    'bc.governance_outline': `A community interest company, owned by its staff with a part for the people who use it. Nothing can be sold for private gain: the asset lock passes everything to ${f.place} Community Foundation if we close. No dividend is paid. The board has an independent chair, three executives, two non-executives, two members elected by staff and one by patients. It meets each month and publishes its papers. The chief executive's pay is set by members who are not executives, and is published.`,
  };
}

const plan = (f: StoryFacts): Answers => ({
  'bc.milestones': [
    { step: 'Business case decided', on: addMonths(f.today, 2), owner: f.sponsor, slack: 'All later steps move with it' },
    { step: 'Staff told and consulted in the formal way', on: addMonths(f.today, 3), owner: f.deputy, slack: 'At least 30 days must stay' },
    { step: 'Registration and pension applications sent', on: addDays(f.transferOn, -190), owner: f.lead, slack: 'A month at most' },
    { step: 'Contract signed', on: addMonths(f.transferOn, -3), owner: f.financeLead, slack: 'The transfer moves by the same time' },
    { step: 'Second payroll test passed', on: addDays(f.transferOn, -20), owner: f.deputy, slack: 'No transfer without it' },
    { step: 'Go-live', on: f.transferOn, owner: f.lead, slack: 'The parent carries on month by month' },
  ].sort((a, b) => a.on.localeCompare(b.on)),
  'bc.project_team': `${f.lead} has ${f.small ? 'one day' : 'three days'} a week for it and ${f.deputy} two, with their clinics and meetings covered. A project manager works half the week until three months after go-live. Lawyers, a VAT adviser and the surveyor are paid from set-up money. Nobody does this in the evening: the time log is read by the sponsor each month.`,
  'bc.fallback': `Staff stay with ${f.parent} and the service goes on as it is, because no building, system or rota changes before the day. Registrations and insurance are withdrawn. We would still move booking into the teams, which needs only the agreement of one director. Staff hear it from us the same day.`,
  'bc.evaluation': `${f.commissioner} and we read the promised benefits together after 3, 6 and 12 months and then each year, against the starting figures in this case. The university compares our waits and admissions with two places that did not change, at the end of years 1 and 3. Patients and staff get a short report in plain words each year, also about what did not work.`,
});

