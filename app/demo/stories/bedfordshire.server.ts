import { moveWholeCase } from '../../domain/cases/move-case.server.ts';
import type { StoryFacts } from '../answers/facts.ts';
import { promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { openScene } from '../open-scene.server.ts';
import { declareNoInterest, passStage, prepare, sendStage, type Scene } from '../scene.server.ts';
import { must, onDay } from '../story.server.ts';

/**
 * NHS Bedfordshire. Published by a union: the bar was set at 51%; 98% of staff voted, and 97% of the votes were against.
 * How many staff there were was not published; 1,000 stand in for them, so that the shares come out as published.
 */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'right-to-request', service: 'community health services', place: 'Bedfordshire', team: 'Community health services',
  enterprise: 'Bedfordshire Community Health CIC', parent: 'NHS Bedfordshire', commissioner: 'NHS Bedfordshire',
  staff: 1_000, wte: 780, budgetPence: 3_600_000_000, population: 400_000,
  transferOn: '2010-04-01', contractStart: '2010-04-01', contractYears: 3, legalForm: 'cic-guarantee',
  lead: 'Deborah Mott', deputy: 'Alan Fensome', sponsor: 'Roger Stanbridge', clinicalLead: 'Claire Odell', financeLead: 'Naveed Akhtar',
  ballot: { electorate: 1_000, returned: 980, for: 29, against: 951, spoilt: 0, threshold: 51 }, small: false,
};

const measured = (what: string, unit: '%' | 'weeks' | 'per 1,000', direction: 'up' | 'down', from: number, to: number) =>
  ({ what, unit, direction, from, source: 'Service records', on: '2008-12-31', to, by: '2012-03-31' });
const BENEFITS: Benefit[] = [
  { title: 'Shorter wait for speech therapy', beneficiary: 'Children', category: 'access', measure: measured('Median wait for a first appointment', 'weeks', 'down', 18, 10) },
  { title: 'More people die where they wish', beneficiary: 'People at the end of life', category: 'patient-outcome', measure: measured('Deaths in the place of choice', '%', 'up', 46, 60) },
  { title: 'Fewer pressure ulcers', beneficiary: 'People who cannot leave home', category: 'safety', measure: measured('New pressure ulcers for each 1,000 on the caseload', 'per 1,000', 'down', 14, 9) },
  { title: 'Nurses who stay', beneficiary: 'Staff', category: 'staff', measure: measured('Staff who left in the year', '%', 'down', 13, 9) },
  { title: 'Care plans shared with GPs', beneficiary: 'Patients and GPs', category: 'integration', measure: measured('Care plans a GP can open', '%', 'up', 22, 80) },
];

const SUMMARY = 'Illustrative, from published sources: staff of NHS Bedfordshire were asked. 98% voted and 97% of the votes were against, with a bar of 51%. The plan for staff could not be sent, and the case was withdrawn. The number of staff, the dates, the measures and all names of people are invented.';

/** Tells it up to the vote, and the end that followed from it. */
export async function tellBedfordshire(cast: Cast): Promise<Scene> {
  const scene = await openScene(cast, {
    day: '2009-01-19', title: 'Community services, Bedfordshire', summary: SUMMARY, shownAs: 'illustrative', facts: FACTS, parent: 'bedfordshire', commissioner: 'bedfordshire',
    troupe: {
      lead: [FACTS.lead, 'Director of provider services', 'bedfordshire'], member: [FACTS.deputy, 'Head of operations', 'bedfordshire'], sponsor: [FACTS.sponsor, 'Director of commissioning', 'bedfordshire'],
      finance: ['Sandra Pell', 'Head of finance', 'bedfordshire'], hr: ['Gordon Ames', 'Head of workforce', 'bedfordshire'], quality: ['Leila Farouk', 'Head of quality', 'bedfordshire'],
      legal: ['Ralph Denny', 'Board secretary', 'bedfordshire'], secondLine: ['Vivien Holt', 'Provider development lead', 'eastOfEngland'], staffSide: ['Maureen Tilley', 'Staff side chair', 'unions'],
    },
  });
  await sendStage(scene, 'readiness', '2009-02-13');
  onDay('2009-03-02');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2009-03-10', opened: '2009-03-12', reviewed: '2009-03-27', decided: '2009-04-23' }, { decision: { onBehalfOf: 'the board of 23 April 2009' } });
  await ask(scene);
  return scene;
}

/** Written up to the result, which nobody may declare complete while the board has made no statement. */
async function ask(scene: Scene): Promise<void> {
  await prepare(scene, 'workforce', '2009-10-05', {}, { leave: ['vote-result', 'board-statement', 'payroll-tests', 'staff-checks'] });
  onDay('2009-10-22', '18:10');
  must(await moveWholeCase(scene.players.lead, scene.caseId, 'withdraw', 'Staff have answered: 98% voted, and 97% of the votes were against. We will not take this further against the will of the people it is about.'), 'withdraw');
}
