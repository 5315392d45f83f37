import { addDays, addMonths } from '#workflows/dates.ts';
import { moveCondition } from '../../domain/conditions/move-condition.server.ts';
import { addComment, replyToComment, settleComment } from '../../domain/comments/comments.server.ts';
import type { Actor } from '../../domain/people/actor.server.ts';
import type { StoryFacts } from '../answers/facts.ts';
import type { Cast } from '../cast.server.ts';
import { nameOf } from '../organisations.server.ts';
import { promise } from '../benefits.server.ts';
import { concludeStage, condition, declareNoInterest, openStage, passStage, prepare, reviewStage, sendStage, type Players, type Scene } from '../scene.server.ts';
import { begin, formOf, join, must, onDay } from '../story.server.ts';
import { RIVERSIDE_BENEFITS } from './riverside-benefits.ts';

/**
 * Riverside Community Therapies: invented, and in progress today. Forty-two staff of a community trust want to run
 * their service themselves. Everyone who can sign in has a part in it, and something to do.
 */
const facts = (today: string): StoryFacts => {
  const transferOn = addMonths(`${today.slice(0, 7)}-01`, 8);
  return {
    pathway: 'public-service-mutual', service: 'community therapies', place: 'Wenbourne', team: 'Community therapies',
    enterprise: 'Riverside Community Therapies CIC', parent: nameOf('trust'), commissioner: nameOf('icb'),
    staff: 42, wte: 36.4, budgetPence: 186_000_000, population: 61_400, today, transferOn, contractStart: transferOn, contractYears: 3,
    legalForm: 'cic-guarantee', lead: 'Priya Nair', deputy: 'Tom Aldous', sponsor: 'Daniel Reeve', clinicalLead: 'Hannah Cole', financeLead: 'Yusuf Demir',
    ballot: { electorate: 42, returned: 37, for: 31, against: 5, spoilt: 1, threshold: 60 }, small: false,
  };
};

const SUMMARY = 'An invented case, in progress: forty-two therapists, assistants and booking staff in Wenbourne want to run their service as a mutual that they and their patients own.';
const LONG_AGO = 216;

/** Tells the story up to yesterday. `today`: the real day. */
export async function tellRiverside(cast: Cast, today: string): Promise<Scene> {
  const day = (ago: number) => addDays(today, -ago);
  const scene = await gather(cast, today);
  await propose(scene, day);
  await meetConditions(scene, day);
  await sendBusinessCase(scene, day);
  await askForGovernanceChanges(scene, day);
  await startWorkforce(scene, day);
  onDay(day(3), '10:40');
  await prepare(scene, 'failure-plan', day(3), {}, { only: ['plan-owners', 'who-can-invoke', 'essential-services', 'service-tests', 'number-signs'] });
  return scene;
}

type DaysAgo = (ago: number) => string;

async function gather({ people, organisations: at }: Cast, today: string): Promise<Scene> {
  onDay(addDays(today, -LONG_AGO));
  const players: Players = {
    lead: people['team-lead'], member: people['team-member'], adviser: people.adviser, sponsor: people.sponsor, finance: people.finance, hr: people.hr,
    quality: people.quality, legal: people.legal, secondLine: people['second-line'], support: people.support, staffSide: people['staff-side'], mentor: people.mentor,
  };
  const caseId = await begin(players.lead, {
    title: 'Riverside Community Therapies', summary: SUMMARY, pathway: 'public-service-mutual', parent: { id: at.trust }, commissioner: { id: at.icb }, shownAs: 'illustrative',
  });
  const places = { member: at.trust, adviser: at.supportUnit, sponsor: at.trust, finance: at.trust, hr: at.trust, quality: at.icb, legal: at.icb, secondLine: at.region, staffSide: at.unions } as const;
  for (const [role, place] of Object.entries(places) as [keyof typeof places, string][]) await join(caseId, players[role]!, role, people.support, place);
  await join(caseId, people.mentor, 'mentor', people.support, at.mentors, ['proposal', 'business-case', 'workforce']);
  return { caseId, facts: facts(today), players };
}

async function propose(scene: Scene, day: DaysAgo): Promise<void> {
  const { lead, staffSide, secondLine } = scene.players;
  await sendStage(scene, 'readiness', day(204));
  onDay(day(190));
  await promise(scene, RIVERSIDE_BENEFITS(day(230), scene.facts.transferOn));
  onDay(day(186), '09:00');
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: day(185), opened: day(181), reviewed: day(160), decided: day(131) }, {
    says: { support: 'Clear and honest about the risks. The two GP groups that share the clinics should say in writing that they know.' },
    decision: {
      outcome: 'approvedWithConditions', onBehalfOf: `the board of ${scene.facts.parent}`, note: 'We back this. We want to see that partners know, and that nobody is surprised later.',
      conditions: [
        condition(lead, day(60), 'nothing', 'Staff with no fixed base have been told in person', 'A note of each meeting, with numbers'),
        condition(lead, addDays(day(0), 12), 'contract', 'Both GP groups that share our clinics have said in writing that they know of the plan', 'A letter from each group'),
        condition(staffSide!, addDays(day(0), 9), 'contract', 'Staff side has given its view on the timetable of the move', 'A letter or a minute of the partnership forum'),
        condition(secondLine!, addDays(day(0), 30), 'goLive', 'The regional team has said whether any of the services must hold a provider licence', 'An email from the regional team'),
      ],
    },
  });
}

async function conditionOf(scene: Scene, number: number): Promise<string> {
  const found = (await scene_conditions(scene)).find((c) => c.number === number);
  return found!.id;
}

async function meetConditions(scene: Scene, day: DaysAgo): Promise<void> {
  const { caseId, players: { lead, sponsor } } = scene;
  const first = await conditionOf(scene, 1);
  onDay(day(74), '12:10');
  must(await moveCondition(lead, caseId, first, { type: 'sendEvidence', note: 'Three evening meetings at the depots, 9 of 9 people reached. Notes are in the folder of the forum.' }), 'evidence');
  onDay(day(70), '16:30');
  must(await moveCondition(sponsor, caseId, first, { type: 'verify', note: 'Read the three notes. Met.' }), 'verify');
  onDay(day(2), '17:05');
  must(await moveCondition(lead, caseId, await conditionOf(scene, 2), { type: 'sendEvidence', note: 'Letters from the Mill Street and the Downs groups, both signed on Monday. Mill Street asks to see the new booking times before they start.' }), 'evidence');
}
