import type { StoryFacts } from '../answers/facts.ts';
import { promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { agreeContract, goLive, openScene, reviewBenefits } from '../open-scene.server.ts';
import { declareNoInterest, passStage, sendStage, type Scene } from '../scene.server.ts';
import { onDay } from '../story.server.ts';

/**
 * City Health Care Partnership, Hull. Published: live in mid-2010 as a community interest company with shares of one
 * pound, about 1,200 staff; 95.3% of people offered a sexual health appointment within 48 hours, 96% of the quality
 * payment earned, 85% who call the care excellent or very good, 62% of staff who hold a share. Money, days and all names
 * of people are invented.
 */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'right-to-request', service: "community, children's and sexual health care", place: 'Hull', team: 'Provider services',
  enterprise: 'City Health Care Partnership CIC', parent: 'Hull Teaching PCT', commissioner: 'Hull Teaching PCT',
  staff: 1_200, wte: 960, budgetPence: 4_800_000_000, population: 262_000,
  transferOn: '2010-06-01', contractStart: '2010-06-01', contractYears: 5, legalForm: 'cic-shares',
  lead: 'Annette Corran', deputy: 'Dev Malhotra', sponsor: 'Gordon Selby', clinicalLead: 'Yasmin Idris', financeLead: 'Peter Lund',
  ballot: { electorate: 1_200, returned: 784, for: 607, against: 166, spoilt: 11, threshold: 51 }, small: false,
};

const BENEFITS: Benefit[] = [
  {
    title: 'A sexual health appointment within 48 hours', beneficiary: 'People who ask for a sexual health appointment', category: 'access', clause: 'Schedule 3, measure 1',
    measure: { what: 'People offered an appointment within 48 hours, of all who asked', unit: '%', direction: 'up', from: 84, source: 'Clinic system; the starting figure is invented', on: '2009-03-31', to: 95, by: '2012-03-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-17', value: 95.3, n: 2_310, quality: 'C', note: 'Published figure: 95.3%. The number of people was not published.' }],
  },
  {
    title: 'Care that people call excellent or very good', beneficiary: 'Patients', category: 'experience', clause: 'Schedule 3, measure 2',
    measure: { what: 'People who call their care excellent or very good, of all who answered', unit: '%', direction: 'up', from: 78, source: 'Survey; the starting figure is invented', on: '2009-03-31', to: 85, by: '2012-03-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-22', value: 85, n: 1_060, quality: 'C', note: 'Published figure: 85%. The number of answers was not published.' }],
  },
  {
    title: 'The quality payment earned in full', beneficiary: 'The primary care trust', category: 'productivity', clause: 'Schedule 3, measure 3',
    measure: { what: 'Quality payment earned, of what could be earned', unit: '%', direction: 'up', from: 88, source: 'Quality accounts; the starting figure is invented', on: '2009-03-31', to: 95, by: '2012-03-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-24', value: 96, n: 50, quality: 'C', note: 'Published figure: 96%.' }],
  },
  {
    title: 'Staff who hold a share', beneficiary: 'Staff', category: 'staff',
    left: { treatment: 'monitored', reason: 'Ownership is for the members to settle. We report on it each year' },
    measure: { what: 'Staff who hold a share of one pound, of all staff', unit: '%', direction: 'up', from: 0, source: 'Register of members', on: '2009-03-31', to: 75, by: '2012-03-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-12', value: 62, n: 1_200, quality: 'C', note: 'Published figure: 62%. Its day was not published.' }],
  },
  {
    title: 'Grants for local groups', beneficiary: 'Groups in Hull', category: 'social-value',
    left: { treatment: 'notContracted', reason: 'It is paid from surplus, so it is not for the contract to ask for it' },
    measure: { what: 'Grants paid to local groups in the year', unit: '£ a year', direction: 'up', from: 0, source: 'Accounts', on: '2009-03-31', to: 150_000, by: '2012-03-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-25', value: 40_000, n: 12, note: 'The first grants. Published since: more than £180,000 in all.' }],
  },
];

const SUMMARY = 'Illustrative, from published sources: the provider arm of Hull Teaching Primary Care Trust becomes a community interest company in the middle of 2010, with a share of one pound for those of its 1,200 staff who want one. Published are 95.3% within 48 hours, 85% excellent or very good, 96% of the quality payment and 62% of staff with a share, each once, so no trend can be called from them. Starting figures, targets, money, days and all names of people are invented.';

/** Tells the two years from the first idea, and the review in the first winter. */
export async function tellHull(cast: Cast): Promise<Scene> {
  const scene = await openScene(cast, {
    day: '2008-09-08', title: 'City Health Care Partnership, Hull', summary: SUMMARY, shownAs: 'illustrative', facts: FACTS, parent: 'hull', commissioner: 'hull',
    troupe: {
      lead: [FACTS.lead, 'Director of provider services', 'hull'], member: [FACTS.deputy, 'Deputy director', 'hull'], sponsor: [FACTS.sponsor, 'Chief executive', 'hull'],
      finance: ['Simone Achter', 'Director of finance', 'hull'], hr: ['Rupert Gaunt', 'Head of human resources', 'hull'], quality: ['Maeve Conlon', 'Director of nursing', 'hull'],
      legal: ['Felicity Drew', 'Company secretary', 'hull'], secondLine: ['Norman Askew', 'Provider development lead', 'yorkshire'], staffSide: ['Wendy Brough', 'Staff side chair', 'unions'],
    },
  });
  await propose(scene);
  await build(scene);
  await moveAcross(scene);
  return scene;
}

async function propose(scene: Scene): Promise<void> {
  await sendStage(scene, 'readiness', '2008-11-07');
  onDay('2009-04-07');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2009-04-20', opened: '2009-04-22', reviewed: '2009-05-14', decided: '2009-05-28' });
}

async function build(scene: Scene): Promise<void> {
  await passStage(scene, 'business-case', { sent: '2009-09-15', opened: '2009-09-17', reviewed: '2009-10-13', decided: '2009-10-29', assured: '2009-11-26' });
  await passStage(scene, 'governance', { sent: '2009-12-01', opened: '2009-12-02', reviewed: '2009-12-15', decided: '2010-01-14' });
  await agreeContract(scene, '2010-01-26', BENEFITS, { sent: '2010-02-02', opened: '2010-02-03', reviewed: '2010-02-23', decided: '2010-03-04', assured: '2010-03-08' });
}

async function moveAcross(scene: Scene): Promise<void> {
  await passStage(scene, 'workforce', { sent: '2010-03-09', opened: '2010-03-10', reviewed: '2010-03-30', decided: '2010-04-08' });
  await passStage(scene, 'failure-plan', { sent: '2010-03-23', opened: '2010-03-24', reviewed: '2010-04-13', decided: '2010-04-22' });
  await passStage(scene, 'transfer', { sent: '2010-05-11', opened: '2010-05-12', reviewed: '2010-05-18', decided: '2010-05-20', assured: '2010-05-25' });
  await goLive(scene);
  await reviewBenefits(scene, BENEFITS, '', { sent: '2010-12-02', opened: '2010-12-03', reviewed: '2010-12-14', decided: '2010-12-21' });
}
