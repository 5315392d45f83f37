import { asRows, type AnswerValue } from '#workflows/checks/check.ts';
import { moveWholeCase } from '../../domain/cases/move-case.server.ts';
import { businessCaseAnswers } from '../answers/business-case.ts';
import type { Answers, StoryFacts } from '../answers/facts.ts';
import { promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { openScene } from '../open-scene.server.ts';
import { concludeStage, declareNoInterest, openStage, passStage, reviewStage, sendStage, type Scene } from '../scene.server.ts';
import { must, onDay } from '../story.server.ts';

/**
 * Peninsula Community Health, Cornwall. Published: a community interest company registered on 17 March 2011, £87 million
 * a year, 14 community hospitals; the board's decision, due at the end of March 2011, was put back to the end of June
 * because the due diligence report had gaps.
 */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'right-to-request', service: 'community hospitals and nursing', place: 'Cornwall', team: 'Community health services',
  enterprise: 'Peninsula Community Health CIC', parent: 'Cornwall PCT', commissioner: 'Cornwall PCT',
  staff: 2_000, wte: 1_560, budgetPence: 8_700_000_000, population: 530_000,
  transferOn: '2011-10-01', contractStart: '2011-10-01', contractYears: 3, legalForm: 'cic-guarantee',
  lead: 'Gillian Pascoe', deputy: 'Robert Nance', sponsor: 'Elizabeth Thorne', clinicalLead: 'Andrew Kitto', financeLead: 'Denise Varcoe',
  ballot: { electorate: 2_000, returned: 1_120, for: 702, against: 401, spoilt: 17, threshold: 51 }, small: false,
};

const measured = (what: string, from: number, to: number) => ({ what, unit: '%' as const, direction: (to > from ? 'up' : 'down') as 'up' | 'down', from, source: 'Service records', on: '2010-03-31', to, by: '2013-09-30' });
const BENEFITS: Benefit[] = [
  { title: 'Home sooner from a community hospital', beneficiary: 'Patients in 14 community hospitals', category: 'patient-outcome', measure: { ...measured('', 0, 1), what: 'Average stay', unit: 'days', direction: 'down', from: 24, to: 20 } },
  { title: 'Seen by a district nurse on the day it is asked', beneficiary: 'People who cannot leave home', category: 'access', measure: measured('Urgent requests seen the same day', 71, 90) },
  { title: 'Fewer falls on the wards', beneficiary: 'Older patients', category: 'safety', measure: { ...measured('', 0, 1), what: 'Falls for each 1,000 bed days', unit: 'per 1,000', direction: 'down', from: 8.9, to: 6.5 } },
  { title: 'Less sickness absence', beneficiary: 'Staff', category: 'staff', measure: measured('Days lost to sickness, of days available', 5.1, 4) },
  { title: 'Nurses who spend their day with patients', beneficiary: 'Patients and nurses', category: 'productivity', measure: measured('Time spent with patients, of time worked', 41, 50) },
];

const SUMMARY = 'Illustrative, from published sources: the community hospitals and nurses of Cornwall. The company was registered on 17 March 2011; the board moved its decision on the business case from the end of March to the end of June 2011, because the due diligence report had gaps. The account stops there. Staff numbers, measures and all names of people are invented.';

/** Tells it up to the decision that was put back. */
export async function tellPeninsula(cast: Cast): Promise<Scene> {
  const scene = await openScene(cast, {
    day: '2010-04-12', title: 'Peninsula Community Health, Cornwall', summary: SUMMARY, shownAs: 'illustrative', facts: FACTS, parent: 'cornwall', commissioner: 'cornwall',
    troupe: {
      lead: [FACTS.lead, 'Director of community services', 'cornwall'], member: [FACTS.deputy, 'Head of community hospitals', 'cornwall'], sponsor: [FACTS.sponsor, 'Chief executive', 'cornwall'],
      finance: ['Colin Trewin', 'Director of finance', 'cornwall'], hr: ['Wendy Osei', 'Director of workforce', 'cornwall'], quality: ['Simon Lark', 'Medical director', 'cornwall'],
      legal: ['Barbara Finnis', 'Head of corporate governance', 'cornwall'], secondLine: ['Nigel Praed', 'Director of strategy', 'southWest'], staffSide: ['Tina Rowse', 'Staff side chair', 'unions'],
    },
  });
  await sendStage(scene, 'readiness', '2010-04-30');
  onDay('2010-06-21');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2010-06-28', opened: '2010-06-30', reviewed: '2010-07-26', decided: '2010-08-26' }, { decision: { onBehalfOf: 'the board of 26 August 2010' } });
  await passStage(scene, 'governance', { sent: '2011-02-15', opened: '2011-02-16', reviewed: '2011-03-03', decided: '2011-03-17' }, { decision: { note: 'The company is registered from today.' } });
  await putBack(scene);
  return scene;
}

const UNFINISHED = ['service-lines', 'creditors', 'waits'];

/** What was sent said of three parts of the due diligence that they were still under way. */
function withGaps(f: StoryFacts): Answers {
  const answers = businessCaseAnswers(f);
  const rows = asRows(answers['bc.due_diligence'] as AnswerValue);
  return { ...answers, 'bc.due_diligence': rows.map((row) => (UNFINISHED.includes(String(row.row)) ? { ...row, status: 'under-way' } : row)) };
}

async function putBack(scene: Scene): Promise<void> {
  await sendStage(scene, 'business-case', '2011-02-22', { tale: withGaps });
  await openStage(scene, 'business-case', '2011-02-24');
  await reviewStage(scene, 'business-case', '2011-03-21', { finance: 'The due diligence report has gaps. I cannot advise the board to decide until they are filled.', legal: 'Three parts of the report are drafts.' });
  await concludeStage(scene, 'business-case', { decided: '2011-03-30' }, { outcome: 'deferred', until: '2011-06-30', note: 'The due diligence report has gaps. The board will decide at the end of June, when it is whole.' });
  onDay('2011-06-06', '17:00');
  must(await moveWholeCase(scene.players.lead, scene.caseId, 'pause', 'The account stops here, while the board waits for the rest of the due diligence report'), 'pause');
}
