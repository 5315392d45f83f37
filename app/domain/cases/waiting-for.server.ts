import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { openChangesOfCases, type OpenChange } from '#db/tables/benefit-changes.server.ts';
import { boardsAnsweredBy, liveBoardsOfCases } from '#db/tables/boards.server.ts';
import { openTasksOf, type OpenTask } from '#db/tables/comment-tasks.server.ts';
import { conditionsOfCases } from '#db/tables/conditions.server.ts';
import { meetingsAwaiting } from '#db/tables/meetings.server.ts';
import { openActionsOf } from '#db/tables/mentor-sessions.server.ts';
import { interestsOf } from '#db/tables/interests.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { unconfirmedOf } from '#db/tables/partners.server.ts';
import { sentReviewsOfCases } from '#db/tables/reviews.server.ts';
import { unfinishedAssignments } from '#db/tables/section-assignments.server.ts';
import { submissionsOfCases } from '#db/tables/submissions.server.ts';
import { hasTag } from '#workflows/decide.ts';
import type { PathwayStage, Role, StageKey } from '#workflows/definition.ts';
import { stageOf } from '#workflows/form.ts';
import { conditionTurn, turnOf } from '#workflows/turn.ts';
import { askedBy, otherSide } from '../benefits/sides.server.ts';
import { instant } from '../clock.server.ts';
import { mayMeet } from '../meetings/meetings.policy.ts';
import { pathwayOf } from '../pathways/pathways.server.ts';
import { standsStill } from '../stages/stage-facts.server.ts';
import { exclusionIn } from './case-file.server.ts';
import { partOf, readsStage, seesComment } from '../comments/comments-seen.server.ts';
import { APPROVING, holdsTurn, inTeam, mayLead } from './cases.policy.ts';

/** Some cases with their stages, and the parts one person has in them today. */
export interface Looked {
  cases: readonly Row<'cases'>[];
  stages: readonly Row<'stages'>[];
  parts: readonly { case_id: string; role: string }[];
}
/** What waits for a person: the header counts these, and home lists them. */
export interface WaitingFor {
  turns: { caseId: string; stage: StageKey }[];
  reviews: { caseId: string; stage: StageKey; role: PathwayStage['signOff']['reviewers'][number] }[];
  conditions: Row<'conditions'>[];
  /** Boards that wait for this person's view. */
  views: Row<'boards'>[];
  /** Meetings whose time they are to choose, and of a mentor those to write down. */
  meetings: Row<'meetings'>[];
  /** What they are to do after a session. */
  actions: Row<'mentor_actions'>[];
  /** Made of comments, and not ticked off. */
  tasks: OpenTask[];
  /** Changes of benefits that the other side of the contract asks for. */
  changes: OpenChange[];
  /** Stages they are to confirm before they are sent, and have not looked at yet. */
  partners: Row<'stage_partners'>[];
  /** Given to the person, not completed, and with the team now. */
  sections: Row<'section_assignments'>[];
}

/** All that waits for this person: their turns, the reviews and views asked of them and their conditions, without what they are shut out from. */
export async function waitingFor(reader: Reader, me: string, { cases, stages, parts }: Looked): Promise<WaitingFor> {
  const moving = cases.filter((row) => standsStill(row.state) === null);
  const looked = { cases: moving, stages: stages.filter((stage) => casesById(moving).has(stage.case_id)), parts };
  const turns = looked.stages.filter((row) => isTheirs(row, looked));
  const [reviews, conditions, views, tasks, changes, sections, partners, ...mentoring] = await Promise.all([reviewsAsked(reader, looked), conditionsOf(reader, me, looked), viewsAsked(reader, me, looked), tasksOf(reader, me, looked), changesAsked(reader, me, looked), whileWithTeam(looked, (ids) => unfinishedAssignments(reader, me, ids)), whileWithTeam(looked, (ids) => unconfirmedOf(reader, me, ids)), ...mentoringFor(reader, me, looked)]);
  const judged = [...turns.filter(isJudged).map((row) => row.case_id), ...reviews.map((review) => review.caseId), ...views.map((board) => board.case_id), ...conditions.filter(isChecked).map((row) => row.case_id), ...changes.map((row) => row.case_id)];
  const shutOut = await shutOutOf(reader, me, judged);
  return {
    turns: turns.filter((row) => !(isJudged(row) && shutOut.has(row.case_id))).map((row) => ({ caseId: row.case_id, stage: row.stage as StageKey })),
    reviews: reviews.filter((review) => !shutOut.has(review.caseId)),
    views: views.filter((board) => !shutOut.has(board.case_id)),
    conditions: conditions.filter((row) => !(isChecked(row) && shutOut.has(row.case_id))),
    meetings: mentoring[0], actions: mentoring[1],
    changes: changes.filter((row) => !shutOut.has(row.case_id) || inTeam(rolesIn(parts, row.case_id))),
    tasks,
    sections,
    partners,
  };
}

