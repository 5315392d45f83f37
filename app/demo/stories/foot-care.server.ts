import { readingsOf } from '#db/tables/readings.server.ts';
import { addDays, addMonths } from '#workflows/dates.ts';
import { changeSchema } from '../../domain/benefits/benefit-details.schema.ts';
import { askForChange } from '../../domain/benefits/change-benefit.server.ts';
import { reader } from '../../domain/database.server.ts';
import { markNoticesRead, noticesOf } from '../../domain/notifications/notifications.server.ts';
import { checkResult } from '../../domain/results/check-result.server.ts';
import type { StoryFacts } from '../answers/facts.ts';
import { measure, promise, type Benefit } from '../benefits.server.ts';
import type { Cast } from '../cast.server.ts';
import { hear, judgeAll } from '../judged.server.ts';
import { agreeContract, goLive, reviewBenefits } from '../open-scene.server.ts';
import { nameOf } from '../organisations.server.ts';
import { declareNoInterest, passStage, sendStage, type Players, type Scene } from '../scene.server.ts';
import { WENBOURNE_LESSONS } from './lessons.ts';
import { tellOthers } from '../talk.server.ts';
import { begin, formOf, join, must, onDay } from '../story.server.ts';

/**
 * Wenbourne Foot Care: invented, small, and live for a year today. Its review at twelve months is on: promises wait to
 * be judged, a result to be explained and a change to be answered, each by somebody who can sign in.
 */
const facts = (today: string, transferOn: string): StoryFacts => ({
  pathway: 'public-service-mutual', service: 'foot care', place: 'Wenbourne', team: 'Foot care', enterprise: 'Wenbourne Foot Care CIC', parent: nameOf('trust'), commissioner: nameOf('icb'),
  staff: 14, wte: 11.2, budgetPence: 82_000_000, population: 61_400, today, transferOn, contractStart: transferOn, contractYears: 3,
  legalForm: 'cic-guarantee', lead: 'Tom Aldous', deputy: 'Beatrice Lowe', sponsor: 'Daniel Reeve', clinicalLead: 'Imogen Vale', financeLead: 'Yusuf Demir',
  ballot: { electorate: 14, returned: 13, for: 12, against: 1, spoilt: 0, threshold: 60 }, small: true,
});

const SUMMARY = 'An invented case, live for a year: fourteen foot care staff run their own service in Wenbourne. What they promised is being judged now.';
const SOURCE = 'Clinic system, counted by the booking desk';

/** A month's results from half a year before go-live on; those not known yet are left for their day. */
const benefitsOf = (start: string, end: string): Benefit[] => {
  const monthly = (n: number, values: number[]) => ({ from: addMonths(start, -6).slice(0, 7), values, n });
  const from = { source: SOURCE, on: addDays(addMonths(start, -6), -1), by: end };
  return [
    {
      title: 'Shorter wait for a first appointment', beneficiary: 'People who are referred', category: 'access', clause: 'Schedule 2, measure 1', code: 'AC12',
      measure: { ...from, what: 'Median wait from request to first appointment', unit: 'weeks', direction: 'down', from: 11, to: 6, steps: [{ on: addMonths(start, 9), value: 8 }] },
      months: monthly(96, [11.2, 10.8, 11.1, 11.3, 10.9, 11.0, 10.6, 10.1, 9.4, 8.8, 8.3, 7.9, 7.6, 7.2, 6.9, 6.6, 6.3, 6.1]),
    },
    {
      title: 'Wounds that heal within 12 weeks', beneficiary: 'People with diabetes', category: 'patient-outcome', clause: 'Schedule 2, measure 2', consequence: 'A service improvement action with a date',
      measure: { ...from, what: 'Foot wounds healed within 12 weeks, of all that were new', unit: '%', direction: 'up', from: 52, to: 70, steps: [{ on: addMonths(start, 9), value: 62 }] },
      months: monthly(41, [51, 54, 50, 53, 52, 49, 53, 51, 55, 52, 50, 54, 56, 53, 52, 55, 54, 53]),
    },
    {
      title: 'Fewer missed appointments', beneficiary: 'Everybody who waits', category: 'productivity', clause: 'Schedule 2, measure 3',
      measure: { ...from, what: 'Appointments missed without word, of all booked', unit: '%', direction: 'down', from: 12, to: 8 },
      months: monthly(620, [12.1, 11.8, 12.4, 11.9, 12.2, 12.0, 11.7, 11.5, 10.9, 11.2, 10.6, 10.4, 10.1, 9.7, 9.9, 9.4, 9.2, 9.0]),
    },
  ];
};

