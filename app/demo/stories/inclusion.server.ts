import type { StoryFacts } from '../answers/facts.ts';
import { promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { agreeContract, goLive, openScene, reviewBenefits } from '../open-scene.server.ts';
import { nameOf } from '../organisations.server.ts';
import { declareNoInterest, passStage, sendStage, type Scene } from '../scene.server.ts';
import { onDay } from '../story.server.ts';

/**
 * Inclusion Healthcare, Leicester. Published: 12 staff, general practice for homeless people, begun in 2009, launched
 * in September 2010, a five-year contract, every member of staff in favour, KPMG as mentor, measures reported monthly
 * and later quarterly. The money, the days in between and the people are invented.
 */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'right-to-request', service: 'general practice for homeless people', place: 'Leicester', team: 'Homeless primary care team',
  enterprise: 'Inclusion Healthcare Social Enterprise CIC', parent: nameOf('leicester'), commissioner: nameOf('leicester'),
  staff: 12, wte: 9.4, budgetPence: 92_000_000, population: 1_050,
  transferOn: '2010-09-01', contractStart: '2010-09-01', contractYears: 5, legalForm: 'cic-guarantee',
  lead: 'Anita Kelsall', deputy: 'Mark Oldroyd', sponsor: 'Stephen Wragg', clinicalLead: 'Jane Gildersome', financeLead: 'Peter Asante',
  ballot: { electorate: 12, returned: 12, for: 12, against: 0, spoilt: 0, threshold: 51 }, small: true,
};

const BENEFITS: Benefit[] = [
  {
    title: 'More homeless people with a named GP', beneficiary: 'People who are homeless in Leicester', category: 'access', clause: 'Schedule 4, measure 1',
    measure: { what: 'Registered patients with a named GP, of all registered', unit: '%', direction: 'up', from: 61, source: 'Practice list, counted by hand', on: '2009-02-28', to: 90, by: '2011-08-31' },
    readings: [{ period: '2010-11-30', known: '2010-12-10', value: 74, n: 986 }, { period: '2011-08-31', known: '2011-09-12', value: 92, n: 1_071 }],
  },
  {
    title: 'Fewer visits to the emergency department', beneficiary: 'Patients, and the hospital', category: 'cost-avoidance', clause: 'Schedule 4, measure 2',
    measure: { what: 'Emergency department visits by registered patients', unit: 'count a month', direction: 'down', from: 118, source: 'Hospital returns', on: '2009-02-28', to: 95, by: '2011-08-31' },
    readings: [{ period: '2010-11-30', known: '2010-12-14', value: 109, n: 327 }, { period: '2011-08-31', known: '2011-09-20', value: 97, n: 291 }],
  },
  {
    title: 'Same-day appointments', beneficiary: 'Patients without a phone or an address', category: 'access', clause: 'Schedule 4, measure 3',
    measure: { what: 'People seen on the day they ask', unit: '%', direction: 'up', from: 58, source: 'Two-week count at the desk', on: '2009-03-06', to: 85, by: '2011-08-31' },
    readings: [{ period: '2010-11-30', known: '2010-12-06', value: 83, n: 412 }],
  },
  {
    title: 'Hepatitis B vaccination offered to everyone', beneficiary: 'Patients at risk', category: 'patient-outcome', clause: 'Schedule 4, measure 4',
    measure: { what: 'Patients at risk who have had the first dose', unit: '%', direction: 'up', from: 34, source: 'Practice record system', on: '2009-02-28', to: 60, by: '2011-08-31' },
    readings: [{ period: '2010-11-30', known: '2010-12-10', value: 41, n: 640 }],
  },
  {
    title: 'A say for patients in how the practice is run', beneficiary: 'Patients', category: 'experience',
    left: { treatment: 'monitored', reason: 'A seat on the board is in the articles, so the contract need not repeat it; we report each year on who fills it' },
    measure: { what: 'Board meetings with a patient present', unit: '%', direction: 'up', from: 0, source: 'Minutes', on: '2009-02-28', to: 100, by: '2011-08-31' },
    readings: [{ period: '2010-11-30', known: '2010-12-02', value: 100, n: 3, note: 'Three meetings so far' }],
  },
];