function mentoringFor(reader: Reader, me: string, { cases, parts }: Looked): [Promise<Row<'meetings'>[]>, Promise<Row<'mentor_actions'>[]>] {
  const ids = cases.map(({ id }) => id).filter((id) => mayMeet(rolesIn(parts, id)));
  return ids.length ? [meetingsAwaiting(reader, me, ids, instant()), openActionsOf(reader, me, ids)] : [Promise.resolve([]), Promise.resolve([])];
}

/** The cases in which a stage waits for its judges and the person is one of them. */
export const casesJudgedIn = ({ stages, parts }: Looked): string[] =>
  stages.filter((row) => isJudged(row) && rolesIn(parts, row.case_id).some((role) => APPROVING.includes(role))).map((row) => row.case_id);

/** Why the person can never judge, by case; a case they may judge is left out. Two reads a case: ask for those that wait for them. */
export async function shutOutOf(reader: Reader, me: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all([...new Set(caseIds)].map(async (id) => {
    const [memberships, interests] = await Promise.all([membershipsOfCase(reader, id), interestsOf(reader, id)]);
    return [id, exclusionIn(memberships, interests, me)] as const;
  }));
  return new Map(found.flatMap(([id, why]) => (why === null ? [] : [[id, why]])));
}

/** An index of some rows, made once for as long as they are held: somebody may have a part in thousands of cases. */
function indexed<T, V>(make: (rows: readonly T[]) => Map<string, V>): (rows: readonly T[]) => Map<string, V> {
  const kept = new WeakMap<readonly T[], Map<string, V>>();
  return (rows) => {
    const index = kept.get(rows) ?? make(rows);
    kept.set(rows, index);
    return index;
  };
}
const casesById = indexed((rows: Looked['cases']) => new Map(rows.map((row) => [row.id, row])));
const rolesByCase = indexed((parts: Looked['parts']) => {
  const roles = new Map<string, Role[]>();
  for (const { case_id, role } of parts) roles.set(case_id, [...(roles.get(case_id) ?? []), role as Role]);
  return roles;
});
const rolesIn = (parts: Looked['parts'], caseId: string): readonly Role[] => rolesByCase(parts).get(caseId) ?? [];
const isJudged = ({ state }: Row<'stages'>) => hasTag('stage', state, 'approver') || hasTag('stage', state, 'secondLine');
const isChecked = ({ state }: Row<'conditions'>) => conditionTurn(state) === 'verifier';

function isTheirs(row: Row<'stages'>, { cases, parts }: Looked): boolean {
  const found = casesById(cases).get(row.case_id)!;
  return holdsTurn(turnOf(found.state, row.state), rolesIn(parts, found.id));
}

