import type { Reader } from '#db/database.server.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { meetingsOfCase } from '#db/tables/meetings.server.ts';
import { openActionsOf } from '#db/tables/mentor-sessions.server.ts';
import { periodsSince } from '#db/tables/readings.server.ts';
import { addDays } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { LANDMARK_QUESTIONS } from '#workflows/landmarks.ts';
import { topicTitle } from '#workflows/mentor-topics.ts';
import { hasResult, periodsOf } from '#workflows/reporting.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';
import { mayLead, maySeeBenefits, maySeeDraft, maySeeSubmission } from '../cases/cases.policy.ts';
import { landmarksFor } from '../cases/key-facts.server.ts';
import { today } from '../clock.server.ts';
import { maySeeCondition, wordsOf } from '../conditions/conditions.policy.ts';
import { maySeeMeetings, seesMentor } from '../meetings/meetings.policy.ts';
import { contractEnds, reportingOf } from '../results/calendars.server.ts';
import { recorderOf } from '../results/recorder.ts';
import { standsStill } from '../stages/stage-facts.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { reviewsOfCase } from '../verdicts/reviews.server.ts';

/** One thing in a calendar: a whole day, or from one instant to another. */
export interface CalendarEntry {
  /** The same for the same thing for ever. */
  uid: string;
  title: string;
  when: { on: string } | { from: string; until: string };
  words: string;
  place: string;
  /** A path within Slipway. */
  link: string;
  /** Rises with each change. */
  sequence: number;
  changedAt: string;
}
type Plain = Omit<CalendarEntry, 'place' | 'words'> & { words?: string; place?: string };

/** How far ahead results are asked for in a calendar, and how far back what is late stays. */
const [AHEAD, BACK] = [400, 60];

/** What has a date in one case, as this person may see it. `own`: without meetings that they do not attend. */
export async function entriesIn(reader: Reader, file: CaseFile, { own }: { own: boolean }): Promise<CalendarEntry[]> {
  if (hasTag('case', file.case.state, 'ended')) return [];
  const found = await Promise.all([conditionsDue(reader, file), keyDates(reader, file), meetingsAgreed(reader, file, own), actionsDue(reader, file), resultsDue(reader, file), benefitReviews(reader, file)]);
  return [...stageClocks(file), ...sharingEnds(file), ...found.flat()].map((entry) => ({ words: '', place: '', ...entry, title: `${entry.title}: ${file.case.title}` }));
}

const seesStage = (file: CaseFile, stage: StageKey) => isExample(file) || maySeeDraft(file.roles, file.standings, stage) || maySeeSubmission(file.roles, file.standings, stage);
const titleOf = (file: CaseFile, stage: StageKey) => inWords(stageOf(file.pathway, stage).stage.title, file.pathway);

function stageClocks(file: CaseFile): Plain[] {
  if (standsStill(file.case.state) !== null) return [];
  return [...file.stages].flatMap(([stage, row]) => {
    const acts = (['team', 'approver', 'secondLine'] as const).find((tag) => hasTag('stage', row.state, tag));
    if (!acts || row.due_on === null || !seesStage(file, stage)) return [];
    const title = { team: `${titleOf(file, stage)} due`, approver: `Decision due on the ${titleOf(file, stage).toLowerCase()}`, secondLine: `Word of the second line due on the ${titleOf(file, stage).toLowerCase()}` }[acts];
    return [{ uid: `stage-${row.id}`, title, when: { on: row.due_on }, link: `/cases/${file.case.id}/stages/${stage}`, sequence: row.revision, changedAt: row.turn_since_at ?? row.opened_at ?? file.case.created_at }];
  });
}

async function conditionsDue(reader: Reader, file: CaseFile): Promise<Plain[]> {
  const rows = (await conditionsOf(reader, file.case.id)).filter((row) => !hasTag('condition', row.state, 'settled') && maySeeCondition(file.roles, file.standings, file.actor.id, row));
  return rows.map((row) => ({
    uid: `condition-${row.id}`, title: `Condition ${row.number} of the ${titleOf(file, row.stage as StageKey).toLowerCase()} due`, when: { on: row.due_on }, words: wordsOf(row),
    link: `/cases/${file.case.id}/conditions/${row.id}`, sequence: row.revision, changedAt: row.at,
  }));
}

/** Employee liability information is due so many days before a transfer: TUPE, regulation 11, from 1 May 2014. */
const LIABILITY = { days: 28, from: '2014-05-01' };

