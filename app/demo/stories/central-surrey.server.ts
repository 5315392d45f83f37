import type { StoryFacts } from '../answers/facts.ts';
import { promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { agreeContract, goLive, openScene, reviewBenefits } from '../open-scene.server.ts';
import { concludeStage, condition, declareNoInterest, openStage, passStage, reviewStage, sendStage, type Scene } from '../scene.server.ts';
import { onDay } from '../story.server.ts';
import { meet } from '../talk.server.ts';

/**
 * Central Surrey Health. Published: the board backed it in principle in July 2005; it ran in shadow form from
 * 1 August 2006 and went live on 1 October 2006 with five conditions; nurses and therapists, a company limited by
 * shares that its staff own, a first contract of three years, 280,000 people. It came before the Right to Request,
 * whose steps it is told in.
 */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'right-to-request', service: 'community nursing and therapy', place: 'Central Surrey', team: 'Community nursing and therapy',
  enterprise: 'Central Surrey Health Limited', parent: 'East Elmbridge and Mid Surrey PCT', commissioner: 'East Elmbridge and Mid Surrey PCT',
  staff: 700, wte: 540, budgetPence: 2_100_000_000, population: 280_000,
  transferOn: '2006-10-01', contractStart: '2006-10-01', contractYears: 3, legalForm: 'cls',
  lead: 'Rosalind Tye', deputy: 'Jonathan Peck', sponsor: 'Alison Garrod', clinicalLead: 'Miriam Stead', financeLead: 'Clive Barrow',
  ballot: { electorate: 700, returned: 438, for: 361, against: 69, spoilt: 8, threshold: 51 }, small: false,
  extra: {
    'go.shadow_from': '2006-08-01', 'hr.support_test': 'survey', 'gov.asset_lock': 'in-articles', 'gov.guide_staff_shares': 'yes', 'gov.guide_community_votes': 'no',
    'gov.form_reason': 'Staff asked to own what they run, and to own it together. A company limited by shares lets each of us hold one share with one vote, whatever our grade or hours, and the articles keep assets and surplus in care. The law on community interest companies was being made while we decided; nobody had yet run a health service as one, so our advisers counselled against being the first.',
    'bc.governance_outline': 'A company limited by shares, owned by its staff alone: one person, one share, one vote. The articles keep assets and surplus in the service, and no dividend is paid. The board has an independent chair, three executives, two non-executives, two members elected by staff and one by patients. It meets each month and publishes its papers. A council of staff meets before each board and may put items on its agenda.',
  },
};

const BENEFITS: Benefit[] = [
  {
    title: 'Shorter wait for physiotherapy', beneficiary: 'People referred for physiotherapy', category: 'access', clause: 'Schedule 3, measure 1',
    measure: { what: 'Longest routine wait for physiotherapy', unit: 'weeks', direction: 'down', from: 16, source: 'Waiting list return', on: '2005-03-31', to: 8, by: '2009-09-30' },
    readings: [
      { period: '2007-09-30', known: '2007-10-09', value: 13, n: 2_940 },
      { period: '2012-12-31', known: '2013-02-18', value: 5, n: 3_310, quality: 'C', note: 'Published later: under 5 weeks, 3 weeks better than the target. The exact figure and the month were not published.' },
    ],
  },
  {
    title: 'Less sickness absence', beneficiary: 'Staff, and the people they see', category: 'staff', clause: 'Schedule 3, measure 2',
    measure: { what: 'Days lost to sickness, of days available', unit: '%', direction: 'down', from: 4.8, source: 'Payroll', on: '2005-03-31', to: 4, by: '2009-09-30' },
    readings: [
      { period: '2007-09-30', known: '2007-10-09', value: 4.4, n: 702 },
      { period: '2011-12-31', known: '2012-03-12', value: 3.55, n: 770, note: 'Published figure for 2011' },
      { period: '2012-12-31', known: '2013-03-11', value: 1.74, n: 770, note: 'Published figure for 2012: under 1.74%' },
    ],
  },
  {
    title: 'More clinical time for each pound', beneficiary: 'The primary care trust', category: 'productivity', clause: 'Schedule 3, measure 3',
    measure: { what: 'Contacts for each clinician a month', unit: 'count a month', direction: 'up', from: 92, source: 'Activity system', on: '2005-03-31', to: 101, by: '2009-09-30' },
    readings: [{ period: '2007-09-30', known: '2007-10-12', value: 97, n: 48_600 }],
  },
  {
    title: 'Waste taken out of the service', beneficiary: 'The primary care trust and patients', category: 'cash-saving',
    left: { treatment: 'monitored', reason: 'Savings stay in the service, so the price does not depend on them; the sum is reported once a year' },
    measure: { what: 'Cost of waste removed in the year', unit: '£ a year', direction: 'up', from: 0, source: 'Ledger', on: '2005-03-31', to: 500_000, by: '2009-09-30', valuePerYear: 50_000_000 },
    readings: [
      { period: '2007-09-30', known: '2007-10-12', value: 180_000, n: 41 },
      { period: '2009-12-31', known: '2010-02-02', value: 1_000_000, n: 120, note: 'Published: £1 million removed in 2009' },
    ],
  },
  {
    title: 'Staff who own what they run', beneficiary: 'Staff', category: 'staff',
    left: { treatment: 'notContracted', reason: 'Ownership is in the articles. The commissioner buys care, not shares' },
    measure: { what: 'Staff who have taken up their share', unit: '%', direction: 'up', from: 0, source: 'Share register', on: '2005-03-31', to: 75, by: '2009-09-30' },
    readings: [{ period: '2007-09-30', known: '2007-10-02', value: 81, n: 702 }],
  },
];