/** Reviews of versions that are with their approver, asked of the person's roles and not in yet. */
async function reviewsAsked(reader: Reader, { cases, stages, parts }: Looked): Promise<WaitingFor['reviews']> {
  const asked = await Promise.all(stages.filter((row) => hasTag('stage', row.state, 'approver')).map(async (row) => {
    const roles = rolesIn(parts, row.case_id);
    const stage = row.stage as StageKey;
    const { signOff } = stageOf(await pathwayOf(reader, casesById(cases).get(row.case_id)!), stage);
    return signOff.reviewers.filter((role) => roles.includes(role)).map((role) => ({ caseId: row.case_id, stage, role }));
  }));
  const reviews = asked.flat();
  if (reviews.length === 0) return [];
  const ids = [...new Set(reviews.map(({ caseId }) => caseId))];
  const [submissions, sent] = await Promise.all([submissionsOfCases(reader, ids), sentReviewsOfCases(reader, ids)]);
  const latest = new Map(submissions.filter((s) => s.withdrawn_at === null).map((s) => [`${s.case_id} ${s.stage}`, s.id]));
  return reviews.filter(({ caseId, stage, role }) => !sent.some((one) => one.submission_id === latest.get(`${caseId} ${stage}`) && one.role === role));
}

/** Boards the person sits on that stand for a version with its approver, and have no view of theirs. */
async function viewsAsked(reader: Reader, me: string, { stages, parts }: Looked): Promise<Row<'boards'>[]> {
  const seats = stages.filter((row) => hasTag('stage', row.state, 'approver') && rolesIn(parts, row.case_id).includes('boardMember'));
  const ids = [...new Set(seats.map((row) => row.case_id))];
  if (ids.length === 0) return [];
  const [boards, submissions] = await Promise.all([liveBoardsOfCases(reader, ids), submissionsOfCases(reader, ids)]);
  const latest = new Map(submissions.map((s) => [`${s.case_id} ${s.stage}`, s]));
  const standing = boards.filter((board) => {
    const sent = latest.get(`${board.case_id} ${board.stage}`);
    return sent?.id === board.submission_id && sent.withdrawn_at === null && seats.some((row) => row.case_id === board.case_id && row.stage === board.stage);
  });
  const answered = standing.length ? await boardsAnsweredBy(reader, me, standing.map(({ id }) => id)) : new Set<string>();
  return standing.filter(({ id }) => !answered.has(id));
}

async function conditionsOf(reader: Reader, me: string, { cases, parts }: Looked): Promise<Row<'conditions'>[]> {
  const rows = cases.length ? await conditionsOfCases(reader, cases.map(({ id }) => id)) : [];
  const lead = (row: Row<'conditions'>) => (mayLead(rolesIn(parts, row.case_id)) ? me : null);
  return rows.filter((row) => ({ lead: lead(row), owner: row.owner_id, verifier: row.verifier_id, nobody: null })[conditionTurn(row.state)] === me);
}

/** Tasks made of comments that the person still sees. */
async function tasksOf(reader: Reader, me: string, { cases, parts }: Looked): Promise<OpenTask[]> {
  const rows = cases.length ? await openTasksOf(reader, me, cases.map(({ id }) => id)) : [];
  const seen = await Promise.all(rows.map(async (row) => {
    if (inTeam(rolesIn(parts, row.case_id))) return true;
    const who = partOf({ memberships: await membershipsOfCase(reader, row.case_id) }, me);
    return readsStage(who, row.stage as StageKey, false) && seesComment(who, { by: row.writer, audience: row.audience, sent_at: row.at });
  }));
  return rows.filter((_, i) => seen[i]);
}

/** Changes of benefits that this person may answer. */
async function changesAsked(reader: Reader, me: string, { cases }: Looked): Promise<OpenChange[]> {
  const rows = cases.length ? await openChangesOfCases(reader, cases.map(({ id }) => id)) : [];
  const theirs = await Promise.all(rows.map(async (row) => {
    const file = { memberships: await membershipsOfCase(reader, row.case_id) };
    return otherSide(file, row, askedBy(file, row)).includes(me);
  }));
  return rows.filter((_, i) => theirs[i]);
}

/** What is asked of a person about stages that their team can change now. */
async function whileWithTeam<R extends { case_id: string; stage: string }>({ stages, parts }: Looked, asked: (caseIds: string[]) => Promise<R[]>): Promise<R[]> {
  const open = stages.filter((row) => hasTag('stage', row.state, 'editable') && inTeam(rolesIn(parts, row.case_id)));
  const rows = open.length ? await asked([...new Set(open.map((row) => row.case_id))]) : [];
  return rows.filter((row) => open.some((stage) => stage.case_id === row.case_id && stage.stage === row.stage));
}
