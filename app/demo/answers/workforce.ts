import { addDays, addMonths } from '#workflows/dates.ts';
import type { Answers, StoryFacts } from './facts.ts';

/** Staff and TUPE as the HR lead and the team send it, while consultation is going on. */
export const workforceAnswers = (f: StoryFacts): Answers => ({
  ...staff(f),
  ...duties(f),
  ...informing(f),
  ...information(f),
  ...pensions(f),
  ...engagement(f),
  ...vote(f),
  ...figures(f),
  ...gate(f),
  ...f.extra,
});

/** The staff in four groups that add up to the whole. */
function groups(f: StoryFacts) {
  const share = [0.46, 0.24, 0.18];
  const heads = share.map((part) => Math.max(1, Math.round(f.staff * part)));
  const rest = Math.max(1, f.staff - heads.reduce((a, b) => a + b, 0));
  const wte = share.map((part) => Math.round(f.wte * part * 10) / 10);
  const lastWte = Math.round((f.wte - wte.reduce((a, b) => a + b, 0)) * 10) / 10;
  const names = ['Therapists and nurses', 'Assistants', 'Booking and administration', 'Managers and leads'];
  return names.map((group, i) => {
    const headcount = i < 3 ? heads[i]! : rest;
    return { group, headcount, wte: Math.min(headcount, i < 3 ? wte[i]! : lastWte), band: ['5 to 7', '2 to 4', '2 to 4', '7 to 8c'][i]!, site: f.place, pension: Math.max(1, Math.floor(headcount * 0.9)), bank: 0, 'fixed-term': 0, union: 'yes' };
  });
}

function staff(f: StoryFacts): Answers {
  const table = groups(f);
  return {
    'hr.staff_table': table,
    'hr.wte_costed': f.wte,
    'hr.tupe_applies': 'yes',
    'hr.tupe_basis': 'service',
    'hr.tupe_advice': 'Marlowe and Finch, letter on file',
    'hr.employer_size': Math.max(600, f.staff * 3),
    'hr.assignment': table.map((g, i) => ({ reference: `P${i + 1}`, post: g.group, posts: g.headcount, service: f.service, share: 100, basis: 'permanent', essential: 'yes', decision: 'in-scope', 'decided-by': null, 'decided-on': null, reason: null })),
    'hr.special_cases': ['sponsored', 'joint-contracts', 'protected-pay', 'banding-appeals', 'salary-sacrifice', 'agency'].map((row) => ({ row, count: row === 'salary-sacrifice' ? 2 : 0, handling: row === 'salary-sacrifice' ? 'The same lease car scheme carries over' : null })),
    'hr.diligence': ['sickness', 'leave', 'training', 'checks', 'recruitment', 'family-leave', 'equal-pay', 'other-claims'].map((row) => ({ row, state: 'received', amount: row === 'leave' ? Math.round(f.budgetPence * 0.004) : null, note: row === 'leave' ? 'Untaken leave at the transfer, covered by the indemnity' : 'No concern found' })),
    'hr.early_sharing': 'yes',
    'hr.transfer_date': f.transferOn,
    'hr.board_date': addMonths(f.transferOn, -4),
    'hr.first_payday': addDays(f.transferOn, 26),
  };
}

const duties = (f: StoryFacts): Answers => ({
  'hr.redundancies': 0,
  'hr.dismissal_reason': 'none-planned',
  'hr.collective': 'The recognition agreement, the sickness and the organisational change policies carry over as they stand on the day of the transfer.',
  'hr.duties': ['inform', 'consult', 'measures', 'representatives', 'direct', 'staff-information', 'staff-information-updates', 'redundancy', 'early-redundancy', 'pensions', 'same-care', 'later-recruits'].map((row) => {
    if (['direct', 'redundancy', 'early-redundancy'].includes(row)) return { row, who: null, state: 'not-needed', 'done-on': null, note: row === 'direct' ? 'Recognised unions cover every group' : 'No redundancies are planned' };
    const done = ['inform', 'measures', 'representatives'].includes(row);
    return { row, who: ['measures', 'pensions', 'later-recruits'].includes(row) ? 'enterprise' : 'parent', state: done ? 'done' : 'in-progress', 'done-on': done ? addDays(f.today, -21) : null, note: null };
  }),
  'hr.reps_route': 'union',
  'hr.reps': groups(f).map((g) => ({ group: g.group, kind: 'union', body: 'Joint staff side', number: 2, 'appointed-on': addDays(f.today, -60), 'next-meeting': addDays(f.today, 12) })),
  'hr.reps_support': 'yes',
  'hr.elections': { unknownUntil: addMonths(f.today, 2) },
});

