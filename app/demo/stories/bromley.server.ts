import type { StoryFacts } from '../answers/facts.ts';
import { promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { agreeContract, goLive, openScene, reviewBenefits } from '../open-scene.server.ts';
import { declareNoInterest, passStage, sendStage, type Scene } from '../scene.server.ts';
import { onDay } from '../story.server.ts';

/**
 * Bromley Healthcare. Published: a community interest company owned by its staff, live on 1 April 2011; healing of leg
 * ulcers from 21 weeks to 5, missed appointments from 13% to 5%, readmissions for lung disease from 20 a month to none,
 * sickness at 2.5%. Size, money, days and all names of people are invented.
 */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'right-to-request', service: 'community nursing and therapy', place: 'Bromley', team: 'Bromley community services',
  enterprise: 'Bromley Healthcare CIC', parent: 'Bromley PCT', commissioner: 'Bromley PCT',
  staff: 640, wte: 510, budgetPence: 2_900_000_000, population: 310_000,
  transferOn: '2011-04-01', contractStart: '2011-04-01', contractYears: 5, legalForm: 'cic-guarantee',
  lead: 'Josephine Tarrant', deputy: 'Kwame Asante', sponsor: 'Alison Peverell', clinicalLead: 'Rhona Geddes', financeLead: 'Marcus Thorne',
  ballot: { electorate: 640, returned: 422, for: 338, against: 77, spoilt: 7, threshold: 51 }, small: false,
};

const BENEFITS: Benefit[] = [
  {
    title: 'Leg ulcers that heal sooner', beneficiary: 'People with leg ulcers', category: 'patient-outcome', clause: 'Schedule 2, measure 1',
    measure: { what: 'Weeks until a leg ulcer has healed, average', unit: 'weeks', direction: 'down', from: 21, source: 'Published figure, its day not published', on: '2010-03-31', to: 8, by: '2013-03-31' },
    readings: [{ period: '2012-03-31', known: '2012-04-20', value: 5, n: 240, quality: 'C', note: 'Published figure: 5 weeks. The day and the number of people were not published.' }],
  },
  {
    title: 'Fewer missed appointments', beneficiary: 'Patients, and the clinics that wait for them', category: 'productivity', clause: 'Schedule 2, measure 2',
    measure: { what: 'Appointments missed without word, of all booked', unit: '%', direction: 'down', from: 13, source: 'Published figure, its day not published', on: '2010-03-31', to: 8, by: '2013-03-31' },
    readings: [{ period: '2012-03-31', known: '2012-04-16', value: 5, n: 18_400, quality: 'C', note: 'Published figure: 5%. The day and the number of appointments were not published.' }],
  },
  {
    title: 'Fewer people with lung disease back in hospital', beneficiary: 'People with chronic lung disease', category: 'cost-avoidance', clause: 'Schedule 2, measure 3',
    measure: { what: 'Readmissions within 28 days of people on the caseload', unit: 'count a month', direction: 'down', from: 20, source: 'Published figure, its day not published', on: '2010-03-31', to: 10, by: '2013-03-31' },
    readings: [{ period: '2012-03-31', known: '2012-04-27', value: 0, n: 310, quality: 'C', note: 'Published figure: none. The number of people was not published.' }],
  },
  {
    title: 'Staff who stay well', beneficiary: 'Staff', category: 'staff', clause: 'Schedule 2, measure 4',
    measure: { what: 'Days lost to sickness, of days available', unit: '%', direction: 'down', from: 4.2, source: 'Payroll; the starting figure is invented', on: '2010-03-31', to: 3, by: '2013-03-31' },
    readings: [{ period: '2012-03-31', known: '2012-04-18', value: 2.5, n: 640, quality: 'C', note: 'Published figure: 2.5%. Its day was not published.' }],
  },
  {
    title: 'Staff who own the company', beneficiary: 'Staff', category: 'social-value',
    left: { treatment: 'notContracted', reason: 'Ownership is in the articles. A contract for care is not the place for it' },
    measure: { what: 'Staff who hold a share, of all staff', unit: '%', direction: 'up', from: 0, source: 'Register of members', on: '2010-03-31', to: 60, by: '2013-03-31' },
    readings: [{ period: '2012-03-31', known: '2012-04-11', value: 54, n: 640 }],
  },
];

const SUMMARY = 'Illustrative, from published sources: community services of Bromley Primary Care Trust become a company that their staff own, live on 1 April 2011. Published are the figures for leg ulcers, missed appointments, readmissions and sickness, each only once or twice, so no trend can be called from them. Size, money, days, targets and all names of people are invented.';

/** Tells two years from the first idea, and the review a year after go-live. */
export async function tellBromley(cast: Cast): Promise<Scene> {
  const scene = await openScene(cast, {
    day: '2009-05-11', title: 'Bromley Healthcare', summary: SUMMARY, shownAs: 'illustrative', facts: FACTS, parent: 'bromley', commissioner: 'bromley',
    troupe: {
      lead: [FACTS.lead, 'Managing director, community services', 'bromley'], member: [FACTS.deputy, 'Head of nursing', 'bromley'], sponsor: [FACTS.sponsor, 'Chief executive', 'bromley'],
      finance: ['Ewan Pryce', 'Director of finance', 'bromley'], hr: ['Bridget Olney', 'Head of human resources', 'bromley'], quality: ['Sunita Rao', 'Medical director', 'bromley'],
      legal: ['Dominic Farr', 'Company secretary', 'bromley'], secondLine: ['Patricia Voller', 'Provider development lead', 'london'], staffSide: ['Leonard Pike', 'Staff side chair', 'unions'],
    },
  });
  await propose(scene);
  await build(scene);
  await moveAcross(scene);
  return scene;
}

async function propose(scene: Scene): Promise<void> {
  await sendStage(scene, 'readiness', '2009-07-03');
  onDay('2009-10-06');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2009-10-19', opened: '2009-10-21', reviewed: '2009-11-12', decided: '2009-11-26' });
}

async function build(scene: Scene): Promise<void> {
  await passStage(scene, 'business-case', { sent: '2010-06-08', opened: '2010-06-10', reviewed: '2010-07-06', decided: '2010-07-22', assured: '2010-09-09' });
  await passStage(scene, 'governance', { sent: '2010-09-14', opened: '2010-09-15', reviewed: '2010-10-05', decided: '2010-10-21' });
  await agreeContract(scene, '2010-11-09', BENEFITS, { sent: '2010-11-16', opened: '2010-11-17', reviewed: '2010-12-07', decided: '2010-12-16', assured: '2011-01-06' });
}

async function moveAcross(scene: Scene): Promise<void> {
  await passStage(scene, 'workforce', { sent: '2011-01-11', opened: '2011-01-12', reviewed: '2011-02-01', decided: '2011-02-10' });
  await passStage(scene, 'failure-plan', { sent: '2011-01-25', opened: '2011-01-26', reviewed: '2011-02-15', decided: '2011-02-24' });
  await passStage(scene, 'transfer', { sent: '2011-03-15', opened: '2011-03-16', reviewed: '2011-03-18', decided: '2011-03-24', assured: '2011-03-29' });
  await goLive(scene);
  await reviewBenefits(scene, BENEFITS, '', { sent: '2012-05-08', opened: '2012-05-09', reviewed: '2012-05-22', decided: '2012-05-31' });
}
