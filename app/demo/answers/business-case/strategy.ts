import { pounds } from '#workflows/computed/money-words.ts';
import { addDays, addMonths } from '#workflows/dates.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { modelOf, share } from './sums.ts';

const people = (n: number) => n.toLocaleString('en-GB');

/** Why, for whom and against whom. Written last, so that the page in brief repeats the figures of the plan. */
export const strategyAnswers = (f: StoryFacts, money: Answers): Answers => ({ ...brief(f, money), ...need(f), ...record(f), ...around(f), ...views() });

function brief(f: StoryFacts, money: Answers): Answers {
  const years = modelOf(money);
  const third = years[2]!;
  const first = years[0]!;
  return {
    'bc.summary': `${f.enterprise} would take ${f.service} in ${f.place} out of ${f.parent}, with all ${people(f.staff)} staff and a yearly budget of ${pounds(f.budgetPence)}. People wait 16 weeks for a first appointment today. They would wait 8 by the end of year 2, because ${f.small ? 'we would read every request on the day it comes and book for ourselves' : 'clinicians would read every request on the day it comes and teams would book for themselves'}. The contract pays what the service costs now, less 1% a year for efficiency. We expect a surplus of ${pounds(first.surplus)} in year 1 and ${pounds(third.surplus)} in year 3, and nine parts in ten of it go back into care and reserves. VAT, the full pension rate and insurance are in the figures. A late payment from ${f.commissioner} is what could hurt us most, so we have a bank facility of ${pounds(share(f, 4))} in writing. If the contract ended, staff and patients would move by the failure plan. We ask for approval in principle.`,
    'bc.ask': `Approve the case in principle. Confirm working capital of ${pounds(share(f, 2.5))}. Allow talks with the pension authority, insurers and landlords to begin. Agree that we come back with a draft contract four months before the transfer.`,
    'bc.vision': `Someone in ${f.place} who needs us rings one number, speaks to a clinician the same day and is seen within 8 weeks, in a clinic near home or at home. The same clinician stays with them. Carers know whom to call. GPs hear back within 2 days. When something does not work, the team that sees it can put it right that week.`,
    'bc.reasons': `A request for a new piece of equipment passes three committees at ${f.parent} and took 11 weeks last year. Underspends go to the hospital wards, so no team gains from saving. We tried a devolved budget two years ago; it was taken back after six months to meet a shortfall elsewhere. We also tried booking within one team: the wait fell by a week, but the central office could not change its system for the rest. A separate organisation owned by its staff keeps what it saves and decides where it is spent, and the asset lock keeps it for patients. Nothing inside ${f.parent} can promise that.`,
    'bc.fit': `${f.commissioner} has published three aims for the next five years: care closer to home, shorter waits, and fewer older people admitted in a crisis. This plan moves evening clinics into three places that have none, halves the first wait and answers urgent calls within 2 hours. It costs no more than today. The plan for community services, page 14, asks for services with more freedom to decide locally.`,
  };
}

const need = (f: StoryFacts): Answers => ({
  'bc.needs_analysis': `${f.place} and the villages around it have ${people(f.population)} people. One in five is over 65, and in five years it will be nearly one in four. Requests to us grew by 5% a year over the last three years, falls by 8%. People in the two poorest wards are referred half as often as the average, although they have more strokes and more lung disease; they also miss one appointment in six, against one in twelve elsewhere. Bus routes to the main clinic stop at 6pm. People with a learning disability wait longer because nobody has time for a long first visit. If demand keeps growing and we work as now, we would be short of about ${people(Math.max(1, Math.round(f.wte * 0.11)))} full-time staff by year 5.`,
  'bc.needs_file': { notApplicable: 'The assessment is on the council website, and we quote the pages in our answer' },
  'bc.objectives': [
    { objective: 'See people sooner', measure: 'Median wait for a first appointment', start: '16 weeks', target: '8 weeks', by: addMonths(f.transferOn, 24).slice(0, 7) },
    { objective: 'Answer urgent calls in time', measure: 'Calls seen within 2 hours', start: '52%', target: '70%', by: addMonths(f.transferOn, 12).slice(0, 7) },
    { objective: 'A workforce that stays well', measure: 'Sickness absence', start: '3.55%', target: '2.5%', by: addMonths(f.transferOn, 24).slice(0, 7) },
    { objective: 'Live within the price', measure: 'Surplus as a share of income', start: 'None kept', target: '1% to 2%', by: addMonths(f.transferOn, 12).slice(0, 7) },
  ],
});

