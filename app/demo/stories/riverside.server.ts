import { addDays, addMonths } from '#workflows/dates.ts';
import type { StoryFacts } from '../answers/facts.ts';
import type { Cast } from '../cast.server.ts';
import { nameOf } from '../organisations.server.ts';
import { promise } from '../benefits.server.ts';
import { concludeStage, condition, declareNoInterest, openStage, passStage, prepare, reviewStage, sendStage, type Players, type Scene } from '../scene.server.ts';
import { begin, join, onDay, send } from '../story.server.ts';
import { give, moveNumber, reply, say, task } from '../talk.server.ts';
import { askBoard } from './riverside-board.server.ts';
import { askStaff } from './riverside-ballot.server.ts';
import { meetMentor, shareWorkforce } from './riverside-mentor.server.ts';
import { shareAnswers, supportRiverside } from './riverside-support.server.ts';
import { NEW_PROMISE, RIVERSIDE_BENEFITS } from './riverside-benefits.ts';

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
  await askBoard(scene, cast, today);
  await askForGovernanceChanges(scene, day);
  await startWorkforce(scene, day);
  await askStaff(scene, today);
  await prepare(scene, 'failure-plan', day(3), {}, { only: ['plan-owners', 'who-can-invoke', 'essential-services', 'service-tests', 'number-signs'] });
  await promise(scene, [NEW_PROMISE], 'failure-plan', null);
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
    title: 'Riverside Community Therapies', summary: SUMMARY, pathway: 'public-service-mutual', parent: { id: at.trust }, commissioner: { id: at.icb }, shownAs: 'real',
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

async function meetConditions(scene: Scene, day: DaysAgo): Promise<void> {
  const { lead, sponsor } = scene.players;
  onDay(day(74), '12:10');
  await moveNumber(scene, lead, 'proposal', 1, 'sendEvidence', 'Three evening meetings at the depots; 9 of 9 people came. The notes are in the forum folder.');
  onDay(day(70), '16:30');
  await moveNumber(scene, sponsor, 'proposal', 1, 'verify', 'I have read the three notes.');
  onDay(day(2), '17:05');
  await moveNumber(scene, lead, 'proposal', 2, 'sendEvidence', 'Letters from the Mill Street and the Downs groups, both signed on Monday. Mill Street asks to see the new booking times before they start.');
}

/** Version 1 comes back with one change to make; version 2 is with its readers now. */
async function sendBusinessCase(scene: Scene, day: DaysAgo): Promise<void> {
  const { lead, finance, sponsor } = scene.players;
  await sendStage(scene, 'business-case', day(70), { extra: { 'bc.track_record': FIRST_WORDS } });
  await openStage(scene, 'business-case', day(67));
  onDay(day(60), '10:15');
  const change = await say(scene, finance!, 'business-case', 'bc.track_record', 'mustChange', 'We remember an overspend two years ago. Say how large it was, what caused it and what keeps it from happening again.');
  await reviewStage(scene, 'business-case', day(59), { finance: 'The model is sound. The record leaves out the overspend of two years ago, and the board will ask about it.' });
  onDay(day(55), '14:40');
  await concludeStage(scene, 'business-case', { decided: day(55) }, {
    outcome: 'changesRequested', note: 'Nearly there. Answer what finance asks and send it again; nothing else needs to move.',
    reasons: [{ code: 'inadequate-information', text: 'The record of the last three years is not complete' }], onBehalfOf: '',
  });
  onDay(day(12), '13:20');
  await reply(scene, lead, change, 'Added the overspend of 1.4%, its cause, which was agency cover for maternity leave, and the staff bank that now covers it.');
  await prepare(scene, 'business-case', day(8), {}, { only: ['track-record'] });
  onDay(day(6), '16:45');
  await send(lead, scene.caseId, 'business-case');
  await openStage(scene, 'business-case', day(4));
  onDay(day(4), '09:45');
  await say(scene, sponsor, 'business-case', 'bc.summary', 'question', 'Is the bank facility signed, or offered in a letter?');
}

async function askForGovernanceChanges(scene: Scene, day: DaysAgo): Promise<void> {
  const { sponsor, legal } = scene.players;
  await sendStage(scene, 'governance', day(41));
  await openStage(scene, 'governance', day(38));
  onDay(day(31), '11:00');
  await say(scene, legal!, 'governance', 'gov.quorum', 'mustChange', 'Five of nine can be met without one independent member in the room. Say that at least two non-executives must be there.');
  await reviewStage(scene, 'governance', day(30), { legal: 'The form and the lock are right for this. The quorum is not yet safe.' });
  onDay(day(23), '15:10');
  await say(scene, sponsor, 'governance', 'gov.user_voice', 'mustChange', 'Patients have one seat of nine. Say how the other eight members will hear them between meetings.');
  await concludeStage(scene, 'governance', { decided: day(22) }, { outcome: 'changesRequested', note: 'Two changes. Neither is large, and the rest is ready.' });
}

/** In draft: the vote is still to come. The mentor has asked one thing, which is answered, and offers words that nobody has taken yet; two sections are given to somebody. */
async function startWorkforce(scene: Scene, day: DaysAgo): Promise<void> {
  const { lead, mentor, member, adviser } = scene.players;
  await prepare(scene, 'workforce', day(34), {}, { leave: UNWRITTEN });
  await shareWorkforce(scene, day(0));
  await meetMentor(scene, day(0));
  await supportRiverside(scene, day(0));
  await shareAnswers(scene, day(0));
  onDay(day(20), '19:30');
  const first = await say(scene, mentor!, 'workforce', 'hr.leadership_actions', 'question', 'Who answers when a question comes up at a weekend?');
  await say(scene, mentor!, 'workforce', 'hr.two_tier', 'suggestion', 'When we moved, people hired later compared their pension within a year. Say what you tell them on the day they sign.', 'People hired later get the same pay scales, leave and sick pay. Their pension differs if access stays closed. We tell them so before they sign, with a worked example, and add the difference in employer contribution to a scheme of their choice. We ask for open access at the first review.');
  onDay(day(16), '08:55');
  await reply(scene, member!, first, 'The team lead on the rota that day, who can ring Priya. We have added it to the page that all staff read.');
  onDay(day(5), '12:20');
  const rota = await say(scene, lead, 'workforce', 'hr.leadership_actions', 'question', `@${member!.name}, is the weekend rota in the page that staff read?`);
  await task(scene, lead, rota, member!, 'Put the weekend rota on the staff page', day(-4));
  await give(scene, 'workforce', 'vote', member!, day(-9));
  await give(scene, 'workforce', 'equality-profile', adviser!, day(-12));
}

const FIRST_WORDS = 'Over three years we saw 5% more people each year with the same number of posts. The median wait rose from 12 to 14 and then to 16 weeks. Nine in ten people said they would recommend us, in each year. Complaints fell from 31 to 22, and sickness went from 4.1% to 3.55%. What went wrong: the move to a new record system lost six weeks of waiting list data, and we found it late. We check the list by hand each month since then.';

/** The sections of the workforce plan that wait for the vote and for the parent. */
const UNWRITTEN = ['vote', 'vote-run', 'vote-counts', 'vote-result', 'board-statement', 'earlier-votes', 'equality-profile', 'payroll-tests', 'staff-checks', 'pension-application'];
