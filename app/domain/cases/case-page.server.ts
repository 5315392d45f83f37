import type { Reader } from '#db/database.server.ts';
import { openAlertsOf } from '#db/tables/alerts.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { measuredBenefits } from '#db/tables/readings.server.ts';
import { countThreads, type ThreadCounts } from '#workflows/benefits.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import { smallCharts, type SmallChart } from '../benefits/small-charts.server.ts';
import { threadOfRow } from '../benefits/threads.server.ts';
import { coverBehind } from '../covers/signers.server.ts';
import { recordsFor } from '../decisions/records.server.ts';
import { day } from '../../lib/dates.ts';
import { entriesOf, hiddenFrom, maySeeEvent, type TimelineEntry } from '../events/timeline.server.ts';
import { formerBodies } from '../organisations/former-bodies.server.ts';
import { maySeeBallots } from '../ballots/ballots.policy.ts';
import { mayMeet } from '../meetings/meetings.policy.ts';
import { mayTagCase } from '../programme/programme.policy.ts';
import type { TurnView } from '../stages/turns.server.ts';
import { turnsInFile } from './case-cards.server.ts';
import { holdersOf, isExample, seesBenefits, type CaseFile } from './case-file.server.ts';
import { MOVE_WORDS, movesFrom } from './case-moves.policy.ts';
import { mayLead, maySeeAlerts, maySeeSubmission } from './cases.policy.ts';
import { factsInWords, landmarksFor } from './key-facts.server.ts';
import { threadOfCase, type ThreadBead } from './stage-thread.server.ts';

/** What every page of a case says of it. */
export interface CaseHead {
  id: string;
  title: string;
  reference: string;
  /** Whether this reader sees what is promised. */
  seesBenefits: boolean;
}
export const headOf = (file: CaseFile): CaseHead => ({ id: file.case.id, title: file.case.title, reference: file.case.reference, seesBenefits: seesBenefits(file) });

export interface CasePage {
  case: CaseHead & { summary: string; shownAs: 'real' | 'illustrative' | 'example' };
  example: boolean;
  state: { title: string; tone: ReturnType<typeof describe>['tone'] };
  /** Who it is about: route, organisations, people. What is not there yet is left out. */
  identity: { key: string; value: string }[];
  turns: TurnView[];
  thread: ThreadBead[];
  /** Null for those who do not see benefits. */
  benefits: { counts: ThreadCounts; charts: SmallChart[] } | null;
  /** How many early warnings are open once the service is live; null for those who do not see them. */
  warnings: number | null;
  facts: { key: string; value: string }[];
  latest: TimelineEntry[];
  moves: { to: string; title: string }[];
}

/** The overview of a case: a fixed number of small reads, and of all answers only the few it is known by. */
export async function casePage(reader: Reader, file: CaseFile): Promise<CasePage> {
  const { id } = file.case;
  const [turns, identity, benefits, landmarks, conditions, latest, decisions, warnings] = await Promise.all([
    turnsInFile(reader, file), identityOf(reader, file), benefitsAtAGlance(reader, file), landmarksFor(reader, file), conditionsOf(reader, id), latestOf(reader, file), decisionsOf(reader, id), warningsIn(reader, file),
  ]);
  const { title, tone } = describe('case', file.case.state);
  return {
    case: { ...headOf(file), summary: file.case.summary, shownAs: file.case.shown_as },
    example: isExample(file),
    state: { title, tone },
    identity, turns, benefits, warnings, latest,
    thread: threadOfCase({ case: file.case, pathway: file.pathway, stages: file.stages, turns, decisions: recordsFor(file, decisions) }),
    facts: factsInWords(file, landmarks, conditions),
    moves: [
      ...movesFrom(file.case.state, file.roles).map((move) => ({ to: `/cases/${id}/moves/${move}`, title: MOVE_WORDS[move].title })),
      ...(mayMeet(file.roles) && holdersOf(file, 'mentor').length ? [{ to: `/cases/${id}/meetings`, title: 'Meet the mentor, and see what was agreed' }] : []),
      ...(maySeeBallots(file.roles) && file.memberships.some((m) => m.person_id === file.actor.id) ? [{ to: `/cases/${id}/ballot`, title: mayLead(file.roles) ? 'Ask staff in a secret ballot' : 'See the ballot of staff' }] : []),
      ...(mayTagCase(file.roles) ? [{ to: `/cases/${id}/objectives`, title: 'Choose the programme objectives it serves' }] : []),
    ],
  };
}