const informing = (f: StoryFacts): Answers => ({
  'hr.measures_parent': 'none',
  'hr.measures_enterprise': 'yes',
  'hr.measures_letter_on': addDays(f.today, -30),
  'hr.measures': [
    { measure: 'Pay day moves from the 27th to the 26th', who: 'transferring', affected: f.staff, 'consult-from': addDays(f.today, -21), outcome: 'Agreed with unions' },
    { measure: 'Payroll is run by another provider', who: 'transferring', affected: f.staff, 'consult-from': addDays(f.today, -21), outcome: 'Two test runs promised' },
  ],
  'hr.inform_reasons': `The service leaves ${f.parent} so that the people who provide it and the people who use it can run it together. The new employer is ${f.enterprise}. The transfer is planned for the start of the new contract.`,
  'hr.inform_implications': 'Your contract moves with you: pay, leave, hours, place of work and length of service stay as they are. You keep the NHS Pension Scheme through the arrangement described below. Two things change: the pay day, and who runs payroll. Nobody has to apply for their own job, and nobody loses it because of the transfer.',
  'hr.agency_workers': 'Two agency physiotherapists at the main clinic, covering vacancies',
  'hr.inform_written': 'yes',
  'hr.inform_date': addDays(f.today, -24),
  'hr.staff_note_date': addDays(f.today, -23),
  'hr.consult_start': addDays(f.today, -21),
  'hr.consult_end': addDays(f.today, 24) < addDays(f.transferOn, -31) ? addDays(f.today, 24) : addDays(f.transferOn, -40),
  'hr.consult_log': [
    { on: addDays(f.today, -20), kind: 'meeting', audience: 'All staff, main clinic', invited: f.staff, attended: Math.round(f.staff * 0.6), issues: 'Pensions, lease cars, who decides on leave', response: 'Written answers sent to everyone within a week' },
    { on: addDays(f.today, -14), kind: 'union-meeting', audience: 'Joint staff side', invited: 8, attended: 7, issues: 'Terms for people hired later', response: 'Same terms offered for the first three years' },
    { on: addDays(f.today, -9), kind: 'drop-in', audience: 'Evening and weekend staff', invited: Math.max(4, Math.round(f.staff * 0.2)), attended: Math.max(2, Math.round(f.staff * 0.1)), issues: 'Unsocial hours payments', response: 'They carry over unchanged' },
  ],
  'hr.union_points': [
    { 'received-on': addDays(f.today, -13), from: 'Joint staff side', point: 'Staff hired later must not be on worse terms', reply: 'Agreed for the first three years, then reviewed together', 'replied-on': addDays(f.today, -6) },
    { 'received-on': addDays(f.today, -13), from: 'Joint staff side', point: 'Pension access must be certain before anyone moves', reply: 'The transfer does not go ahead without it', 'replied-on': addDays(f.today, -6) },
  ],
});

const information = (f: StoryFacts): Answers => ({
  'hr.eli_delivered': { unknownUntil: addDays(f.transferOn, -42) },
  'hr.eli_method': 'secure-portal',
  'hr.eli_acknowledged': { unknownUntil: addDays(f.transferOn, -40) },
  'hr.eli_contents': ['identity', 'age', 'terms', 'discipline', 'grievances', 'claims', 'agreements'],
  'hr.eli_checks': ['policies', 'recent-changes', 'verbal', 'personal'],
  'hr.eli_seen_by': ['parent-hr', 'enterprise-hr', 'lawyers'],
  'hr.eli_logged': 'yes',
  'hr.eli_deleted': 'yes',
  'hr.objections': { notApplicable: 'Nobody has objected so far' },
  'hr.objections_told': 'yes',
  'hr.weekly_pay': Math.round(f.wte * 62_000),
});

