import { reopenStage } from '../../domain/stages/reopen-stage.server.ts';
import type { StoryFacts } from '../answers/facts.ts';
import { promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { agreeContract, goLive, openScene, reviewBenefits } from '../open-scene.server.ts';
import { declareNoInterest, passStage, sendStage, type Scene } from '../scene.server.ts';
import { must, onDay } from '../story.server.ts';

/**
 * Your Healthcare, Kingston. Published: separation from January 2008, road shows with the unions, the first to invoke
 * the Right to Request, a five-year contract in March 2009 before the last assurance, shadow form from April 2009,
 * technical guidance in September 2009 and a plan rewritten in November, the strategic health authority's board in July
 * 2010, established in August 2010. About 550 staff, about £25 million a year, 187,000 people on GP lists.
 */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'right-to-request', service: 'community health and learning disability care', place: 'Kingston', team: 'Provider arm',
  enterprise: 'Your Healthcare CIC', parent: 'Kingston PCT', commissioner: 'Kingston PCT',
  staff: 550, wte: 430, budgetPence: 2_500_000_000, population: 187_000,
  transferOn: '2010-08-01', contractStart: '2010-08-01', contractYears: 5, legalForm: 'cic-guarantee',
  lead: 'Lorna Bexley', deputy: 'Imran Sadiq', sponsor: 'Hilary Crane', clinicalLead: 'Georgina Webb', financeLead: 'Trevor Amis',
  ballot: { electorate: 550, returned: 341, for: 262, against: 71, spoilt: 8, threshold: 51 }, small: false,
  extra: { 'hr.support_test': 'survey', 'go.shadow_from': '2009-04-01' },
};

const BENEFITS: Benefit[] = [
  {
    title: 'Rapid response within 2 hours', beneficiary: 'People who would otherwise be taken to hospital', category: 'safety', clause: 'Schedule 2, measure 1',
    measure: { what: 'Rapid response calls seen within 2 hours', unit: '%', direction: 'up', from: 48, source: 'Call log', on: '2008-06-30', to: 90, by: '2011-07-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-09', value: 86, n: 418 }, { period: '2011-07-31', known: '2011-08-15', value: 92, n: 1_704 }],
  },
  {
    title: 'More of the money at the front line', beneficiary: 'Patients and the primary care trust', category: 'productivity', clause: 'Schedule 2, measure 2',
    measure: { what: 'Resources spent at the front line, of all resources', unit: '%', direction: 'up', from: 83, source: 'Cost returns', on: '2008-03-31', to: 88, by: '2012-03-31' },
    readings: [
      { period: '2010-10-31', known: '2010-11-19', value: 84.5, n: 430 },
      { period: '2012-03-31', known: '2012-06-11', value: 89, n: 430, quality: 'C', note: 'Published figure: 89% of resources. The year was not published.' },
    ],
  },
  {
    title: 'Fewer emergency admissions', beneficiary: 'People over 65', category: 'patient-outcome', clause: 'Schedule 2, measure 3',
    measure: { what: 'Emergency admissions of people over 65 on the caseload', unit: 'count a month', direction: 'down', from: 212, source: 'Hospital returns', on: '2008-06-30', to: 190, by: '2011-07-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-22', value: 204, n: 612 }],
  },
  {
    title: 'Yearly health checks for people with a learning disability', beneficiary: 'People with a learning disability', category: 'inequality', clause: 'Schedule 2, measure 4',
    measure: { what: 'People on the register who had a health check in the last year', unit: '%', direction: 'up', from: 44, source: 'Register', on: '2008-06-30', to: 75, by: '2011-07-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-12', value: 57, n: 690 }],
  },
  {
    title: 'Staff and local people who govern together', beneficiary: 'Staff and residents', category: 'social-value',
    left: { treatment: 'notContracted', reason: 'Elections of staff and community members are in the articles and need no clause in a contract for care' },
    measure: { what: 'Elected seats that are filled', unit: '%', direction: 'up', from: 0, source: 'Register of members', on: '2008-06-30', to: 100, by: '2011-07-31' },
    readings: [{ period: '2010-10-31', known: '2010-11-02', value: 90, n: 20 }],
  },
];