async function identityOf(reader: Reader, file: CaseFile): Promise<CasePage['identity']> {
  const ids = [file.case.parent_id, file.case.commissioner_id].flatMap((id) => id ?? []);
  const [organisations, people, former] = await Promise.all([organisationsByIds(reader, ids), peopleByIds(reader, holdersOf(file, 'lead', 'sponsor', 'mentor')), formerBodies(reader, file.case)]);
  const organisation = (id: string | null) => `${organisations.find((o) => o.id === id)?.name ?? ''}${former(id)}`;
  const deputises = (id: string, role: string) => role === 'sponsor' && coverBehind(file, id, role) !== undefined;
  const named = (role: 'lead' | 'sponsor' | 'mentor') => holdersOf(file, role).flatMap((id) => people.filter((p) => p.id === id).map((p) => (deputises(id, role) ? `${p.name} (deputy)` : p.name))).join(', ');
  return [
    { key: 'Route', value: file.pathway.title },
    { key: 'Employer now', value: organisation(file.case.parent_id) },
    { key: 'Commissioner', value: organisation(file.case.commissioner_id) },
    { key: 'Team lead', value: named('lead') || 'None' },
    { key: 'Approver', value: named('sponsor') || 'Nobody invited yet' },
    { key: 'Mentor', value: named('mentor') },
  ].filter(({ value }) => value !== '');
}

async function benefitsAtAGlance(reader: Reader, file: CaseFile): Promise<CasePage['benefits']> {
  if (!seesBenefits(file)) return null;
  const rows = (await benefitsOf(reader, file.case.id)).filter((b) => b.withdrawn_at === null);
  const measured = await measuredBenefits(reader, rows.map((b) => b.id));
  return { counts: countThreads(rows.map((b) => threadOfRow(b, measured.has(b.id) ? 1 : 0))), charts: await smallCharts(reader, file, rows.filter((b) => measured.has(b.id))) };
}

async function warningsIn(reader: Reader, file: CaseFile): Promise<number | null> {
  if (file.case.live_on === null || (!maySeeAlerts(file.roles) && !isExample(file))) return null;
  return (await openAlertsOf(reader, file.case.id)).length;
}

async function latestOf(reader: Reader, file: CaseFile): Promise<TimelineEntry[]> {
  const found = await eventsOf(reader, file.case.id, { limit: 15, without: hiddenFrom(file) });
  const entries = await entriesOf(reader, found.filter((event) => maySeeEvent(file, event)).slice(0, 5), (stage) => maySeeSubmission(file.roles, file.standings, stage));
  return entries.map(({ day: on, at, ...entry }) => ({ ...entry, at: `${day(on)} at ${at}` }));
}

export interface StagesPage {
  case: CaseHead;
  example: boolean;
  thread: ThreadBead[];
  turns: TurnView[];
  /** Nothing moves: it stands still or has ended. */
  stands: boolean;
}

/** The nine stages on a page of their own. */
export async function stagesPage(reader: Reader, file: CaseFile): Promise<StagesPage> {
  const [turns, decisions] = await Promise.all([turnsInFile(reader, file), decisionsOf(reader, file.case.id)]);
  const thread = threadOfCase({ case: file.case, pathway: file.pathway, stages: file.stages, turns, decisions: recordsFor(file, decisions) });
  return { case: headOf(file), example: isExample(file), thread, turns, stands: hasTag('case', file.case.state, 'standing') || hasTag('case', file.case.state, 'ended') };
}
