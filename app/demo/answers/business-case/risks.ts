import { addMonths } from '#workflows/dates.ts';
import type { Answers, StoryFacts } from '../facts.ts';
import { share } from './sums.ts';

/** What each side found out, what could go wrong, who bears it, and what good is done besides. */
export const riskAnswers = (f: StoryFacts): Answers => ({ ...diligence(f), ...register(f), ...good(f) });

/** Rows that found something; the rest is done with nothing to report. */
function diligence(f: StoryFacts): Answers {
  const rows = ['service-lines', 'recharges', 'creditors', 'hr', 'estates', 'it', 'contracts', 'equipment', 'incidents', 'cqc', 'information', 'safeguarding', 'waits', 'baselines', 'insurance', 'litigation', 'grants', 'brand', 'team'];
  const money = ['service-lines', 'recharges', 'creditors', 'grants', 'insurance'];
  const care = ['incidents', 'cqc', 'safeguarding', 'waits', 'baselines'];
  const found: Record<string, object> = {
    estates: { flag: 'yes', settled: 'yes', document: 'Building survey', impact: share(f, 0.3), indemnity: 'yes' },
    it: { status: 'under-way', document: 'Licence list, draft' },
    contracts: { status: 'under-way', document: '14 supplier contracts' },
    grants: { status: 'not-needed', document: null },
  };
  return {
    'bc.due_diligence': rows.map((row) => ({
      row, status: 'done', flag: 'no', settled: null, impact: null, indemnity: null, document: 'Data room',
      owner: money.includes(row) ? f.financeLead : care.includes(row) ? f.clinicalLead : f.deputy, ...found[row],
    })),
    'bc.flags_accepted': { notApplicable: 'The one red flag, repairs to the main clinic, is settled by cash from the parent' },
  };
}

function register(f: StoryFacts): Answers {
  const next = addMonths(f.today, 1);
  const risk = (category: string, name: string, cause: string, effect: string, [likelihood, impact]: [number, number], mitigation: string, owner: string, bearer: string, percent: number) =>
    ({ category, risk: name, cause, effect, likelihood, impact, mitigation, owner, 'review-on': next, bearer, cost: share(f, percent) });
  return {
    'bc.risks': [
      risk('money', 'One payer for most of the income', 'A first contract with one commissioner', 'A late or lower payment empties the bank', [4, 4], 'Payment in advance, a bank facility, two new payers by year 3', f.financeLead, 'spin-out', 5),
      risk('people', 'Pension access is late', 'A decision outside our hands', 'Staff do not want to move and the date slips', [4, 3], 'Apply 27 weeks before the transfer; nobody moves without it', f.deputy, 'parent', 0.6),
      risk('money', 'Support costs come out higher', 'The parent carried more than it charged', 'Surplus is gone for a year', [3, 4], 'Each service priced line by line; payroll and IT fixed for 18 months', f.financeLead, 'spin-out', 1),
      risk('people', 'Leaders wear out', 'The change comes on top of clinics', 'Mistakes, and good people leave', [4, 3], 'Cover for protected days and a deputy who can decide', f.lead, 'spin-out', 0.2),
      risk('legal', 'The award is challenged', 'Another provider or a campaign objects', 'Months of delay and legal costs', [2, 5], 'Reasons on file, notices published, advice from two firms', f.sponsor, 'commissioner', 0.4),
      risk('quality', 'Handovers are missed in the first weeks', 'New numbers and new inboxes', 'Somebody waits who should not', [2, 4], 'Old numbers forward for a year; a daily check of open requests', f.clinicalLead, 'patients', 0.1),
    ],
    'bc.eia_changes': 'People who do not read English well and people without a car stood to lose most from online booking. So the telephone comes first, every letter offers an interpreter, and evening clinics are on bus routes. Staff who work part time were fewer on our planning group than in the service; two have joined it, and meetings moved to midday.',
  };
}

const good = (f: StoryFacts): Answers => ({
  'bc.social_value': [
    { theme: 'jobs', commitment: 'Apprentices from local schools', measure: 'Apprentices who start', unit: 'people', baseline: f.small ? 0 : 1, target: f.small ? 1 : Math.max(2, Math.round(f.staff / 100)), evidence: 'Payroll and college records', proxy: null, clause: null },
    { theme: 'community', commitment: 'A tenth of surplus to local health groups', measure: 'Share of surplus given', unit: '%', baseline: 0, target: 10, evidence: 'Accounts, and a list of who got it', proxy: null, clause: null },
    { theme: 'environment', commitment: 'Fewer miles for each visit', measure: 'Miles driven for each home visit', unit: 'miles', baseline: 6.2, target: 5, evidence: 'Mileage claims and visit counts', proxy: null, clause: null },
  ],
  'bc.benefits_plan': `${f.deputy} answers for the benefits on our side and ${f.sponsor} for ${f.commissioner}. Each promise has an owner in a team, a source for its figure and a date. The two meet each month for the first year with one page in front of them. A promise that falls behind twice gets a written plan, and both boards see it.`,
});