const SUMMARY = 'Illustrative, from published sources: nurses and therapists of a Surrey primary care trust become the first such team to leave. Backed in principle in July 2005, in shadow form from 1 August 2006, live on 1 October 2006 with five published conditions. It came before the Right to Request and is told in its steps. Other days, starting figures, results of 2007, the survey of staff and all names of people are invented.';

/** Tells it from the summer of 2005 to the first benefit review in October 2007, with later published results on their own dates. */
export async function tellCentralSurrey(cast: Cast): Promise<Scene> {
  const scene = await openScene(cast, {
    day: '2005-05-03', title: 'Central Surrey Health', summary: SUMMARY, shownAs: 'illustrative', facts: FACTS, parent: 'surrey', commissioner: 'surrey',
    troupe: {
      lead: [FACTS.lead, 'Head of therapies', 'surrey'], member: [FACTS.deputy, 'Head of nursing', 'surrey'], sponsor: [FACTS.sponsor, 'Director of commissioning', 'surrey'],
      finance: ['Bernard Hale', 'Deputy director of finance', 'surrey'], hr: ['Yvonne Catt', 'Head of human resources', 'surrey'], quality: ['Sushila Rao', 'Director of nursing', 'surrey'],
      legal: ['Desmond Pile', 'Board secretary', 'surrey'], secondLine: ['Frances Ormerod', 'Head of performance', 'southEast'], staffSide: ['Keith Barlow', 'Staff side chair', 'unions'],
    },
  });
  await backInPrinciple(scene);
  await build(scene);
  await approveWithFiveConditions(scene);
  await goLive(scene);
  await reviewBenefits(scene, BENEFITS, '', { sent: '2007-10-15', opened: '2007-10-17', reviewed: '2007-10-24', decided: '2007-10-30' }, YEARLY);
  return scene;
}

async function backInPrinciple(scene: Scene): Promise<void> {
  await sendStage(scene, 'readiness', '2005-05-20');
  onDay('2005-05-31');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2005-06-06', opened: '2005-06-08', reviewed: '2005-06-24', decided: '2005-07-21' }, {
    decision: { note: 'Backed in principle. The board asks for a business plan next.', onBehalfOf: 'the board, July 2005' },
  });
}

async function build(scene: Scene): Promise<void> {
  await passStage(scene, 'business-case', { sent: '2006-01-10', opened: '2006-01-12', reviewed: '2006-02-02', decided: '2006-02-16', assured: '2006-03-09' });
  await passStage(scene, 'governance', { sent: '2006-02-21', opened: '2006-02-22', reviewed: '2006-03-07', decided: '2006-03-16' });
  await agreeContract(scene, '2006-04-12', BENEFITS, { sent: '2006-04-20', opened: '2006-04-21', reviewed: '2006-05-09', decided: '2006-05-18', assured: '2006-06-01' });
  await passStage(scene, 'workforce', { sent: '2006-06-05', opened: '2006-06-06', reviewed: '2006-06-19', decided: '2006-06-29' });
  await passStage(scene, 'failure-plan', { sent: '2006-06-12', opened: '2006-06-13', reviewed: '2006-06-27', decided: '2006-07-06' });
}

/** Approved in the summer, with the five conditions as they were published; each is shown to be met before the day. */
async function approveWithFiveConditions(scene: Scene): Promise<void> {
  const { lead, member } = scene.players;
  const by = '2006-09-22';
  await sendStage(scene, 'transfer', '2006-07-10');
  await openStage(scene, 'transfer', '2006-07-11');
  await reviewStage(scene, 'transfer', '2006-07-18');
  await concludeStage(scene, 'transfer', { decided: '2006-07-20', assured: '2006-07-27' }, {
    outcome: 'approvedWithConditions', onBehalfOf: 'the board, July 2006', note: 'It may go live on 1 October 2006 when these five are met.',
    conditions: [
      condition(lead, by, 'goLive', 'Commitment to the turnaround projects of the primary care trust', 'A signed list of the projects, with the share of each'),
      condition(member!, by, 'goLive', 'Full advice on public consultation', 'Written advice, and what was done about it'),
      condition(lead, by, 'goLive', 'A board with the full range of competencies', 'The skills of each member, and appointments to any gap'),
      condition(member!, by, 'goLive', 'Engagement of staff and of local GPs', 'Notes of meetings with staff at each base and with each GP group'),
      condition(lead, by, 'goLive', 'A business plan that shows practical results', 'The plan, with results that can be seen in the first year'),
    ],
  });
  const shown = [
    [lead, 'Signed by both chief executives on 4 September; eleven projects, three of them ours to lead.'],
    [member!, 'Advice received on 21 August. One more public meeting was held in Dorking on 7 September.'],
    [lead, 'Two members appointed on 11 September, for finance and for law.'],
    [member!, 'Meetings at all nine bases and with six of six GP groups; notes attached to the folder.'],
    [lead, 'Version 4 of the plan names twelve results for the first year, each with an owner.'],
  ] as const;
  onDay('2006-09-18');
  for (const [i, [owner, note]] of shown.entries()) await meet(scene, owner, 'transfer', i + 1, note);
}

const YEARLY = { extra: { 'rev.point': 'month-12', 'rev.period_to': '2007-09-30' } };
