import type { StoryFacts } from '../answers/facts.ts';
import { measure, promise } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { agreeContract, goLive, openScene, reviewBenefits } from '../open-scene.server.ts';
import { nameOf } from '../organisations.server.ts';
import { concludeStage, condition, declareNoInterest, openStage, passStage, reviewStage, sendStage, type Scene } from '../scene.server.ts';
import { onDay } from '../story.server.ts';
import { hear, judgeAll, publish } from '../judged.server.ts';
import { meet, reply, say, tellOthers } from '../talk.server.ts';
import { HARBOUR_LANE_LESSONS } from './lessons.ts';
import { HARBOUR_LANE_BENEFITS as BENEFITS, HARBOUR_LANE_LATER } from './harbour-lane-benefits.ts';

/** Harbour Lane Therapies: invented from end to end, and finished. Everybody may read it; nobody can change it. */
const FACTS: Omit<StoryFacts, 'today'> = {
  pathway: 'public-service-mutual', service: 'community therapies', place: 'Saltmere', team: 'Community therapies',
  enterprise: 'Harbour Lane Therapies CIC', parent: nameOf('harbourTrust'), commissioner: nameOf('harbourIcb'),
  staff: 58, wte: 47.2, budgetPence: 264_000_000, population: 84_000,
  transferOn: '2025-04-01', contractStart: '2025-04-01', contractYears: 3, legalForm: 'cic-guarantee',
  lead: 'Nadia Rahman', deputy: 'Owen Pritt', sponsor: 'Caroline Mayhew', clinicalLead: 'Isobel Kerr', financeLead: 'Tunde Balogun',
  ballot: { electorate: 58, returned: 53, for: 46, against: 6, spoilt: 1, threshold: 60 }, small: false,
};

const BEFORE_GO_LIVE = '2025-03-13';
/** The days of its verdicts: after 3, 6 and 12 months. */
const JUDGED = ['2025-07-30', '2025-10-14', '2026-04-21'];

const SUMMARY = 'An invented example, told to its end: fifty-eight therapists and their colleagues leave a hospital trust, win a contract and show what came of their promises. Everyone can read all of it.';

/** Tells it from January 2024 to its first review in July 2025, with the results since. */
export async function tellHarbourLane(cast: Cast): Promise<Scene> {
  const scene = await openScene(cast, {
    day: '2024-01-15', title: 'Harbour Lane Therapies', summary: SUMMARY, shownAs: 'example', facts: FACTS, parent: 'harbourTrust', commissioner: 'harbourIcb', support: 'today',
    troupe: {
      lead: [FACTS.lead, 'Clinical lead, occupational therapy', 'harbourTrust'], member: [FACTS.deputy, 'Operations manager', 'harbourTrust'], sponsor: ['Victor Ashby', 'Director of strategy', 'harbourTrust'],
      finance: ['Lucy Tran', 'Deputy director of finance', 'harbourTrust'], hr: ['Samuel Eden', 'Head of workforce', 'harbourTrust'], quality: ['Bridget Colley', 'Head of quality', 'harbourIcb'],
      legal: ['Rashid Karim', 'Head of procurement', 'harbourIcb'], secondLine: ['Theresa Moon', 'Assurance lead', 'region'], staffSide: ['Gary Stubbs', 'Staff side chair', 'unions'], mentor: ['Lydia Frome', 'Director of operations', 'mentors'],
    },
  });
  await propose(scene);
  await build(scene);
  await agree(scene);
  await moveAcross(scene);
  return scene;
}