async function keyDates(reader: Reader, file: CaseFile): Promise<Plain[]> {
  const [known, rows] = await Promise.all([landmarksFor(reader, file), answersOf(reader, file.case.id, LANDMARK_QUESTIONS)]);
  const sequence = file.case.revision + rows.reduce((sum, row) => sum + row.revision, 0);
  const changedAt = [file.case.created_at, ...rows.map((row) => row.at)].sort().at(-1)!;
  const transfer = file.case.live_on ?? file.case.transfer_on ?? known.transferOn;
  const informs = transfer && transfer >= LIABILITY.from && !file.case.live_on && seesStage(file, 'workforce');
  const dates: [string, string, string | undefined][] = [
    ['transfer', file.case.live_on ? 'Live' : 'Planned transfer', transfer],
    ['liability', 'Last day to hand over employee liability information (TUPE)', informs ? addDays(transfer, -LIABILITY.days) : undefined],
    ['contract-start', 'Contract starts', known.contractStart],
    ['contract-end', 'Contract ends', known.contractEnd],
  ];
  return dates.flatMap(([key, title, on]) => (on ? [{ uid: `${key}-${file.case.id}`, title, when: { on }, link: `/cases/${file.case.id}`, sequence, changedAt }] : []));
}

async function meetingsAgreed(reader: Reader, file: CaseFile, own: boolean): Promise<Plain[]> {
  const me = file.actor.id;
  if (!maySeeMeetings(file.roles)) return [];
  const rows = (await meetingsOfCase(reader, file.case.id)).filter((row) => row.state === 'agreed' && seesMentor(file.roles, me, row.mentor_id) && (!own || row.mentor_id === me || row.with_id === me));
  const name = await namesOf(reader, rows.flatMap((row) => [row.mentor_id, row.with_id]));
  return rows.map((row) => ({
    uid: `meeting-${row.id}`, title: `Meeting of ${name(row.mentor_id)} and ${name(row.with_id)}`, when: { from: row.starts_at!, until: row.ends_at! }, words: topicTitle(row.topic), place: row.place,
    link: `/cases/${file.case.id}/meetings/${row.id}`, sequence: row.revision, changedAt: row.changed_at,
  }));
}

async function actionsDue(reader: Reader, file: CaseFile): Promise<Plain[]> {
  if (!maySeeMeetings(file.roles)) return [];
  const rows = await openActionsOf(reader, file.actor.id, [file.case.id]);
  return rows.map((row) => ({ uid: `action-${row.id}`, title: row.text, when: { on: row.due_on }, link: `/cases/${file.case.id}/meetings`, sequence: 0, changedAt: file.case.created_at }));
}

/** Results that this person records and that are not in. */
async function resultsDue(reader: Reader, file: CaseFile): Promise<Plain[]> {
  if (file.case.live_on === null || !maySeeBenefits(file.roles, file.standings)) return [];
  const mine = (await benefitsOf(reader, file.case.id)).filter((row) => recorderOf(row, file.memberships) === file.actor.id);
  if (mine.length === 0) return [];
  const [ends, readings] = await Promise.all([contractEnds(reader, [file.case.id]), periodsSince(reader, mine.map(({ id }) => id), addDays(today(), -2 * AHEAD))]);
  return mine.flatMap((row) => {
    const has = readings.filter((r) => r.benefit_id === row.id).map((r) => ({ from: r.period_from, to: r.period_on }));
    const periods = periodsOf(reportingOf(file.case, row, ends.get(file.case.id)), { from: addDays(today(), -BACK), to: addDays(today(), AHEAD) });
    return periods.filter((period) => !hasResult(period, has)).map((period) => ({
      uid: `result-${row.id}-${period.to}`, title: `Result due: ${row.title}`, when: { on: period.dueOn }, link: `/cases/${file.case.id}/benefits/${row.id}/results`, sequence: row.revision, changedAt: row.at,
    }));
  });
}

async function benefitReviews(reader: Reader, file: CaseFile): Promise<Plain[]> {
  if (!maySeeBenefits(file.roles, file.standings)) return [];
  const reviews = await reviewsOfCase(reader, file);
  return reviews.map(({ on, month, title }) => ({
    uid: `review-${month ?? 'end'}-${file.case.id}`, title, when: { on }, link: `/cases/${file.case.id}/verdicts`, sequence: file.case.revision, changedAt: `${file.case.live_on!}T00:00:00.000Z`,
  }));
}

/** The last day of what a mentor can read, for them and for the team lead. */
function sharingEnds(file: CaseFile): Plain[] {
  const rows = file.memberships.filter((m) => m.role === 'mentor' && m.until_at === null && m.shared_until_on !== null && (m.person_id === file.actor.id || mayLead(file.roles)));
  return rows.map((m) => ({ uid: `sharing-${m.id}`, title: 'Last day of what the mentor can read', when: { on: m.shared_until_on! }, link: `/cases/${file.case.id}/people`, sequence: 0, changedAt: m.from_at }));
}
