import { moveWholeCase } from '../../domain/cases/move-case.server.ts';
import type { StoryFacts } from '../answers/facts.ts';
import { promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { agreeContract, openScene } from '../open-scene.server.ts';
import { declareNoInterest, passStage, sendStage, type Scene } from '../scene.server.ts';
import { must, onDay } from '../story.server.ts';

/**
 * Gloucestershire Care Services. Published: more than 3,000 staff, nine community hospitals and ten clinics, £80 million
 * a year for three years without competition, planned for 1 October 2011; stopped by a legal challenge three days before.
 */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'right-to-request', service: 'community hospitals and clinics', place: 'Gloucestershire', team: 'Care services',
  enterprise: 'Gloucestershire Care Services CIC', parent: 'NHS Gloucestershire', commissioner: 'NHS Gloucestershire',
  staff: 3_000, wte: 2_280, budgetPence: 8_000_000_000, population: 590_000,
  transferOn: '2011-10-01', contractStart: '2011-10-01', contractYears: 3, legalForm: 'cic-guarantee',
  lead: 'Penelope Ryle', deputy: 'Graham Selwyn', sponsor: 'Dominic Hurst', clinicalLead: 'Aruna Mistry', financeLead: 'Stuart Coombe',
  ballot: { electorate: 3_000, returned: 1_140, for: 602, against: 511, spoilt: 27, threshold: 51 }, small: false,
  extra: { 'hr.support_test': 'survey' },
};

const measured = (what: string, unit: '%' | 'days' | 'weeks' | 'per 1,000', direction: 'up' | 'down', from: number, to: number) =>
  ({ what, unit, direction, from, source: 'Service records', on: '2010-03-31', to, by: '2013-09-30' });
const BENEFITS: Benefit[] = [
  { title: 'Home sooner from nine community hospitals', beneficiary: 'Patients', category: 'patient-outcome', clause: 'Schedule 5, measure 1', measure: measured('Average stay', 'days', 'down', 23, 19) },
  { title: 'Shorter wait in ten clinics', beneficiary: 'People who are referred', category: 'access', clause: 'Schedule 5, measure 2', measure: measured('Median wait for a first appointment', 'weeks', 'down', 9, 6) },
  { title: 'Fewer falls on the wards', beneficiary: 'Older patients', category: 'safety', clause: 'Schedule 5, measure 3', measure: measured('Falls for each 1,000 bed days', 'per 1,000', 'down', 8.2, 6) },
  { title: 'Less sickness absence', beneficiary: 'Staff', category: 'staff', left: { treatment: 'monitored', reason: 'The employer answers for it; it is reported once a year' }, measure: measured('Days lost to sickness, of days available', '%', 'down', 4.6, 3.8) },
  { title: 'Local people on the board', beneficiary: 'Residents', category: 'social-value', left: { treatment: 'notContracted', reason: 'Seats are in the articles, so no clause is needed' }, measure: measured('Board seats held by local people', '%', 'up', 0, 22) },
];

const SUMMARY = 'Illustrative, from published sources: go-live on 1 October 2011 was authorised, and a legal challenge froze it three days before. The claim was that a contract of £80 million a year may not go to a new company without competition. It was settled on 9 February 2012: the contract was not signed, and 91% of staff and 96% of the public who answered wanted the service to stay in the NHS. The account stops at the freeze. Earlier dates, measures, the first survey of staff and all names of people are invented.';

/** Tells it up to the freeze. */
export async function tellGloucestershire(cast: Cast): Promise<Scene> {
  const scene = await openScene(cast, {
    day: '2010-03-01', title: 'Gloucestershire Care Services', summary: SUMMARY, shownAs: 'illustrative', facts: FACTS, parent: 'gloucestershire', commissioner: 'gloucestershire',
    troupe: {
      lead: [FACTS.lead, 'Director of care services', 'gloucestershire'], member: [FACTS.deputy, 'Head of community hospitals', 'gloucestershire'], sponsor: [FACTS.sponsor, 'Chief executive', 'gloucestershire'],
      finance: ['Marian Blount', 'Director of finance', 'gloucestershire'], hr: ['Craig Whitlow', 'Director of workforce', 'gloucestershire'], quality: ['Fatima Sheikh', 'Director of nursing', 'gloucestershire'],
      legal: ['Oliver Dunmore', 'Head of legal services', 'gloucestershire'], secondLine: ['Christine Vale', 'Director of strategy', 'southWest'], staffSide: ['Len Harcourt', 'Staff side chair', 'unions'],
    },
  });
  await propose(scene);
  await build(scene);
  await passStage(scene, 'transfer', { sent: '2011-09-08', opened: '2011-09-09', reviewed: '2011-09-14', decided: '2011-09-19', assured: '2011-09-22' });
  onDay('2011-09-28', '15:30');
  must(await moveWholeCase(scene.players.legal!, scene.caseId, 'freeze', 'A claim for judicial review says that the contract may not be given without competition. Go-live on 1 October cannot go ahead while it stands'), 'freeze');
  return scene;
}

async function propose(scene: Scene): Promise<void> {
  await sendStage(scene, 'readiness', '2010-03-26');
  onDay('2010-05-17');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2010-05-24', opened: '2010-05-26', reviewed: '2010-06-18', decided: '2010-07-22' }, {
    says: { support: 'The options name one NHS body only. The approver may want to see more of them.' }, decision: { onBehalfOf: 'the board of 22 July 2010' },
  });
}

async function build(scene: Scene): Promise<void> {
  await passStage(scene, 'business-case', { sent: '2010-12-14', opened: '2010-12-16', reviewed: '2011-01-25', decided: '2011-02-24', assured: '2011-03-24' }, {
    says: { finance: 'VAT that cannot be recovered comes to about £1 million a year. It is in the figures.' },
  });
  await passStage(scene, 'governance', { sent: '2011-03-01', opened: '2011-03-02', reviewed: '2011-03-15', decided: '2011-03-24' });
  await agreeContract(scene, '2011-05-31', BENEFITS, { sent: '2011-06-07', opened: '2011-06-08', reviewed: '2011-06-28', decided: '2011-07-14', assured: '2011-07-28' }, {
    says: { legal: 'An award without competition can be challenged. The reasons must be on file, and they are.' },
  });
  await passStage(scene, 'workforce', { sent: '2011-06-21', opened: '2011-06-22', reviewed: '2011-07-05', decided: '2011-07-14' }, {
    says: { staffSide: 'Most of our members would rather stay in the NHS. Bank staff do not know where they stand.' },
  });
  await passStage(scene, 'failure-plan', { sent: '2011-07-05', opened: '2011-07-06', reviewed: '2011-07-26', decided: '2011-08-04' });
}