const SUMMARY = 'Illustrative, from published sources: the provider arm of Kingston Primary Care Trust, the first to invoke the Right to Request. Contract in March 2009, shadow form from April 2009, a plan rewritten in November 2009 and assured in July 2010, established in August 2010: about 31 months. Days, measures, the survey of staff and all names of people are invented, except that 89% of resources went to the front line.';

/** Tells the 31 months from January 2008, and the first review. */
export async function tellKingston(cast: Cast): Promise<Scene> {
  const scene = await openScene(cast, {
    day: '2008-01-14', title: 'Your Healthcare, Kingston', summary: SUMMARY, shownAs: 'illustrative', facts: FACTS, parent: 'kingston', commissioner: 'kingston',
    troupe: {
      lead: [FACTS.lead, 'Director of provider services', 'kingston'], member: [FACTS.deputy, 'Head of operations', 'kingston'], sponsor: [FACTS.sponsor, 'Chief executive', 'kingston'],
      finance: ['Roland Kemp', 'Director of finance', 'kingston'], hr: ['Adaeze Obi', 'Head of human resources', 'kingston'], quality: ['Martin Shaw-Hale', 'Director of public health', 'kingston'],
      legal: ['Judith Amory', 'Company secretary', 'kingston'], secondLine: ['Patrick Doran', 'Director of provider development', 'london'], staffSide: ['Sheila Quinn', 'Staff side chair', 'unions'],
    },
  });
  await invokeTheRight(scene);
  await winContractFirst(scene);
  await rewritePlan(scene);
  await moveAcross(scene);
  return scene;
}

async function invokeTheRight(scene: Scene): Promise<void> {
  await sendStage(scene, 'readiness', '2008-03-07');
  onDay('2008-08-28');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2008-09-08', opened: '2008-09-10', reviewed: '2008-09-30', decided: '2008-10-23' }, {
    decision: { note: 'The independent appraisal of options is accepted. The board confirms a social enterprise.', onBehalfOf: 'the board, October 2008' },
  });
}

/** The contract came before the last assurance of the plan. */
async function winContractFirst(scene: Scene): Promise<void> {
  await passStage(scene, 'business-case', { sent: '2008-12-09', opened: '2008-12-11', reviewed: '2009-01-15', decided: '2009-01-29', assured: '2009-02-19' });
  await passStage(scene, 'governance', { sent: '2009-01-13', opened: '2009-01-14', reviewed: '2009-01-30', decided: '2009-02-12' });
  await agreeContract(scene, '2009-02-26', BENEFITS, { sent: '2009-03-03', opened: '2009-03-04', reviewed: '2009-03-17', decided: '2009-03-26', assured: '2009-04-09' });
}

async function rewritePlan(scene: Scene): Promise<void> {
  onDay('2009-11-03', '11:00');
  must(await reopenStage(scene.players.sponsor, scene.caseId, 'business-case', 'Technical guidance of September 2009 asks for an integrated business plan and for tests of due diligence, so the plan is written again'), 'reopen the business case');
  await passStage(scene, 'business-case', { sent: '2009-11-27', opened: '2009-12-01', reviewed: '2010-01-19', decided: '2010-02-25', assured: '2010-07-14' }, {
    says: { finance: 'The tests of due diligence are passed. The bank facility is now in writing.' },
    decision: { note: 'Approved for the board-to-board meetings with NHS London.' },
  });
}

async function moveAcross(scene: Scene): Promise<void> {
  await passStage(scene, 'workforce', { sent: '2010-04-20', opened: '2010-04-21', reviewed: '2010-05-06', decided: '2010-05-13' });
  await passStage(scene, 'failure-plan', { sent: '2010-05-18', opened: '2010-05-19', reviewed: '2010-06-08', decided: '2010-06-17' });
  await passStage(scene, 'transfer', { sent: '2010-07-15', opened: '2010-07-16', reviewed: '2010-07-19', decided: '2010-07-22', assured: '2010-07-27' });
  await goLive(scene);
  await reviewBenefits(scene, BENEFITS, '', { sent: '2010-11-25', opened: '2010-11-26', reviewed: '2010-12-07', decided: '2010-12-14' });
}