const pensions = (f: StoryFacts): Answers => ({
  'hr.pension': f.pathway === 'public-service-mutual' ? 'new-fair-deal-closed' : 'direction',
  'hr.pension_routes': groups(f).map((g) => ({ group: g.group, members: g.pension, 'half-time': 'yes', route: f.pathway === 'public-service-mutual' ? 'closed-direction' : 'direction' })),
  'hr.pension_applied': addDays(f.transferOn, -190),
  'hr.pension_granted': { unknownUntil: addDays(f.transferOn, -60) },
  'hr.pension_reserve': 'planned',
  'hr.afc_link': 'dynamic',
  'hr.continuity': 'All NHS service counts as continuous, for leave, sick pay and redundancy. The same is written into contracts for anyone who later goes back to an NHS employer.',
  'hr.terms_new_joiners': 'same',
  'hr.two_tier': 'People hired later get the same pay scales, leave and sick pay. Their pension differs if access stays closed, so we add the difference in employer contribution to a scheme of their choice, and we ask for open access at the first review.',
  'hr.joiner_pension': 'nhs',
  'hr.two_tier_checked': addDays(f.today, -12),
  'hr.two_tier_cost': Math.round(f.budgetPence * 0.002),
  'hr.recognition': 'signed',
});

const engagement = (f: StoryFacts): Answers => ({
  'hr.engagement_steps': [
    { row: 'options', from: addDays(f.today, -200), what: 'Team meetings on the options, with managers absent for half of each' },
    { row: 'forum', from: addDays(f.today, -110), what: 'Draft business case shared with the partnership forum' },
    { row: 'formal', from: addDays(f.today, -21), what: 'Formal consultation with representatives' },
  ],
  'hr.leadership_actions': `${f.lead} visits each base every fortnight and answers questions in the open. Every question and its answer goes on one page that all staff can read. Team leads have an hour a week to talk it through, and one decision a month that used to be made above them is made by the team.`,
  'hr.reached': Math.round(f.staff * 0.9),
  'hr.engagement_survey': 7.1,
  'hr.engagement_scale': 'NHS staff survey index, 0 to 10',
  'hr.engagement_sent': f.staff,
  'hr.engagement_returned': Math.round(f.staff * 0.68),
});

const vote = (f: StoryFacts): Answers => ({
  'hr.support_test': 'ballot',
  'hr.support_question': `Do you support the move of our service to ${f.enterprise}?`,
  'hr.support_threshold': f.ballot.threshold,
  'hr.support_closed_on': addDays(f.today, -7),
  'hr.support_run_by': 'independent',
  'hr.support_secret': 'yes',
  'hr.support_published': 'yes',
  'hr.no_pressure': 'An outside scrutineer sent the papers to home addresses and counted them. Managers did not know who had voted. Unions put their own view in the same envelope.',
  'hr.support_electorate': f.ballot.electorate,
  'hr.support_returned': f.ballot.returned,
  'hr.support_for': f.ballot.for,
  'hr.support_against': f.ballot.against,
  'hr.support_spoilt': f.ballot.spoilt,
});

const figures = (f: StoryFacts): Answers => ({
  'hr.sickness_unit': 'percent',
  'hr.sickness_baseline': 3.55,
  'hr.sickness_until': addMonths(f.today, -2).slice(0, 7),
  'hr.sickness_definition': 'Full-time equivalent days lost out of days available',
  'hr.turnover_baseline': 11.4,
  'hr.vacancy_baseline': 8.2,
  'hr.agency_spend': Math.round(f.budgetPence * 0.02),
  'hr.eq_profile': { notApplicable: 'Held by the parent; small groups would show who people are' },
  'hr.payroll_runs': { unknownUntil: addDays(f.transferOn, -15) },
});

const gate = (f: StoryFacts): Answers => ({
  'hr.gate': ['affected-list', 'representatives', 'information-letter', 'measures-letter', 'replies', 'staff-information', 'pensions', 'objections', 'payroll', 'policies', 'recognition', 'registrations', 'wellbeing', 'old-claims'].map((row) => {
    const yes = ['affected-list', 'representatives', 'information-letter', 'measures-letter', 'replies', 'recognition', 'wellbeing'].includes(row);
    return { row, state: yes ? 'yes' : 'not-yet', on: yes ? addDays(f.today, -3) : null, evidence: yes ? 'On file with HR' : null };
  }),
});
