import { newId, toJson } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { coversOf } from '#db/tables/covers.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { conveneBoard, dissolveBoard } from '#app/domain/boards/convene-board.server.ts';
import { giveView } from '#app/domain/boards/give-view.server.ts';
import { declareInterest, endPart } from '#app/domain/cases/memberships.server.ts';
import type { CaseMove } from '#app/domain/cases/case-moves.policy.ts';
import { moveWholeCase } from '#app/domain/cases/move-case.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { moveCondition, type ConditionMove } from '#app/domain/conditions/move-condition.server.ts';
import { endCoverEarly, nameDeputy } from '#app/domain/covers/name-deputy.server.ts';
import { sweepCovers } from '#app/domain/covers/sweep-covers.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { carrySuccessions } from '#app/domain/organisations/carry-successions.server.ts';
import { nameSuccessor } from '#app/domain/organisations/name-successor.server.ts';
import { sha } from '#tests/setup/walk.ts';
import type { OnStage } from '#tests/setup/small-world.ts';
import type { Role } from '#workflows/definition.ts';
import { commissionerOf, day, tick } from './starts.ts';
import { actorFor, direct, named, partsOf, person, type Act, type Outcome, type Step, type Walk } from './walk.ts';

const moves = (type: ConditionMove['type'], by: 'lead' | 'sponsor'): Act => async (walk, step) => {
  const answers: Outcome[] = [];
  for (const { id } of await conditionsOf(reader(), walk.caseId)) answers.push(await moveCondition(await actorFor(walk, step, by), walk.caseId, id, { type, note: 'Minutes', words: 'Skills by June', until: '2027-02-01' }));
  return answers;
};
const whole = (move: CaseMove, by: Role): Act => async (walk, step) => [await moveWholeCase(await actorFor(walk, step, by), walk.caseId, move, 'Said')];

const MAY_STAND_IN: readonly OnStage[] = ['outsider', 'boardMember', 'staffSide', 'hr', 'quality'];

/** A deputy for a signer. Willing: from today and somebody who may; else anybody, on days about today. */
async function cover(walk: Walk, step: Step, role: 'sponsor' | 'secondLine'): Promise<Outcome[]> {
  const part = (await partsOf(walk)).find((m) => m.role === role && m.until_at === null);
  if (!part) return [];
  const deputy = named(walk, step.willing ? MAY_STAND_IN[step.n % MAY_STAND_IN.length]! : step.other);
  const from = step.willing ? 0 : (step.n % 4) - 1;
  const answer = await nameDeputy(step.willing ? person(walk, part.person_id) : named(walk, step.who), walk.caseId, part.id, { email: deputy.email, from: day(from), until: day(from + (step.n % 3)), reason: 'Leave' });
  return [answer];
}

const endCover: Act = async (walk, step) => {
  const open = (await coversOf(reader(), walk.caseId)).filter((c) => c.ended_at === null);
  const one = open[step.n % Math.max(1, open.length)];
  const part = one && (await partsOf(walk)).find((m) => m.person_id === one.person_id && m.role === one.role && m.until_at === null);
  return part ? [await endCoverEarly(step.willing ? person(walk, one.person_id) : named(walk, step.who), walk.caseId, part.id, one.id)] : [];
};

/** Rows of parts as an import or a careless hand would write them: no command looked at them, and the person says they have no interest. */
const given = (...roles: Role[]): Act => async (walk, step) => {
  const [who, role] = [named(walk, step.other), roles[step.n % roles.length]!];
  if ((await partsOf(walk)).some((m) => m.person_id === who.id && m.role === role && m.until_at === null)) return [];
  const answer = await direct(() => transaction(database(), (tx) => insertMembership(tx, { id: newId(), case_id: walk.caseId, person_id: who.id, role, organisation_id: null, stages_json: role === 'mentor' ? toJson([]) : null, invited_by: walk.world.people.lead.id, from_at: instant(), until_at: null })));
  if (answer.ok) await declareInterest(who, walk.caseId, { personId: who.id, kind: 'none', detail: '' });
  return [answer];
};

const endsPart: Act = async (walk, step) => {
  const live = (await partsOf(walk)).filter((m) => m.until_at === null && m.role !== 'lead');
  const part = live.find((m) => m.person_id === named(walk, step.other).id) ?? live[step.n % live.length];
  return part ? [await endPart(await actorFor(walk, step, 'lead'), walk.caseId, part.id)] : [];
};

const KINDS = ['director', 'shareholder', 'employee', 'other', 'none'] as const;
const declares: Act = async (walk, step) => [await declareInterest(step.willing ? named(walk, step.other) : await actorFor(walk, { ...step, willing: true }, 'lead'), walk.caseId, { personId: named(walk, step.other).id, kind: KINDS[step.n % KINDS.length]!, detail: 'Said' })];

const VIEWS = ['support', 'supportWithConditions', 'notSupport', 'support', 'cannotTakePart'] as const;
const view: Act = async (walk, step) => {
  const said = VIEWS[step.n % VIEWS.length]!;
  return [await giveView(await actorFor(walk, step, 'boardMember'), walk.caseId, walk.stage, { view: said, words: 'Said', action: said === 'cannotTakePart' ? 'leavesRoom' : null, sha256: await sha(walk.caseId, walk.stage) })];
};
const convene: Act = async (walk, step) => [await conveneBoard(await actorFor(walk, step, 'sponsor'), walk.caseId, walk.stage, { name: 'The board', meetsOn: day(2), quorum: step.n === 5 ? 2 : 1, sha256: await sha(walk.caseId, walk.stage) })];

/** What happens about a stage: to people, days, bodies, boards, conditions and the case. */
export const around = {
  coverSponsor: (walk, step) => cover(walk, step, 'sponsor'),
  coverSecondLine: (walk, step) => cover(walk, step, 'secondLine'),
  endCover,
  nextDay: async (_, step) => { tick(1440 * (1 + (step.n % 2))); await sweepCovers(); await carrySuccessions(); return []; },
  nextDayUnswept: async () => { tick(1440); return []; },
  giveSigningPart: given('sponsor', 'secondLine'),
  giveTeamPart: given('member', 'mentor', 'adviser'),
  endPart: endsPart,
  declare: declares,
  succeed: async (walk, step) => [await nameSuccessor(named(walk, step.willing ? 'support' : step.who), await commissionerOf(walk.caseId), { successor: '', successorName: `Next ${newId()}`, kind: 'icb', on: day(step.n % 2), reason: 'An act' })],
  convene,
  view,
  dissolve: async (walk, step) => [await dissolveBoard(await actorFor(walk, step, 'sponsor'), walk.caseId, walk.stage, 'Said')],
  agree: moves('agree', 'lead'),
  askWords: moves('askWords', 'lead'),
  takeWords: moves('takeWords', 'sponsor'),
  sendEvidence: moves('sendEvidence', 'lead'),
  verify: moves('verify', 'sponsor'),
  waive: moves('waive', 'sponsor'),
  failCondition: moves('fail', 'sponsor'),
  reopenCondition: moves('reopen', 'sponsor'),
  pause: whole('pause', 'lead'),
  resume: whole('resume', 'lead'),
  freeze: whole('freeze', 'legal'),
  unfreeze: whole('unfreeze', 'legal'),
  withdraw: whole('withdraw', 'lead'),
  reopenCase: whole('reopen', 'lead'),
} satisfies Record<string, Act>;