const SUMMARY = 'Illustrative, from published sources: twelve staff of a Leicester practice for homeless people ask to leave their primary care trust and take the short form. Launched in September 2010 with a five-year contract. Money, days in between and all names of people are invented.';

/** Tells the whole story: from first idea to the review at three months. */
export async function tellInclusion(cast: Cast): Promise<Scene> {
  const scene = await gather(cast);
  await propose(scene);
  await build(scene);
  await agree(scene);
  await moveAcross(scene);
  return scene;
}

const gather = (cast: Cast): Promise<Scene> =>
  openScene(cast, {
    day: '2009-01-12', title: 'Inclusion Healthcare, Leicester', summary: SUMMARY, shownAs: 'illustrative', facts: FACTS, parent: 'leicester', commissioner: 'leicester',
    troupe: {
      lead: [FACTS.lead, 'GP and clinical lead', 'leicester'], member: [FACTS.deputy, 'Practice manager', 'leicester'],
      sponsor: [FACTS.sponsor, 'Director of primary care', 'leicester'], finance: ['Meera Solanki', 'Head of finance', 'leicester'],
      hr: ['Paul Rudge', 'Workforce manager', 'leicester'], quality: ['Ingrid Falk', 'Head of clinical quality', 'leicester'],
      legal: ['Vernon Tate', 'Head of contracts', 'leicester'], secondLine: ['Hugh Lindqvist', 'Provider development lead', 'eastMidlands'],
      staffSide: ['Carol Nuttall', 'Staff side representative', 'unions'], mentor: ['Edward Voss', 'Adviser', 'kpmg'],
    },
  });

async function propose(scene: Scene): Promise<void> {
  await sendStage(scene, 'readiness', '2009-02-06');
  onDay('2009-03-10');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2009-03-16', opened: '2009-03-19', reviewed: '2009-03-30', decided: '2009-05-14' }, {
    decision: { note: 'The smallest team we have heard from, and the clearest about its patients.', onBehalfOf: 'the board of 14 May 2009' },
  });
}

async function build(scene: Scene): Promise<void> {
  await passStage(scene, 'business-case', { sent: '2009-12-01', opened: '2009-12-03', reviewed: '2010-01-12', decided: '2010-01-28', assured: '2010-02-25' }, {
    says: { finance: 'The reserve is thin for the first winter. Payment in advance makes it bearable.' }, decision: { onBehalfOf: 'the board of 28 January 2010' },
  });
  await passStage(scene, 'governance', { sent: '2010-02-03', opened: '2010-02-04', reviewed: '2010-02-16', decided: '2010-02-25' });
}

async function agree(scene: Scene): Promise<void> {
  await agreeContract(scene, '2010-05-24', BENEFITS, { sent: '2010-05-28', opened: '2010-06-01', reviewed: '2010-06-14', decided: '2010-06-24' }, {
    says: { quality: 'Monthly reports in the first year; quarterly once the figures have held for twelve months.' },
  });
  await passStage(scene, 'workforce', { sent: '2010-06-17', opened: '2010-06-18', reviewed: '2010-06-30', decided: '2010-07-08' });
  await passStage(scene, 'failure-plan', { sent: '2010-06-28', opened: '2010-06-30', reviewed: '2010-07-12', decided: '2010-07-22' });
}

async function moveAcross(scene: Scene): Promise<void> {
  await passStage(scene, 'transfer', { sent: '2010-08-17', opened: '2010-08-18', reviewed: '2010-08-20', decided: '2010-08-24', assured: '2010-08-27' });
  await goLive(scene);
  await reviewBenefits(scene, BENEFITS, '', { sent: '2010-12-17', opened: '2010-12-20', reviewed: '2011-01-06', decided: '2011-01-13' });
}