const record = (f: StoryFacts): Answers => ({
  'bc.track_record': `Over three years we saw 5% more people each year with the same number of posts. The median wait rose from 12 to 14 and then to 16 weeks. Nine in ten people said they would recommend us, in each year. Complaints fell from 31 to 22. We stayed within budget in two years of three; in the second we overspent by 1.4% because of agency cover for maternity leave, and we now keep a bank of our own. Sickness went from 4.1% to 3.55%. What went wrong: the move to a new record system lost six weeks of waiting list data, and we found it late. We check the list by hand each month since then.`,
  'bc.swot': [
    { row: 'strengths', what: 'Staff who stay, good results, trusted by GPs', response: 'Staff votes and clinical leads on the board keep it so' },
    { row: 'weaknesses', what: 'No experience of cash, contracts or leases', response: 'A director of finance from the first day, and a mentor' },
    { row: 'opportunities', what: 'Care homes and employers ask for our help', response: 'Two small contracts first; each must pay its way in a year' },
    { row: 'threats', what: `One payer, and a new contract to win in ${f.contractYears} years`, response: 'Publish results each year and bring two new payers' },
  ],
  'bc.dependencies': [
    { kind: 'limit', what: 'The contract price falls by 1% a year after inflation', effect: 'Savings of the same size are needed every year', owner: f.financeLead, due: null },
    { kind: 'link', what: 'Access to the NHS Pension Scheme', effect: 'The transfer waits; nobody moves without it', owner: f.deputy, due: addDays(f.transferOn, -60) },
    { kind: 'link', what: `Payroll and IT support from ${f.parent}`, effect: 'We move to the second supplier named in the contract', owner: f.parent, due: addDays(f.transferOn, -90) },
    { kind: 'link', what: 'Registration with the Care Quality Commission', effect: 'The service stays where it is until it comes', owner: f.lead, due: addDays(f.transferOn, -30) },
  ],
});

const around = (f: StoryFacts): Answers => ({
  'bc.market': [
    { competitor: 'Westmoor Community Trust', share: 12, threat: 'medium', notes: 'Larger back office; 40 miles away and not known to GPs here' },
    { competitor: 'The hospital trust', share: 6, threat: 'low', notes: 'Strong on discharge, weak on work in homes' },
    { competitor: 'Private clinics', share: 4, threat: 'low', notes: 'Quick for those who can pay; no home visits' },
  ],
  'bc.other_providers': `The hospital trust gains, because people leave wards sooner when we can see them at home; its discharge lead has read this plan. Westmoor Community Trust loses the chance of a merger but keeps its own contracts, and it is our fallback provider. Two small charities run classes that overlap with ours, so we will pay them to run ours as well instead of competing. ${f.parent} keeps services that share staff with us, and the shared rota for weekends goes on for at least two years.`,
});

const views = (): Answers => ({
  'bc.user_involvement': `We asked 214 people who use the service, on paper, by telephone and in clinics. Then we held three open evenings, where 96 people came, and ran a questionnaire for six weeks with 388 answers. Waits came first, and after that being passed between offices. People feared losing home visits and feared a company that could be sold. Because of that, home visits are named in the specification, the asset lock is explained on one page, and people who use the service elect a board member. The carers centre and the patient group commented on the draft; their letter is attached.`,
  'bc.support': [
    { group: 'Staff', view: 'supports', evidence: 'Meetings at every base, and a survey with two thirds in favour', answer: null },
    { group: 'GP practices', view: 'supports', evidence: 'Letters from 11 practices; four have not answered', answer: 'We visit the four before the case is decided' },
    { group: 'Joint staff side', view: 'neutral', evidence: 'Minutes of the last meeting', answer: 'Same terms for new staff for three years, and pensions settled before anyone moves' },
    { group: 'Campaign for local health services', view: 'against', evidence: 'Letter to the local paper', answer: 'We met them. The asset lock and the public register of contracts answer part of it' },
    { group: 'The local council', view: 'supports', evidence: 'Letter from the director of adult care', answer: null },
  ],
});