async function propose(scene: Scene): Promise<void> {
  await sendStage(scene, 'readiness', '2024-02-02');
  onDay('2024-02-26');
  await promise(scene, BENEFITS);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: '2024-03-04', opened: '2024-03-06', reviewed: '2024-03-22', decided: '2024-04-18' }, {
    decision: {
      outcome: 'approvedWithConditions', note: 'A good plan by people we trust. We ask for one thing before a contract.', onBehalfOf: 'the board of 18 April 2024',
      conditions: [condition(scene.players.lead, '2024-09-30', 'contract', 'People who use the service have seen the plan and their comments are answered', 'A summary of comments, with the answer to each')],
    },
  });
  onDay('2024-07-09', '13:15');
  await meet(scene, scene.players.lead, 'proposal', 1, 'Two open evenings, 64 people, 31 comments. Each has an answer, and five changed the plan.');
}

/** The first version of the business case comes back, the second is approved. */
async function build(scene: Scene): Promise<void> {
  const { lead, finance } = scene.players;
  await sendStage(scene, 'business-case', '2024-07-15');
  await openStage(scene, 'business-case', '2024-07-17');
  onDay('2024-08-06', '10:00');
  const change = await say(scene, finance!, 'business-case', 'bc.ask', 'mustChange', 'Say when the working capital is repaid if it comes as a loan.');
  await reviewStage(scene, 'business-case', '2024-08-07', { finance: 'Sound, but the ask is not complete.' });
  await concludeStage(scene, 'business-case', { decided: '2024-08-14' }, {
    outcome: 'changesRequested', note: 'One change, then send it again.', reasons: [{ code: 'inadequate-information', text: 'What is asked for is not complete' }],
  });
  onDay('2024-08-28', '09:30');
  await reply(scene, lead, change, 'There is no loan. The bank facility covers it, and the last section on cash says so.');
  await passStage(scene, 'business-case', { sent: '2024-09-03', opened: '2024-09-04', reviewed: '2024-09-19', decided: '2024-09-26', assured: '2024-10-17' }, { decision: { onBehalfOf: 'the board of 26 September 2024' } });
  await passStage(scene, 'governance', { sent: '2024-09-10', opened: '2024-09-11', reviewed: '2024-09-24', decided: '2024-10-03' });
}

async function agree(scene: Scene): Promise<void> {
  await measure(scene, BENEFITS, '2024-11-17');
  await agreeContract(scene, '2024-11-18', BENEFITS, { sent: '2024-11-26', opened: '2024-11-27', reviewed: '2024-12-12', decided: '2024-12-19' });
  await passStage(scene, 'workforce', { sent: '2024-12-10', opened: '2024-12-11', reviewed: '2025-01-07', decided: '2025-01-14' });
  await passStage(scene, 'failure-plan', { sent: '2025-01-14', opened: '2025-01-15', reviewed: '2025-01-30', decided: '2025-02-06' });
}

async function moveAcross(scene: Scene): Promise<void> {
  await measure(scene, BENEFITS, BEFORE_GO_LIVE, '2024-11-17');
  await passStage(scene, 'transfer', { sent: '2025-03-14', opened: '2025-03-17', reviewed: '2025-03-19', decided: '2025-03-21' });
  await goLive(scene);
  await reviewBenefits(scene, BENEFITS, BEFORE_GO_LIVE, { sent: '2025-07-15', opened: '2025-07-16', reviewed: '2025-07-24', decided: '2025-07-29' }, {}, JUDGED[0]);
  for (const [i, day] of JUDGED.entries()) {
    await measure(scene, BENEFITS, day, JUDGED[i - 1] ?? day);
    await judgeAll(scene, day);
  }
  const story = await hear(scene, BENEFITS[0]!.title, '2026-03-12', 'I rang on the Tuesday and was seen the week after. The time before, I had given up waiting and paid for it myself.');
  await publish(scene, '2026-05-06', 'We left the trust to shorten waits and to keep staff well. Waits have fallen for everybody we see. Sickness has hardly moved, and we say so.', [story]);
  for (const [day, lesson] of HARBOUR_LANE_LESSONS) await tellOthers(scene, day, lesson);
  await measure(scene, BENEFITS, '9999-12-31', JUDGED.at(-1));
  onDay('2026-07-14');
  await promise(scene, [HARBOUR_LANE_LATER], 'review', null);
}