/** Tells it up to yesterday. `today`: the real day. */
export async function tellFootCare(cast: Cast, today: string): Promise<Scene> {
  const start = addMonths(`${today.slice(0, 7)}-01`, -12);
  const before = (days: number) => addDays(start, -days);
  const benefits = benefitsOf(start, addMonths(start, 24));
  const scene = await gather(cast, today, start);
  await propose(scene, benefits, before);
  await measure(scene, benefits, before(135));
  await agree(scene, benefits, before);
  await measure(scene, benefits, before(20), before(135));
  await passStage(scene, 'transfer', { sent: before(18), opened: before(15), reviewed: before(13), decided: before(11) });
  await goLive(scene);
  await readTheNews(scene);
  await reviewBenefits(scene, benefits, before(20), { sent: addDays(start, 95), opened: addDays(start, 96), reviewed: addDays(start, 104), decided: addDays(start, 109) }, {}, addDays(start, 109));
  await judgeAll(scene, addDays(start, 112));
  await measure(scene, benefits, addDays(today, -1), addDays(start, 109));
  const [early, late] = WENBOURNE_LESSONS;
  await tellOthers(scene, addDays(start, 150), early);
  await tellOthers(scene, addDays(today, -3), late);
  await readTheNews(scene);
  await leaveOpen(scene, benefits, addDays(today, -1));
  return scene;
}

async function gather({ people, organisations: at }: Cast, today: string, start: string): Promise<Scene> {
  onDay(addDays(start, -440));
  const players: Players = {
    lead: people['team-member'], member: people.adviser, sponsor: people.sponsor, finance: people.finance, hr: people.hr, quality: people.quality, legal: people.legal, secondLine: people['second-line'],
    support: people.support, staffSide: people['staff-side'],
  };
  const caseId = await begin(players.lead, { title: 'Wenbourne Foot Care', summary: SUMMARY, pathway: 'public-service-mutual', parent: { id: at.trust }, commissioner: { id: at.icb }, shownAs: 'real' });
  const places = { member: at.supportUnit, sponsor: at.trust, finance: at.trust, hr: at.trust, quality: at.icb, legal: at.icb, secondLine: at.region, staffSide: at.unions } as const;
  for (const [role, place] of Object.entries(places) as [keyof typeof places, string][]) await join(caseId, players[role]!, role, people.support, place);
  return { caseId, facts: facts(today, start), players };
}

type Before = (days: number) => string;

async function propose(scene: Scene, benefits: Benefit[], before: Before): Promise<void> {
  await sendStage(scene, 'readiness', before(424));
  onDay(before(400));
  await promise(scene, benefits);
  await declareNoInterest(scene);
  await passStage(scene, 'proposal', { sent: before(393), opened: before(391), reviewed: before(375), decided: before(348) });
  await passStage(scene, 'business-case', { sent: before(210), opened: before(209), reviewed: before(194), decided: before(187), assured: before(166) });
}

async function agree(scene: Scene, benefits: Benefit[], before: Before): Promise<void> {
  await passStage(scene, 'governance', { sent: before(160), opened: before(159), reviewed: before(150), decided: before(144) });
  await agreeContract(scene, before(134), benefits, { sent: before(126), opened: before(125), reviewed: before(110), decided: before(103) });
  await passStage(scene, 'workforce', { sent: before(100), opened: before(99), reviewed: before(84), decided: before(77) });
  await passStage(scene, 'failure-plan', { sent: before(76), opened: before(75), reviewed: before(61), decided: before(54) });
}

/** Old news: each of them has read it. */
async function readTheNews({ players }: Scene): Promise<void> {
  for (const person of Object.values(players)) {
    for (let news = await noticesOf(person); news.unread > 0; news = await noticesOf(person)) {
      await markNoticesRead(person, [...news.needsYou, ...news.information].flatMap(({ notices }) => notices.map(({ id }) => id)));
    }
  }
}

/** What somebody can do today: explain a result, answer a change, read what a patient told. */
async function leaveOpen(scene: Scene, [waits, wounds]: Benefit[], yesterday: string): Promise<void> {
  const { caseId, players: { lead, sponsor } } = scene;
  const rows = (await formOf(lead, caseId)).benefitRows;
  const idOf = (title: string) => rows.find((row) => row.title === title)!.id;
  await hear(scene, waits!.title, yesterday, 'My mother was seen within the month. The last time it took a season.');
  onDay(yesterday, '11:20');
  const [newest] = (await readingsOf(reader(), [idOf(wounds!.title)])).sort((a, b) => (a.period_on < b.period_on ? 1 : -1));
  must(await checkResult(sponsor, caseId, idOf(wounds!.title), newest!.id, { kind: 'queried', note: 'Are wounds that were open before go-live still counted as new?', documents: [] }), 'query a result');
  onDay(yesterday, '15:45');
  const change = changeSchema.parse({ kind: 'target', target: '60', targetOn: '', reason: 'Two of the wounds clinics moved to the hospital, and the people who are left have harder wounds.' });
  must(await askForChange(lead, caseId, idOf(wounds!.title), { ...change, targetOn: rows.find((row) => row.title === wounds!.title)!.target_on }), 'ask for another target');
}
